internal import Formats
internal import Layouts
internal import RecordModel

/// Texts of curricula as records have them.
enum CurriculumText {
    /// The words of an item that is one line: a text, or `bullet: …`; nil for any other.
    static func bullet(_ item: Value) -> String? {
        guard let mapping = item.mapping else { return item.plainText }
        return mapping.count == 1 ? mapping["bullet"]?.plainText : nil
    }

    /// An item that is no entry, as Markdown.
    static func markdown(_ item: Value) -> String {
        if let line = bullet(item) { return line }
        if let label = item["label"]?.plainText, item.mapping?.count == 2 {
            guard let details = item["details"]?.plainText else { return label }
            return "**\(label):** \(details)"
        }
        let texts = TextLeaf.all(in: item)
        guard let first = texts.first else { return "" }
        let rest = texts.dropFirst().map { $0.isAddress ? "<\($0.text)>" : $0.text }
        let title = first.isAddress ? "<\(first.text)>" : "**\(first.text)**"
        return ([title] + rest).joined(separator: ", ")
    }

    /// The title of a list that is kept as prose: `languages` is the key of one in JSON.
    static func title(_ heading: String) -> String {
        heading.prefix(1).uppercased() + heading.dropFirst()
    }

    /// Fields whose texts were HTML, as the plain text that they show; prose stays.
    static func plain(_ fields: Mapping) -> Mapping {
        var result = Mapping()
        for entry in fields.entries {
            switch entry.value {
            case .string(let text) where !prose.contains(entry.key):
                let isHTML = text.contains("<") || text.contains("&")
                result[entry.key] = .string(isHTML ? HTMLText.plainText(text) : text)
            default: result[entry.key] = entry.value
            }
        }
        return result
    }

    private static let prose: Set = ["text", "summary", "bio", "description", "written", "url"]

    /// An entry with texts that its form has no place for: an address as its own, everything else
    /// as points at the end of its text, with the key that says what it is.
    static func completed(_ fields: Mapping, with left: [TextLeaf]) -> Mapping {
        var fields = fields
        var points: [(key: String, texts: [String])] = []
        for leaf in left {
            if leaf.isAddress, fields["url"] == nil, let url = URLText.safe(leaf.text) {
                fields["url"] = .string(url)
                continue
            }
            let key = leaf.keys.last ?? ""
            let text = leaf.isAddress ? "<\(leaf.text)>" : leaf.text
            if points.last?.key == key {
                points[points.count - 1].texts.append(text)
            } else {
                points.append((key, [text]))
            }
        }
        guard !points.isEmpty else { return fields }
        let list = points.map { point in
            let name = title(point.key).replacing("_", by: " ")
            return "- " + (name.isEmpty ? "" : name + ": ") + point.texts.joined(separator: ", ")
        }.joined(separator: "\n")
        let text = fields["text"]?.string
        let isList = text?.split(separator: "\n").last?.hasPrefix("- ") == true
        fields["text"] = .string(
            [text, list].compactMap(\.self).joined(separator: isList ? "\n" : "\n\n"))
        return fields
    }
}

/// Curricula that come with a theme.
enum SampleCurriculum {
    /// Tells whether a curriculum is of somebody whom a theme made up, or who is long dead.
    static func isSample(_ parts: CurriculumParts, own: String) -> Bool {
        guard let name = parts.name else { return false }
        if TemplateText.isSampleValue(name) { return true }
        return name.lowercased() == "albert einstein" && !own.lowercased().contains("einstein")
    }

    /// Tells whether an item is one of a theme's.
    static func isSample(_ texts: [TextLeaf]) -> Bool {
        texts.contains { text in
            TemplateText.isSampleValue(text.text) || TemplateText.isSample(text.text)
                || text.text == "Description 1." || text.text.hasPrefix("Sub-description ")
        }
    }
}
