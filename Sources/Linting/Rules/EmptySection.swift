internal import Profiles
internal import RecordModel

extension Rule {
    /// Finds sections with nothing in them.
    static let emptySection = Rule(
        "lint.empty-section", .note, "A section has nothing in it",
        reason: "A heading over nothing looks as if the page were broken.",
        remedy: "Leave the section out of the page until there is something to say.",
        examples: [
            .bad(
                "profile: {layout: {sections: [{section: talks, heading: Invited talks}]}}",
                at: "/profile/layout/sections/talks"),
            .bad(
                "sections: [{id: demos, title: Demos, text: '  -  '}]", at: "/sections/demos/text"),
            .good("sections: [{id: demos, title: Demos, text: Try it.}]"),
            .good("{profile: {layout: {sections: [{section: talks}]}}, talks: []}"),
            .good("sections: [{id: photos, title: Photos, text: '![](assets/a.jpg)'}]"),
        ]
    ) { subject, _ in
        var found: [Finding] = []
        for choice in subject.profile.layoutChoices.sections
        where choice.heading != nil && !choice.isHidden {
            let content = subject.record.value[choice.section]
            guard lists.contains(choice.section), content?.list?.isEmpty ?? true else { continue }
            found.append(
                Finding(
                    "The page has a heading for \(choice.section), and there are no entries",
                    at: choice.path, hint: "Leave the section out until there is something to list")
            )
        }
        for section in subject.profile.sections
        where !section.text.unicodeScalars.contains(where: isContent) {
            found.append(
                Finding(
                    "The section has no words", at: section.path.appending("text"),
                    hint: "Write its text, or remove the entry"))
        }
        return found
    }

    private static let lists: Set<String> = [
        "news", "publications", "positions", "education", "awards", "service", "teaching", "talks",
        "projects",
    ]

    private static func isContent(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
            || scalar.properties.isEmojiPresentation
    }
}
