internal import Profiles
internal import RecordModel

/// One group of people on the lab's site.
struct LabGroup: Hashable, Sendable {
    /// The id by which a profile names the group.
    let id: String
    let heading: String
    /// What the roles of those are like who name no group, in small letters, `*` for any run.
    var roles: [String] = []
    /// Whether its people have left.
    var isAlumni = false

    /// Tells whether a role is one of the group's.
    func takes(role: String) -> Bool {
        let role = Array(role.lowercased().unicodeScalars)
        return roles.contains { Self.matches(role[...], Array($0.unicodeScalars)[...]) }
    }

    /// Tells whether a text is what a pattern says, in time that grows with both only.
    private static func matches(
        _ text: ArraySlice<Unicode.Scalar>, _ pattern: ArraySlice<Unicode.Scalar>
    ) -> Bool {
        var (text, pattern) = (text, pattern)
        var retry: (text: ArraySlice<Unicode.Scalar>, pattern: ArraySlice<Unicode.Scalar>)?
        while true {
            if pattern.first == "*" {
                pattern = pattern.dropFirst()
                retry = (text, pattern)
            } else if let first = text.first, first == pattern.first {
                text = text.dropFirst()
                pattern = pattern.dropFirst()
            } else if text.isEmpty, pattern.isEmpty {
                return true
            } else if let last = retry, !last.text.isEmpty {
                // The star takes one character more, and the rest is tried again.
                retry = (last.text.dropFirst(), last.pattern)
                (text, pattern) = (last.text.dropFirst(), last.pattern)
            } else {
                return false
            }
        }
    }
}

extension LabGroup {
    /// Reads the groups of `labfolio.yml`; where it has none, those that most labs have.
    static func all(in configuration: Value, language: String) -> [LabGroup] {
        let items = configuration["site"]?["groups"]?.list ?? []
        guard !items.isEmpty else { return usual(in: language) }
        return items.compactMap { item in
            guard let id = item["id"]?.string, let heading = item["heading"]?.string else {
                return nil
            }
            return LabGroup(
                id: id, heading: heading,
                roles: (item["roles"]?.list ?? []).compactMap { $0.string?.lowercased() },
                isAlumni: item["alumni"]?.bool ?? false)
        }
    }

    /// The groups of a lab that names none, in the order of the page.
    ///
    /// A role is looked for in the order of `usualRoles`: a “visiting PhD student” is a visitor, a
    /// “postdoctoral researcher” no doctoral student.
    private static func usual(in language: String) -> [LabGroup] {
        let order: [(String, LabWord)] = [
            ("faculty", .faculty), ("researchers", .researchers), ("phd", .doctoral),
            ("masters", .masters), ("undergraduates", .undergraduates), ("visitors", .visitors),
            ("staff", .staff),
        ]
        return order.map { LabGroup(id: $0, heading: $1.text(in: language)) }
    }

    /// The group among the usual ones for a role, nil where none fits.
    static func usualID(role: String) -> String? {
        let role = role.lowercased()
        let words = Set(role.split { !$0.isLetter }.map(String.init))
        return usualRoles.first { rule in
            rule.parts.contains { role.contains($0) } || !words.isDisjoint(with: rule.words)
        }?.id
    }

    private static let usualRoles: [(id: String, parts: [String], words: Set<String>)] = [
        ("visitors", ["visiting", "visitor", "guest", "访问"], []),
        ("researchers", ["postdoc", "post-doc", "博士后"], []),
        ("phd", ["ph.d", "doctoral", "博士"], ["phd", "dphil", "doctorate"]),
        ("masters", ["master", "m.sc", "硕士"], ["msc", "mphil", "mres"]),
        (
            "undergraduates", ["undergrad", "bachelor", "b.sc", "本科", "实习"],
            ["bsc", "intern", "interns"]
        ),
        (
            "faculty", ["professor", "principal investigator", "faculty", "教授", "讲师"],
            ["pi", "lecturer", "reader", "dean", "head", "director"]
        ),
        (
            "staff",
            ["engineer", "manager", "administrat", "secretary", "technician", "coordinator"],
            ["staff", "developer", "programmer"]
        ),
        ("researchers", ["research", "scientist", "fellow", "研究员"], []),
    ]
}
