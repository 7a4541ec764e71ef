import Formats
/// The roles of people who serve their field.
enum ServiceRole {
    private static let kinds: [(String, [String])] = [
        ("area-chair", ["area chair", "meta reviewer", "senior program committee", "领域主席"]),
        ("editor", ["editor", "editorial", "主编", "编委", "编辑", "編集"]),
        (
            "program-committee",
            ["program committee", "programme committee", "pc member", "pc", "tpc", "程序委员"]
        ),
        ("chair", ["chair", "主席"]),
        (
            "reviewer",
            [
                "reviewer", "reviewers", "reviewing", "review", "referee", "审稿", "査読",
                "subreviewer", "artifact evaluation", "심사",
            ]
        ),
        (
            "organizer",
            ["organizer", "organiser", "organizing", "organising", "co organizer", "组织"]
        ),
        ("committee", ["committee", "board", "panel", "委员会", "委員", "council"]),
        ("volunteer", ["volunteer", "志愿"]),
        ("membership", ["member", "membership", "fellow", "会员", "委员", "会士", "成员", "회원"]),
        (
            "other",
            [
                "mentor", "judge", "coordinator", "president", "secretary", "representative",
                "lead", "ambassador", "moderator", "advisor",
            ]
        ),
    ]

    /// The kind of a role; nil for text that names none.
    static func kind(of role: String) -> String? {
        let words = " " + SearchWords.joined(role) + " "
        return kinds.first { row in
            row.1.contains { phrase in
                phrase.unicodeScalars.first?.isEastAsian == true
                    ? role.contains(phrase)
                    : words.contains(" \(phrase) ") || words.contains(" \(phrase)s ")
            }
        }?.0
    }
}
