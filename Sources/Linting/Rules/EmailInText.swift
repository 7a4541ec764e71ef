internal import RecordModel

extension Rule {
    /// Finds addresses in the clear that the record wants hidden or disguised.
    static let emailInText = Rule(
        "lint.email-in-text", .warning,
        "An e-mail address that is to be hidden stands in public text",
        reason: """
            The record asks pages to hide or to disguise the address. In a text it is shown as it \
            is, for everyone who gathers addresses.
            """,
        remedy: "Leave the address out of the text, or set `show: plain` where it may be seen.",
        examples: [
            .bad(
                """
                profile:
                  emails: [{address: ada@example.org, show: hidden}]
                  bio: Write to ada@example.org.
                """, at: "/profile/bio"),
            .bad(
                """
                profile:
                  emails: [{address: ada@example.org}]
                  contact_note: '[Mail](mailto:ada@example.org)'
                """, at: "/profile/contact_note"),
            .good(
                """
                profile:
                  emails: [{address: ada@example.org, show: hidden}]
                  bio: Write to the secretary.
                """),
            .good(
                """
                profile:
                  emails: [{address: ada@example.org, show: plain}]
                  bio: Write to ada@example.org.
                """),
        ],
        text: TextCheck(keywords: ["@"]) { text in
            guard !text.disguisedAddresses.isEmpty, text.path?.steps.last != "address" else {
                return []
            }
            let bytes = text.folded
            return text.disguisedAddresses.compactMap { address in
                guard let position = bytes.position(of: address) else { return nil }
                return TextFinding(
                    "The text shows \(address), which the record asks to hide",
                    hint: "Leave it out, or set `show: plain` under the address", at: position)
            }
        })
}
