internal import RecordModel

extension Owners {
    /// Returns what is wrong with the rules as far as the store tells: places that there are not,
    /// keys that are none, and a lock without a key.
    func findings(profileIDs: [ProfileID], sections: [String]) -> [Diagnostic] {
        guard !rules.isEmpty else { return [] }
        let names = profileIDs.map(\.text)
        var findings = rules.flatMap { rule in
            Self.placeFindings(rule, profiles: names, sections: sections)
                + Self.keyFindings(rule)
        }
        let own = FieldPath(steps: [StoreLayout.configuration, "owners"])
        if self.rules(for: own).allSatisfy(\.owners.isEmpty) {
            findings.append(
                Diagnostic(
                    .ownersLocked, "Nobody may change these rules",
                    severity: .warning,
                    hint: "Add a rule `match: /labfolio.yml`, or `match: /` for everything",
                    path: FieldPath(steps: ["owners"]),
                    location: rules.first?.location))
        }
        return findings
    }

    private static func placeFindings(
        _ rule: OwnerRule, profiles: [String], sections: [String]
    ) -> [Diagnostic] {
        let steps = rule.pattern.steps
        guard steps.first == StoreLayout.profiles, steps.count > 1 else { return [] }
        func finding(_ message: String, _ hint: String) -> [Diagnostic] {
            [
                Diagnostic(
                    .ownersUnknownPlace, message, severity: .warning, hint: hint,
                    location: rule.location)
            ]
        }
        if !profiles.contains(where: { OwnerPattern.matches(steps[1], $0) }) {
            let isFile = ProfileID(steps[1]) == nil && !steps[1].contains("*")
            if isFile || StoreLayout.topLevel.contains(steps[1]) {
                return finding(
                    "The rule matches nothing: `\(steps[1])` is no profile",
                    "From the top of the store it is /\(rule.pattern)")
            }
            // In a store that begins, a rule may be there before those it is about.
            guard !profiles.isEmpty, !steps[1].contains("*") else { return [] }
            return finding(
                "The rule matches nothing: there is no profile `\(steps[1])`",
                Suggestion.closest(to: steps[1], in: profiles).map { "Did you mean `\($0)`?" }
                    ?? "labfolio list names the profiles")
        }
        let parts = sections + [StoreLayout.assets]
        guard steps.count > 2, !parts.contains(where: { OwnerPattern.matches(steps[2], $0) })
        else { return [] }
        return finding(
            "The rule matches nothing: there is no section `\(steps[2])`",
            Suggestion.closest(to: steps[2], in: parts).map { "Did you mean `\($0)`?" }
                ?? "The sections are \(sections.joined(separator: ", "))")
    }

    private static func keyFindings(_ rule: OwnerRule) -> [Diagnostic] {
        rule.keys.filter { SigningKey($0) == nil }.map { key in
            Diagnostic(
                .ownersKey, "`\(key.prefix(40))` is no key, so nobody can sign with it",
                hint: "Write the line of the .pub file, or what ssh-keygen -l or gpg "
                    + "--fingerprint shows",
                location: rule.location)
        }
    }
}

extension Diagnostic.Code {
    static let ownersUnknownPlace: Self = "owners.unknown-place"
    static let ownersKey: Self = "owners.key"
    static let ownersLocked: Self = "owners.locked"
}
