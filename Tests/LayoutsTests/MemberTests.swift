import Layouts
import RecordModel
import TestSupport
import Testing

@Suite struct MemberTests {
    private static let members = [
        "si-li": Layout.Member(name: "Si Li", url: "https://si.example"),
        "ada-boss": Layout.Member(name: "Ada Boss", url: nil),
    ]

    @Test(arguments: ["academicpages", "acad-homepage"])
    func `authors who are members of the lab are linked`(theme: String) throws {
        let layout = try #require(Layout.named(theme))
        let exported = Exported(layout, .shown, members: Self.members)
        #expect(exported.everything.contains("[Si Li](https://si.example)\\*"))
        #expect(!Exported(layout, .shown).everything.contains("si.example"))
    }

    @Test func `in al-folio they are coauthors`() {
        let exported = Exported(.alFolio, .shown, members: Self.members)
        #expect(
            exported.data("_data/coauthors.yml")["li"]
                == [["firstname": ["Si"], "url": "https://si.example"]])
    }

    @Test(arguments: CoverageTests.themes.map(\.name))
    func `a member's address is one that a page may link to`(theme: String) throws {
        let layout = try #require(Layout.named(theme))
        let evil = ["si-li": Layout.Member(name: "Si Li", url: "javascript:alert(1)")]
        #expect(!Exported(layout, .shown, members: evil).everything.contains("javascript:"))
    }
}
