import RecordModel
import TestSupport
import Testing

@testable import Layouts
@testable import Profiles

@Suite struct LabMemberTests {
    @Test(arguments: [
        ("Professor", "faculty"), ("Assistant Professor of Biology", "faculty"), ("PI", "faculty"),
        ("Postdoctoral researcher", "researchers"), ("Research scientist", "researchers"),
        ("PhD student", "phd"), ("Doctoral candidate", "phd"), ("DPhil student", "phd"),
        ("Visiting PhD student", "visitors"), ("Master's student", "masters"),
        ("MSc student", "masters"), ("Undergraduate", "undergraduates"),
        ("Intern", "undergraduates"),
        ("Lab manager", "staff"), ("Research software engineer", "staff"),
        ("博士生", "phd"), ("博士后", "researchers"), ("教授", "faculty"),
        ("International coordinator", "staff"), ("Friend of the lab", nil),
    ])
    func `without groups the role says where a person belongs`(role: String, group: String?) {
        #expect(member(["role": .string(role)]).group == group)
    }

    @Test func `the lab's own groups take people by id, then by the first pattern that fits`() {
        let groups: Value = [
            ["id": "lead", "heading": "Lead", "roles": ["*professor*", "Head of *"]],
            ["id": "students", "heading": "Students", "roles": ["* student", "phd *"]],
            ["id": "friends", "heading": "Friends", "alumni": true],
        ]
        let roles = [
            ("Associate Professor", "lead"), ("head of the lab", "lead"),
            ("PhD candidate", "students"),
            ("PhD Student", "students"), ("Postdoc", nil), ("students", nil),
        ]
        for (role, group) in roles {
            #expect(member(["role": .string(role)], groups: groups).group == group, "\(role)")
        }
        let named = member(
            ["role": "Professor", "membership": ["group": "friends"]], groups: groups)
        #expect(named.group == "friends" && named.isAlumnus)
        #expect(member(["membership": ["group": "none"]], groups: groups).group == nil)
    }

    @Test func `a pattern of many stars takes no time`() {
        let group = LabGroup(
            id: "x", heading: "X", roles: [String(repeating: "*a", count: 2_000) + "b"])
        #expect(!group.takes(role: String(repeating: "a", count: 4_000)))
    }

    struct Standing: Sendable, CustomTestStringConvertible {
        let name: String
        let profile: Value
        var positions: Value = []
        let isAlumnus: Bool
        var until: String?
        var testDescription: String { name }
    }

    @Test(arguments: [
        Standing(name: "nothing said", profile: [:], isAlumnus: false),
        Standing(
            name: "membership over", profile: ["membership": ["until": "2024-12"]], isAlumnus: true,
            until: "2024-12"),
        Standing(
            name: "the last month goes on", profile: ["membership": ["until": "2025-02"]],
            isAlumnus: false),
        Standing(
            name: "over in the future", profile: ["membership": ["until": "2026"]], isAlumnus: false
        ),
        Standing(
            name: "position at the lab over", profile: [:],
            positions: [
                [
                    "id": "a", "role": "PhD", "organization": "Uni", "unit": "the LAB",
                    "start": "2019", "end": "2023",
                ]
            ],
            isAlumnus: true, until: "2023"),
        Standing(
            name: "one of two positions at the lab over", profile: [:],
            positions: [
                [
                    "id": "a", "role": "PhD", "organization": "The Lab", "start": "2019",
                    "end": "2023",
                ],
                ["id": "b", "role": "Postdoc", "organization": "The Lab", "start": "2023"],
            ], isAlumnus: false),
        Standing(
            name: "positions elsewhere say nothing", profile: [:],
            positions: [
                [
                    "id": "a", "role": "PhD", "organization": "Elsewhere", "start": "2019",
                    "end": "2023",
                ]
            ],
            isAlumnus: false),
        Standing(
            name: "membership counts more than positions",
            profile: ["membership": ["since": "2019"]],
            positions: [["id": "a", "role": "PhD", "organization": "The Lab", "end": "2023"]],
            isAlumnus: false),
    ])
    func `who has left`(_ example: Standing) {
        let member = member(example.profile, positions: example.positions)
        #expect(member.isAlumnus == example.isAlumnus)
        if case .alumnus(let until) = member.standing {
            #expect(until?.description == example.until)
        }
    }

    private func member(_ profile: Value, positions: Value = [], groups: Value? = nil) -> LabMember
    {
        var configuration: Mapping = Mapping()
        configuration["lab"] = ["name": "The Lab"]
        if let groups { configuration["site"] = ["groups": groups] }
        let record = Record.person(["profile": profile, "positions": positions])
        return LabMember(
            Profile(record),
            settings: LabSettings(
                configuration: .mapping(configuration), day: CalendarDay("2025-02-14")))
    }
}
