import Formats
import RecordModel
import Testing

@Suite struct FrontMatterTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let text: String
        let header: String?
        let body: String

        var testDescription: String { text.debugDescription }
    }

    @Test(arguments: [
        Case(text: "---\na: 1\n---\nBody\n", header: "a: 1\n", body: "Body\n"),
        Case(text: "---\r\na: 1\r\n---\r\nBody\r\n", header: "a: 1\r\n", body: "Body\r\n"),
        Case(text: "---\n---\n", header: "", body: ""),
        Case(text: "---\n---", header: "", body: ""),
        Case(text: "--- \t\na: 1\n---  \nx", header: "a: 1\n", body: "x"),
        Case(text: "---\na: |\n  ---\n---\n---\n", header: "a: |\n  ---\n", body: "---\n"),
        Case(text: "---\na: 1\n", header: nil, body: ""),
        Case(text: "---", header: nil, body: ""),
        Case(text: "\u{FEFF}---\na: 1\n---\n", header: nil, body: ""),
        Case(text: "\n---\na: 1\n---\n", header: nil, body: ""),
        Case(text: "----\na: 1\n----\n", header: nil, body: ""),
        Case(text: "Body\n", header: nil, body: ""),
        Case(text: "", header: nil, body: ""),
    ])
    func `a page is split where Jekyll splits it`(_ sample: Case) {
        let parts = FrontMatter.split(sample.text)
        #expect(parts.map { String($0.header) } == sample.header)
        #expect(String(parts?.body ?? "") == sample.body)
    }

    @Test(arguments: UInt64(0)..<200)
    func `a page that is written is split again`(seed: UInt64) throws {
        var generator = HostileGenerator(seed: seed)
        let header = generator.document().mapping ?? Mapping()
        let body = generator.string()
        let text = FrontMatter(header: header, body: body).text()
        let parts = try #require(FrontMatter.split(text))
        let read = try YAMLReader().read(Array(parts.header.utf8), file: "page.md").value
        #expect(read == .mapping(header) || read == .null && header.isEmpty)
        #expect(
            parts.body.utf8.elementsEqual((body.isEmpty ? "" : "\n" + body).utf8)
                || parts.body.utf8.elementsEqual(("\n" + body + "\n").utf8))
    }
}
