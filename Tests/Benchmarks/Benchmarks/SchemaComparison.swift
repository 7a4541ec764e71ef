import Formats
import Foundation
import RecordModel
import TestSupport

/// Checks one line of JSON for each publication list against its schema, and compares that with
/// `jsonschema_rs`, which is written in Rust, called from Python on the same lines.
struct SchemaComparison {
    private let generator: StoreGenerator
    private let labfolio: String
    private let lines: String
    private let script: String
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../../..").standardized.path
    /// Where `.ci/install-test-tools` puts what comes from Python's index.
    private static let python = root + "/.build/python/bin/python3"
    private static let schema = root + "/schema/publications.schema.json"

    init(_ generator: StoreGenerator, labfolio: String, scratch: TemporaryFolder) throws {
        self.generator = generator
        self.labfolio = labfolio
        var text = ""
        for number in 0..<generator.profiles {
            for (section, value) in generator.record(number) where section == "publications" {
                text += JSONWriter(style: .compact).text(value) + "\n"
            }
        }
        lines = try scratch.write(text, to: "publications.jsonl")
        script = try scratch.write(
            """
            import glob, json, sys
            import jsonschema_rs
            documents = [json.load(open(name)) for name in glob.glob(sys.argv[1] + "/*.json")]
            registry = jsonschema_rs.Registry([(each["$id"], each) for each in documents])
            schema = json.load(open(sys.argv[2]))
            check = jsonschema_rs.validator_for(schema, registry=registry).is_valid
            with open(sys.argv[3], "rb") as lines:
                sys.exit(0 if all([check(json.loads(line)) for line in lines]) else 1)
            """, to: "check.py")
    }

    /// Runs both sides in turns and returns the line to print.
    func line() throws -> String {
        let title = "schema check \(generator.profiles) lines : Python's json and jsonschema_rs"
        guard (try? MeasuredCommand(Self.python, ["-c", "import jsonschema_rs"]).run()) != nil
        else { return "skipped: \(title); .ci/install-test-tools brings them" }
        let folder = Self.root + "/schema"
        return try Comparison(
            title: title, aim: 1,
            ours: {
                try MeasuredCommand(
                    labfolio,
                    [
                        "schema", "check", "--schema", Self.schema, "--resources", folder,
                        "--lines", lines,
                    ]
                ).run()
            },
            theirs: {
                try MeasuredCommand(Self.python, [script, folder, Self.schema, lines]).run()
            }
        ).line()
    }
}
