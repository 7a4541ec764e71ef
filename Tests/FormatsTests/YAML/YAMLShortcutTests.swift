import Foundation
import RecordModel
import TestSupport
import Testing

@testable import Formats

/// What is read without libyaml, against what libyaml reads.
@Suite struct YAMLShortcutTests {
    private static let soak =
        ProcessInfo.processInfo.environment["LABFOLIO_SOAK"] == "1" ? 50 : 1
    /// Shapes that expect text somewhere, everywhere and nowhere.
    private static let shapes: [Shape] = [
        .any,
        .list(
            .mapping(
                [
                    "title": .text, "date": .text,
                    "authors": .list(.any, .init(identity: .key("id"))),
                ],
                others: .any), .init(identity: .key("id"))),
        .mapping([:], others: .mapping([:], others: .text)),
    ]

    /// Reads a text in both ways, and tells whether the short one knew it.
    @discardableResult
    private func compare(_ bytes: [UInt8], shape: Shape = .any) -> Bool {
        let shapes = ShapeTable(shape)
        guard
            let short = YAMLShortcut.read(
                bytes, file: "a.yml", shapes: shapes, limits: YAMLReader.Limits())
        else { return false }
        let text = String(decoding: bytes, as: UTF8.self)
        guard let whole = try? YAMLReader().readByLibrary(bytes, file: "a.yml", shapes: shapes)
        else {
            Issue.record("libyaml refuses what was read without it:\n\(text)")
            return true
        }
        let (one, other) = (
            JSONWriter(style: .compact).text(short.value),
            JSONWriter(style: .compact).text(whole.value)
        )
        #expect(one == other && short.value == whole.value, "\(text)")
        #expect(short.sourceMap.entries == whole.sourceMap.entries, "\(text)")
        #expect(whole.diagnostics.isEmpty, "\(text)")
        return true
    }

    @Test func `every file of a generated store is read without libyaml`() {
        let generator = StoreGenerator()
        for number in 0..<20 {
            for (section, value) in generator.record(number) {
                let text = "# \(section)\n" + YAMLWriter().text(value)
                for shape in Self.shapes {
                    #expect(compare(Array(text.utf8), shape: shape), "\(text)")
                }
            }
        }
    }

