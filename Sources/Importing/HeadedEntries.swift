internal import Formats
internal import Layouts
internal import Prose
internal import RecordModel

/// A page on which every heading is the name of an entry, with what is said of it below.
struct HeadedEntries {
    /// The section of the record.
    let section: String
    /// The fields of the entries, by the number of their section on the page.
    let entries: [Int: Mapping]

    /// The field that a name goes into.
    private static let names: [SectionKind: String] = [
        .projects: "name", .teaching: "course", .talks: "title",
    ]

    /// Reads the sections of a page whose title says what it holds; nil where they are no entries.
    ///
    /// Headings that stand above lists part them; those of entries stand above prose.
    init?(_ sections: [PageSection], as kind: SectionKind) {
        guard let name = Self.names[kind] else { return nil }
        var entries: [Int: Mapping] = [:]
        var levels: Set<Int> = []
        var unknown = 0
        for (index, section) in sections.enumerated() {
            guard let heading = section.heading else { continue }
            levels.insert(heading.level)
            if section.kind == nil { unknown += 1 }
            guard let first = section.pieces.first, first.items.isEmpty, first.heading == nil,
                section.pieces.allSatisfy({ $0.heading == nil }), !heading.title.isEmpty,
                heading.title.utf8.count < 300
            else { return nil }
            var fields = Mapping()
            fields[name] = .string(heading.whole)
            if let url = Self.link(in: heading.source) { fields["url"] = .string(url) }
            fields["text"] = .string(section.text)
            entries[index] = fields
        }
        guard entries.count > 1, levels.count == 1, unknown * 2 >= entries.count else { return nil }
        section = kind.rawValue
        self.entries = entries
    }

    /// The address that a heading leads to.
    private static func link(in source: String) -> String? {
        let markdown = source.drop { $0 == "#" || $0.isWhitespace }
        guard let open = markdown.range(of: "]("),
            let close = markdown[open.upperBound...]
                .firstIndex(of: ")")
        else { return nil }
        let url = String(markdown[open.upperBound..<close])
        return url.hasPrefix("http") ? URLText.safe(url) : nil
    }
}
