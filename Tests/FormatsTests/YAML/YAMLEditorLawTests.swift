import Formats
import RecordModel
import TestSupport
import Testing

/// The law of edits, over generated values that are written as people write.
@Suite struct YAMLEditorLawTests {
    /// A generated file.
    struct Sample {
        let value: Value
        let lines: [MessyYAML.Line]
        let text: String
        var generator: HostileGenerator

        init(seed: UInt64) {
            generator = HostileGenerator(seed: seed)
            value = generator.document()
            lines = MessyYAML(value, seed: seed).lines
            let lineBreak = seed % 7 == 3 ? "\r\n" : "\n"
            // A block scalar at the end of a file needs the break for itself.
            let isBlock = lines.last.map { !$0.isWhole && !$0.isComment } ?? true
            text =
                (seed % 11 == 5 ? "\u{FEFF}" : "") + lines.map(\.text).joined(separator: lineBreak)
                + (seed % 5 == 2 && !isBlock ? "" : lineBreak)
        }
    }

    @Test(arguments: UInt64(0)..<400)
    func `the generated text holds the generated value`(seed: UInt64) throws {
        let sample = Sample(seed: seed)
        let read = try YAMLReader().read(Array(sample.text.utf8), file: "a.yml")
        #expect(read.value == sample.value, "\(sample.text)")
    }

    @Test(arguments: UInt64(0)..<400)
    func `an edit changes the lines of its field only`(seed: UInt64) throws {
        var sample = Sample(seed: seed)
        for _ in 0..<8 {
            let edit = sample.generator.edit(of: sample.value)
            let bytes: [UInt8]
            do {
                bytes = try YAMLEditor().edited(
                    Array(sample.text.utf8), by: [edit], file: "a.yml")
            } catch {
                Issue.record(
                    "\(edit.path) = \(String(describing: edit.value)): \(error.message)\n\(sample.text)"
                )
                return
            }
            let result = String(decoding: bytes, as: UTF8.self)
            let expected = sample.value.setting(edit.path, to: edit.value)
            #expect(try YAMLReader().read(bytes, file: "a.yml").value == expected)
            var rest = Self.lines(of: result)[...]
            for line in sample.lines where Self.isOutside(line, of: edit) {
                guard let place = rest.firstIndex(of: Self.content(of: line.text)) else {
                    Issue.record(
                        "\(edit.path) = \(String(describing: edit.value)) lost `\(line.text)`\n\(sample.text)\n=>\n\(result)"
                    )
                    return
                }
                rest = rest[(place + 1)...]
            }
        }
    }

    @Test(arguments: UInt64(0)..<400)
    func `many edits in one call give what they give one by one`(seed: UInt64) throws {
        var sample = Sample(seed: seed)
        var value = sample.value
        var edits: [FieldEdit] = []
        for _ in 0..<6 {
            let edit = sample.generator.edit(of: value)
            guard let next = value.setting(edit.path, to: edit.value) else { continue }
            value = next
            edits.append(edit)
        }
        let bytes = try YAMLEditor().edited(Array(sample.text.utf8), by: edits, file: "a.yml")
        #expect(try YAMLReader().read(bytes, file: "a.yml").value == value)
    }

    /// Tells whether an edit has no business with a line.
    private static func isOutside(_ line: MessyYAML.Line, of edit: FieldEdit) -> Bool {
        guard !line.text.isEmpty, !line.path.isInside(edit.path) else { return false }
        // A value that stands on one line with all its parts is written on it; the line of a
        // collection's key says `{}` once the last part is gone.
        return !edit.path.isInside(line.path) || line.isComment
            || (!line.isWhole && edit.path.parent != line.path)
    }

    private static func lines(of text: String) -> [String] {
        text.unicodeScalars.split(separator: "\n").map { content(of: String($0)) }
    }

    /// Returns a line without what makes it an item: another line may have taken the `-`.
    private static func content(of line: String) -> String {
        String(
            line.unicodeScalars.drop { $0 == " " || $0 == "-" || $0 == "\u{FEFF}" }
                .filter { $0 != "\r" })
    }
}
