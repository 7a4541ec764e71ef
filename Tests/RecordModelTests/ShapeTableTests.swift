import RecordModel
import Testing

@Suite struct ShapeTableTests {
    private static let shape: Shape = .mapping(
        [
            "title": .text,
            "links": .list(
                .mapping(["url": .text], others: .any), ListRule(identity: .key("id"))),
            "names": .list(.text, ListRule(identity: .value)),
        ], others: .list(.text, ListRule(identity: .position)))

    @Test func `a table says of every place what the shape says`() {
        let table = ShapeTable(Self.shape)
        let title = table.node(ofKey: "title", in: table.root)
        let links = table.node(ofKey: "links", in: table.root)
        let other = table.node(ofKey: "other", in: table.root)
        #expect(!table.isText(table.root) && table.isText(title) && !table.isText(links))
        #expect(table.isText(table.node(ofKey: "url", in: table.items(of: links))))
        #expect(!table.isText(table.node(ofKey: "id", in: table.items(of: links))))
        #expect(table.isText(table.items(of: other)))
        #expect(!table.isText(table.node(ofKey: "x", in: title)))
    }

    @Test(
        arguments: [
            (["links": [["id": "a"], ["id": "b"]]], false),
            (["links": [["id": "a"], ["id": "b"], ["id": "a"]]], true),
            (["links": [["id": "1"], ["id": "1"]]], false),
            (["names": ["a", "a"]], false),
            (["others": [["id": "a"], ["id": "a"]]], false),
        ] as [(Value, Bool)])
    func `two items of one name are seen where a key names them`(value: Value, isDouble: Bool) {
        #expect(ShapeTable(Self.shape).hasDuplicates(value) == isDouble)
    }
}
