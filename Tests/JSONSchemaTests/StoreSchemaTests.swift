import Formats
import Foundation
import JSONSchema
import RecordModel
import Testing

/// The schemas of this repository: that they compile, agree with their own examples and with the
/// profiles, and say how lists are compared.
@Suite struct StoreSchemaTests {
    /// One schema within a file that shows examples.
    struct Place: Sendable, CustomTestStringConvertible {
        let file: String
        let pointer: FieldPath
        let examples: [Value]
        var testDescription: String { "\(file)#\(pointer)" }
    }

    static let places: [Place] = StoreSchemas.names.flatMap { name in
        places(in: StoreSchemas.document(name), file: name, at: .root)
    }

    private static func places(in value: Value, file: String, at pointer: FieldPath) -> [Place] {
        switch value {
        case .mapping(let mapping):
            var found: [Place] = []
            if mapping["title"]?.string != nil, let examples = mapping["examples"]?.list {
                found.append(Place(file: file, pointer: pointer, examples: examples))
            }
            for entry in mapping.entries where entry.key != "examples" {
                found += places(in: entry.value, file: file, at: pointer.appending(entry.key))
            }
            return found
        case .list(let items):
            return items.enumerated().flatMap {
                places(in: $0.element, file: file, at: pointer.appending(String($0.offset)))
            }
        default: return []
        }
    }

    @Test(arguments: StoreSchemas.names)
    func `a schema compiles`(name: String) throws {
        let schema = try StoreSchemas.schema(name)
        #expect(name == "common" || !schema.knownKeys.isEmpty)
    }

    @Test func `there is a schema for every section`() {
        #expect(
            StoreSchemas.names == [
                "awards", "common", "education", "labfolio", "news", "positions", "profile",
                "projects", "publications", "sections", "service", "talks", "teaching",
            ])
        #expect(Self.places.count > 250)
    }

    @Test(arguments: places)
    func `an example is valid where it stands`(place: Place) throws {
        let schema = try StoreSchemas.schema(place.file, at: place.pointer)
        #expect(!place.examples.isEmpty)
        for example in place.examples {
            #expect(schema.errors(in: example) == [], "\(example)")
        }
    }

    /// Each section file of each profile, from the root of the checkout.
    static let sectionFiles: [String] = {
        let root = StoreSchemas.root + "/profiles"
        return (FileManager.default.enumerator(atPath: root)?.allObjects ?? [])
            .compactMap { $0 as? String }.filter { $0.hasSuffix(".yml") }.sorted()
    }()

    @Test(arguments: sectionFiles)
    func `a file of a profile is valid`(file: String) throws {
        let name = URL(fileURLWithPath: file).deletingPathExtension().lastPathComponent
        let schema = try StoreSchemas.schema(name)
        let path = URL(fileURLWithPath: StoreSchemas.root + "/profiles/" + file)
        let text = try YAMLReader().read(
            Array(try Data(contentsOf: path)), file: file, shape: schema.shape)
        #expect(text.diagnostics == [])
        #expect(schema.validate(text.value) == [])
    }

    @Test(arguments: [
        (
            "publications",
            ListRule(
                identity: .key("id"), hasOwnOrder: false,
                recognise: [["doi"], ["arxiv"], ["title"]])
        ),
        (
            "talks",
            ListRule(
                identity: .key("id"), hasOwnOrder: false,
                recognise: [["title", "date"], ["title", "event"]])
        ),
        (
            "projects",
            ListRule(identity: .key("id"), recognise: [["repository"], ["url"], ["name"]])
        ),
        ("sections", ListRule(identity: .key("id"), recognise: [["title"], ["text"]])),
    ])
    func `a section says how its entries are told apart`(name: String, rule: ListRule) throws {
        #expect(try StoreSchemas.schema(name).shape.listRule == rule)
    }

    @Test func `the shape of a publication is that of its schema`() throws {
        let entry = try StoreSchemas.schema("publications").shape.itemShape
        #expect(entry.shape(ofKey: "title") == .text)
        #expect(entry.shape(ofKey: "date") == .text)
        #expect(entry.shape(ofKey: "status") == .text)
        #expect(entry.shape(ofKey: "abstract") == .prose)
        #expect(
            entry.shape(ofKey: "authors").listRule
                == ListRule(identity: .position, isSequence: true, recognise: [["name"]]))
        #expect(entry.shape(ofKey: "authors").itemShape.shape(ofKey: "name") == .text)
        #expect(entry.shape(ofKey: "authors").itemShape.shape(ofKey: "self") == .any)
        #expect(
            entry.shape(ofKey: "badges").listRule
                == ListRule(identity: .value, hasOwnOrder: false))
        #expect(entry.shape(ofKey: "venue").shape(ofKey: "volume") == .text)
        #expect(entry.shape(ofKey: "bibtex").shape(ofKey: "fields").shape(ofKey: "any") == .text)
    }

    @Test func `the shape of a profile names its lists`() throws {
        let shape = try StoreSchemas.schema("profile").shape
        let keyed = { (key: String) in ListRule(identity: .key(key)) }
        #expect(shape.shape(ofKey: "bio") == .prose)
        #expect(shape.shape(ofKey: "role") == .text)
        #expect(shape.shape(ofKey: "emails").listRule == keyed("address"))
        #expect(
            shape.shape(ofKey: "links").listRule
                == ListRule(identity: .key("id"), recognise: [["kind", "handle"], ["url"]]))
        #expect(shape.shape(ofKey: "layout").shape(ofKey: "sections").listRule == keyed("section"))
        #expect(
            shape.shape(ofKey: "keywords")
                == .list(.text, ListRule(identity: .value, hasOwnOrder: false)))
        #expect(
            shape.shape(ofKey: "address")
                == .list(.text, ListRule(identity: .position, isSequence: true)))
    }

    @Test func `what is private leaves no trace`() throws {
        let schema = try StoreSchemas.schema("publications")
        let entry: Value = ["id": "a", "title": "T", "authors": [["name": "A"]]]
        let secret = try #require(
            entry.setting(FieldPath(steps: ["private_notes"]), to: "Not yet"))
        #expect(schema.isValid([secret]))
        #expect(schema.removing(annotated: "x-labfolio-private", from: [secret]) == [entry])
        let path = FieldPath(steps: ["a", "private_notes"])
        #expect(schema.annotation("x-labfolio-private", at: path) == true)
    }
}
