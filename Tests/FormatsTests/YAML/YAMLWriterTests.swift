import Formats
import RecordModel
import TestSupport
import Testing

@Suite struct YAMLWriterTests {
    @Test(arguments: UInt64(0)..<300)
    func `what is written is read again`(seed: UInt64) throws {
        var generator = HostileGenerator(seed: seed)
        let value = generator.value()
        for style in [YAMLWriter.Style.people, .quoted] {
            for shape in [Shape.any, Self.textShape] {
                let writer = YAMLWriter(style: style, columns: seed % 2 == 0 ? 100 : 20)
                let text = writer.text(value, shape: shape)
                let read = try YAMLReader().read(Array(text.utf8), file: "a.yml", shape: shape)
                #expect(read.value == value, "\(text)")
                #expect(read.diagnostics.isEmpty)
                #expect(writer.text(read.value, shape: shape) == text)
            }
        }
    }

    /// Expects text three levels down.
    private static let textShape: Shape = {
        var shape = Shape.text
        for _ in 0..<3 {
            shape = .mapping(["links": .list(shape, .init(identity: .position))], others: shape)
        }
        return shape
    }()

    @Test(arguments: HostileGenerator.hostile)
    func `a hostile text comes back from every place`(text: String) throws {
        let value: Value = [
            "a": .string(text), "b": [.string(text), [.string(text)]],
            "c": ["d": [["e": .string(text)]]],
            text + "k": .string(text + "\n"), "z": .string(text),
        ]
        for style in [YAMLWriter.Style.people, .quoted] {
            for written in [value, .string(text), [.string(text)], [text: 1]] {
                for shape in [Shape.any, .mapping([:], others: .text), .text] {
                    let yaml = YAMLWriter(style: style).text(written, shape: shape)
                    let read = try YAMLReader().read(Array(yaml.utf8), file: "", shape: shape)
                    #expect(read.value == written, "\(yaml)")
                }
            }
        }
    }

    @Test func `a key of any length is read again`() throws {
        for count in [900, 1000, 1023, 1024, 1025, 3000] {
            let key = String(repeating: "k", count: count)
            let value: Value = [key: ["x": [key: 1]], "l": [[key: "v"]]]
            let text = YAMLWriter().text(value)
            #expect(try YAMLReader().read(Array(text.utf8), file: "").value == value)
        }
    }

    @Test func `text for people is pleasant to read`() {
        let long = String(repeating: "several words ", count: 10) + "end"
        let value: Value = [
            "name": "Ann O'Neil", "date": "2024-01-05", "term": "no", "bio": "One.\n\nTwo.\n",
            "long": .string(long), "tags": ["a", "b: c"], "none": [:],
        ]
        let shape: Shape = .mapping(["date": .text, "term": .text], others: .any)
        let expected = """
            name: Ann O'Neil
            date: 2024-01-05
            term: 'no'
            bio: |
              One.

              Two.
            long: >-
              several words several words several words several words several words several words several words
              several words several words several words end
            tags:
              - a
              - 'b: c'
            none: {}

            """
        #expect(YAMLWriter().text(value, shape: shape) == expected)
    }

    struct Oracle: Sendable, CustomTestStringConvertible {
        let program: String
        let arguments: [String]
        var testDescription: String { program }
        var isHere: Bool {
            let probe = program.contains("python") ? ["-c", "import yaml"] : ["-ryaml", "-e", "1"]
            return (try? SystemCommand.run(program, probe).status) == 0
        }
    }

    private static let oracles = [
        Oracle(
            program: "/usr/bin/python3",
            arguments: [
                "-c",
                "import sys,json,yaml; print(json.dumps(yaml.safe_load(sys.stdin.buffer.read())))",
            ]),
        Oracle(
            program: "ruby",
            arguments: [
                "-ryaml", "-rjson", "-e",
                "STDIN.set_encoding('UTF-8'); puts JSON.generate(YAML.unsafe_load(STDIN.read))",
            ]),
    ]

    @Test(
        .enabled("neither PyYAML nor Psych is here") { oracles.contains(where: \.isHere) },
        arguments: oracles.filter(\.isHere))
    func `a reader of YAML 1.1 sees the same texts`(_ oracle: Oracle) throws {
        var generator = HostileGenerator(seed: 7)
        var texts = HostileGenerator.hostile
        for _ in 0..<400 { texts.append(generator.string()) }
        let isOutOfReach: (String) -> Bool = { text in
            // JSON of the oracle, not its YAML, has its own mind about these.
            text.unicodeScalars.contains { $0.value == 0xFFFE || $0.value == 0xFFFF }
        }
        let value = Value.list(texts.filter { !isOutOfReach($0) }.map { ["k": .string($0)] })
        for style in [YAMLWriter.Style.people, .quoted] {
            let text = YAMLWriter(style: style).text(value)
            let outcome = try SystemCommand.run(oracle.program, oracle.arguments, input: text)
            #expect(outcome.status == 0, "\(outcome.errors)")
            let seen = try JSONReader().read(Array(outcome.output.utf8), file: "oracle").value
            for (mine, theirs) in zip(value.list ?? [], seen.list ?? []) {
                #expect(mine == theirs, "\(YAMLWriter(style: style).text(mine))")
            }
            #expect(seen.list?.count == value.list?.count)
        }
    }
}
