internal import Formats
internal import Layouts
internal import Prose
internal import RecordModel

/// The person's name in fields.
enum AuthorName {
    /// The fields of a name as it is shown.
    static func value(_ text: String) -> Value {
        let parts = NameText(displayed: text)
        var name = Mapping()
        name["display"] = .string(text)
        if !parts.given.isEmpty, !parts.family.isEmpty {
            name["given"] = .string(parts.given)
            name["family"] = .string(
                [parts.particle, parts.family].filter { !$0.isEmpty }.joined(separator: " "))
        }
        return .mapping(name)
    }

    /// What a person may be called by the id of the profile.
    static func guess(from id: ProfileID) -> String {
        id.text.split(separator: "-").map { word in
            word.prefix(1).uppercased() + word.dropFirst()
        }.joined(separator: " ")
    }
}

/// Finds the name of the person in the text of a page that has no other place for it.
enum OwnName {
    /// Returns the name, nil where no rule finds one.
    static func found(in page: SitePage) -> String? {
        let text = Markdown(page.body).plainText()
        for greeting in [
            "my name is ", "i am ", "i'm ", "i’m ", "this is ", "je suis ", "ich bin ", "soy ",
        ] {
            if let name = name(behind: greeting, in: text) { return name }
        }
        for key in ["title", "excerpt"] {
            guard let title = page.text(key), isName(title) else { continue }
            return title
        }
        return nil
    }

    private static func name(behind greeting: String, in text: String) -> String? {
        let lower = text.lowercased()
        // Letters whose lower case is longer would shift the places.
        guard lower.count == text.count else { return nil }
        var start = lower[...]
        var rest = text[...]
        while let found = start.range(of: greeting) {
            rest = rest.dropFirst(lower.distance(from: start.startIndex, to: found.upperBound))
            var words: [String] = []
            for word in rest.prefix(80).split(whereSeparator: \.isWhitespace).prefix(4) {
                let isLast = word.last.map { ",.!?;:(（".contains($0) } ?? false
                let plain = word.filter { $0.isLetter || $0 == "-" || $0 == "." || $0 == "'" }
                guard plain.first?.isUppercase == true else { break }
                words.append(isLast ? String(plain.filter { $0 != "." }) : String(plain))
                if isLast { break }
            }
            if words.count >= 2, isName(words.joined(separator: " ")) {
                return words.joined(separator: " ")
            }
            start = start[found.upperBound...]
        }
        return nil
    }

    private static let others: Set<String> = [
        "about", "home", "homepage", "page", "welcome", "me", "phd", "ph", "professor",
        "university", "student", "research", "currently", "associate", "assistant",
    ]

    private static func isName(_ text: String) -> Bool {
        let words = text.split(whereSeparator: \.isWhitespace)
        guard (2...4).contains(words.count) else { return false }
        return words.allSatisfy { word in
            word.first?.isUppercase == true
                && !others.contains(word.lowercased().filter(\.isLetter))
        }
    }
}