    @Test func `the records of this repository are what libyaml reads`() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../..").standardized
        var (count, known) = (0, 0)
        for folder in ["profiles", "Tests", "schema"] {
            let files = FileManager.default.enumerator(atPath: root.path + "/" + folder)
            while let name = files?.nextObject() as? String {
                guard name.hasSuffix(".yml") || name.hasSuffix(".yaml") else { continue }
                count += 1
                let bytes = try [UInt8](Data(contentsOf: root.appending(path: "\(folder)/\(name)")))
                for shape in Self.shapes where compare(bytes, shape: shape) { known += 1 }
            }
        }
        #expect(known > count, "too few files are read without libyaml")
    }

    @Test(arguments: UInt64(0)..<300)
    func `what is written for people is what libyaml reads`(seed: UInt64) {
        for part in 0..<UInt64(Self.soak) {
            var generator = HostileGenerator(seed: seed + 300 * part)
            let value = generator.value()
            for columns in [20, 100] {
                let writer = YAMLWriter(style: .people, columns: columns)
                compare(Array(writer.text(value).utf8), shape: Self.shapes[Int(seed % 3)])
            }
            let messy = MessyYAML(generator.document(), seed: seed).lines.map(\.text)
            compare(Array((messy.joined(separator: "\n") + "\n").utf8))
        }
    }

    /// Cuts, moves and doubles lines and spaces, and puts marks of YAML where they do not belong.
    private static func mutated(_ text: String, _ random: inout SeededGenerator) -> [UInt8] {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let marks = [
            " ", "  ", "\n", ":", ": ", " #", "#", "- ", "-", "'", "\"", "''", "|", ">", ">-", "|+",
            "|2", "&a ", "*a", "!x ", "[", "]", "{}", ",", "? ", "%", "---", "...", "\t", "\r", "é",
            "\u{85}", "\u{2028}", "\u{FEFF}", "\\", "\\n", "~", "null", "0x1F", "1e3", "<<", "a: ",
            "a:", "  b: 1\n", "\n\n",
        ]
        for _ in 0..<Int.random(in: 1...3, using: &random) where !lines.isEmpty {
            let place = Int.random(in: lines.indices, using: &random)
            let other = Int.random(in: lines.indices, using: &random)
            switch Int.random(in: 0..<8, using: &random) {
            case 0: lines.remove(at: place)
            case 1: lines.insert(lines[other], at: place)
            case 2: lines.swapAt(place, other)
            case 3: lines[place] = " " + lines[place]
            case 4: lines[place] = String(lines[place].dropFirst())
            case 5: lines[place] += marks.randomElement(using: &random) ?? ""
            default:
                var line = Array(lines[place])
                line.insert(
                    contentsOf: marks.randomElement(using: &random) ?? "",
                    at: Int.random(in: 0...line.count, using: &random))
                lines[place] = String(line)
            }
        }
        return Array(lines.joined(separator: "\n").utf8)
    }

    @Test(arguments: UInt64(0)..<200)
    func `mutated texts are what libyaml reads`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var generator = StoreGenerator()
        (generator.publications, generator.news) = (2, 2)
        for (_, value) in generator.record(Int(seed)) {
            let text = "# Modeline\n" + YAMLWriter(columns: 60).text(value)
            for _ in 0..<(6 * Self.soak) {
                compare(Self.mutated(text, &random), shape: Self.shapes[Int(seed % 3)])
            }
            var damage = Damage(seed: seed)
            for _ in 0..<Self.soak { compare(damage.damaged(Array(text.utf8))) }
        }
        let messy = MessyYAML(["a": ["b": ["c", "d e"], "f": "g\n\nh"], "i": "j"], seed: seed)
        let text = messy.lines.map(\.text).joined(separator: "\n") + "\n"
        for _ in 0..<(20 * Self.soak) { compare(Self.mutated(text, &random)) }
    }

    @Test(arguments: [
        "a: b\n", "a:\n  b: c\n", "a:\n- b\n- c\n", "a:\n  - b: c\n    d: e\n", "- a\n",
        "a: 'it''s'\n", #"a: "x\"\\\n""# + "\n", "a: |\n  b\n\n  c\n", "a: >-\n  b\n  c\n\n  d\n",
        "# c\n\na: b\n   # d\nb: 1\n", "a: ''\n", "- a: |\n    b\n  c: d\n", "a: |\n   b\n    c\n",
        "a: b#c:d\n", "a: >\n b\n", "a: |-\n  # b\n# c\n",
    ])
    func `a text in a known form is read without libyaml`(text: String) {
        #expect(compare(Array(text.utf8)))
    }

    @Test(arguments: [
        "", "a: b", "a\n", "a: \n", "a:\nb: c\n", "a: b # c\n", "a: b\n  c\n", "a: [b]\n",
        "a: {}\n", "a: &b c\n", "a: *b\n", "a: !b c\n", "? a\n", "a: b: c\n", "a: b:\n", "a\t: b\n",
        "a: b\r\n", "a: 'b' \n", "a: 'b\n  c'\n", "a: \"\\x41\"\n", "a: |+\n  b\n", "a: |2\n  b\n",
        "a: |\n\n  b\n", "a: >\n  b\n   c\n", "a: |\nb: c\n", "a: b\na: c\n", "---\na: b\n",
        "a: b\n---\nc: d\n", "a: b\n...\n", "%YAML 1.2\n", "- - a\n", "-  a\n", "-\n  a\n",
        "a:  b\n",
        " a: b\n", "a:\n    b: c\n  d: e\n", "a: ~\n", "a: -1\n", "a b: c\n", "'a': b\n", "a: @b\n",
        "a: \u{85}\n", "a: \u{2028}\n", "\u{FEFF}a: b\n", "a: b \n", "a: |\n  b \n", "<<: a\n",
    ])
    func `a text in any other form is left to libyaml`(text: String) {
        #expect(!compare(Array(text.utf8)))
    }

    @Test func `a character that YAML forbids is left to libyaml, wherever it stands`() {
        for byte in UInt8(0)...0x7F where !(0x20..<0x7F).contains(byte) && byte != 0x0A {
            for place in 3..<20 {
                var bytes = Array("a: letters and letters\n".utf8)
                bytes[place] = byte
                #expect(!compare(bytes), "\(byte) at \(place)")
            }
        }
    }

    @Test func `a text beyond the limits is left to libyaml, which says so`() {
        var limits = YAMLReader.Limits()
        limits.values = 3
        let bytes = Array("a: b\nc: d\ne: f\n".utf8)
        let shapes = ShapeTable(.any)
        #expect(YAMLShortcut.read(bytes, file: "", shapes: shapes, limits: limits) == nil)
        limits = YAMLReader.Limits()
        limits.depth = 1
        let deep = Array("a:\n  b: c\n".utf8)
        #expect(YAMLShortcut.read(deep, file: "", shapes: shapes, limits: limits) == nil)
    }
}
