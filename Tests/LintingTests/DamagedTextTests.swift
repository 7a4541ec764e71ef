import Foundation
import Linting
import RecordModel
import Testing

/// Texts that were read in the wrong encoding, and texts that only look so.
struct DamagedTextTests {
    /// One case of a collection of such texts.
    struct Case: Sendable, Decodable, CustomTestStringConvertible {
        let label: String
        let original: String
        let fixed: String
        let expect: String

        var testDescription: String { label }
    }

    static func cases(_ name: String) -> [Case] {
        guard
            let text = try? SharedTexts.text("peers/ftfy-test-cases/\(name).json"),
            let cases = try? JSONDecoder().decode([Case].self, from: Data(text.utf8))
        else { return [] }
        return cases
    }

    private func finding(_ text: String) throws -> Diagnostic? {
        let record = Record(
            id: try #require(ProfileID("someone")), value: ["profile": ["bio": .string(text)]])
        return Lint().findings(in: Subject(record)).first { $0.code == "lint.damaged-text" }
    }

    /// The text mended; nil where it is sound, empty where it cannot be mended.
    private func mended(_ text: String) throws -> String? {
        try finding(text).map { $0.fix?.edits.first?.value?.string ?? "" }
    }

    @Test(
        .enabled(if: SharedTexts.isThere, "the collection is not beside this checkout"),
        arguments: cases("negative"))
    func `a sound text is left alone`(_ example: Case) throws {
        // One of them has a control character for a dash, which no page should.
        guard !example.label.hasPrefix("Mostly negative") else { return }
        #expect(try mended(example.original) == nil)
    }

    @Test(.enabled(if: SharedTexts.isThere, "the collection is not beside this checkout"))
    func `most damage is seen, and a certain fix is the right one`() throws {
        var missed: [String] = []
        let cases = Self.cases("in-the-wild")
        for example in cases {
            guard let found = try finding(example.original) else {
                missed.append(example.label)
                continue
            }
            guard found.fix?.isSafe == true, !example.label.contains("comma") else { continue }
            let text = try #require(found.fix?.edits.first?.value?.string)
            #expect(Self.plain(text) == Self.plain(example.fixed), "\(example.label)")
        }
        // Those that are missed are of encodings that western systems do not use, or doubtful.
        #expect(missed.count * 3 < cases.count, "\(missed)")
    }

    /// The text as a typewriter has it.
    ///
    /// The collection also mends quotation marks and ligatures.
    private static func plain(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "“", "”", "„": result += "\""
            case "‘", "’": result += "'"
            case "ﬁ": result += "fi"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    @Test(arguments: [
        "Zürich – “naïve” café… 🎉 twice", "Malmö, Gdańsk, Dvořák", "论文、発表",
    ])
    func `what was read as Windows text is mended`(text: String) throws {
        for encoding in [String.Encoding.windowsCP1252, .windowsCP1254] {
            guard let damaged = String(data: Data(text.utf8), encoding: encoding) else { continue }
            #expect(try mended(damaged) == text, "\(encoding)")
        }
        #expect(try mended(text) == nil)
    }

    @Test(arguments: [
        ("Caf\u{221A}\u{A9} \u{201A}\u{C4}\u{EC} 1", "Café – 1"),
        ("\u{F8FF}\u{FC}\u{EE}\u{2022} News", "🔥 News"),
        ("Arti\u{D4}\u{A8}\u{C5}cial", "Arti\u{FB01}cial"),
    ])
    func `what was read as Macintosh text is mended`(damaged: String, text: String) throws {
        #expect(try mended(damaged) == text)
    }
}
