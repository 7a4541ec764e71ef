internal import Formats
internal import Profiles
internal import RecordModel

extension Rule {
    /// Finds headings that no menu can lead to.
    static let heading = Rule(
        "lint.heading", .warning, "A heading breaks the menu",
        reason: """
            The menu of a page finds a heading by its words. Markup in it is shown as it is \
            written, and of two headings with the same words the menu only reaches the first.
            """,
        remedy: "Write plain words, other ones for each section; an emoji has a field of its own.",
        examples: [
            .bad(
                """
                sections:
                  - {id: one, title: Demos, text: One.}
                  - {id: two, title: Demos, text: Two.}
                """, at: "/sections/two/title"),
            .bad(
                "profile: {layout: {sections: [{section: news, heading: '[News](news.html)'}]}}",
                at: "/profile/layout/sections/news/heading"),
            .bad("sections: [{id: one, title: 🔥, text: One.}]", at: "/sections/one/title"),
            .bad(
                """
                profile: {layout: {sections: [{section: awards, heading: Honours, emoji: '🎖 Honours'}]}}
                """, at: "/profile/layout/sections/awards/emoji"),
            .good(
                """
                sections:
                  - {id: one, title: Demos, emoji: 🔥, text: One.}
                  - {id: two, title: More demos, text: Two.}
                """),
        ]
    ) { subject, _ in
        var found: [Finding] = []
        var seen: [String: FieldPath] = [:]
        for heading in headings(of: subject.profile) {
            if let fault = fault(of: heading.text) {
                found.append(
                    Finding(
                        "The heading `\(heading.text.prefix(60))` \(fault)", at: heading.path,
                        hint: "Write plain words; an emoji has a field of its own"))
                continue
            }
            let id = KramdownText.headingID(heading.text)
            if let first = seen[id] {
                found.append(
                    Finding(
                        "There is another heading `\(heading.text.prefix(60))`", at: heading.path,
                        hint: "Give each section words of its own",
                        related: [RelatedPlace("the first one", path: first)]))
            } else {
                seen[id] = heading.path
            }
        }
        return found + wordyEmoji(in: subject.profile)
    }

    private static func headings(of profile: Profile) -> [(text: String, path: FieldPath)] {
        let choices = profile.layoutChoices.sections.filter { !$0.isHidden }
        let named = Set(choices.filter { $0.heading != nil }.map(\.section))
        let hidden = Set(profile.layoutChoices.sections.filter(\.isHidden).map(\.section))
        return choices.compactMap { choice in
            choice.heading.map { ($0, choice.path.appending("heading")) }
        }
            + profile.sections.compactMap { section in
                // The layout's heading stands in its place.
                guard !named.contains(section.id), !hidden.contains(section.id) else { return nil }
                return (section.title, section.path.appending("title"))
            }
    }

    private static func fault(of heading: String) -> String? {
        if heading.utf8.contains(UInt8(ascii: "\n")) { return "has several lines" }
        let bytes = ByteText(heading)
        for (mark, name) in [("](", "a link"), ("</", "HTML"), ("**", "emphasis"), ("{:", "a tag")]
        where bytes.position(of: mark) != nil {
            return "holds \(name), which is shown as it is written"
        }
        if heading.unicodeScalars.contains("\u{FE0F}") {
            return "holds an emoji with an invisible sign, which becomes part of its anchor"
        }
        let hasWord = heading.unicodeScalars.contains {
            $0.properties.isAlphabetic || $0.properties.generalCategory == .decimalNumber
        }
        return hasWord ? nil : "has no words"
    }

    private static func wordyEmoji(in profile: Profile) -> [Finding] {
        let emojis =
            profile.layoutChoices.sections.map { ($0.emoji, $0.path) }
            + profile.sections.map { ($0.emoji, $0.path) }
        return emojis.compactMap { emoji, path in
            guard let emoji,
                emoji.unicodeScalars.contains(where: { $0.isASCII && $0.properties.isAlphabetic })
            else { return nil }
            return Finding(
                "`\(emoji)` is more than an emoji", at: path.appending("emoji"),
                hint: "Put the words into the heading")
        }
    }
}
