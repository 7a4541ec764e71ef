import Formats
import Foundation
import Testing

/// The collection of damaged texts that the ftfy library is tested with.
struct CollectedDamageTests {
    /// One text of the collection.
    struct Case: Sendable, Decodable, CustomTestStringConvertible {
        let label: String
        let original: String
        let fixed: String
        let fixedEncoding: String?

        enum CodingKeys: String, CodingKey {
            case label, original, fixed
            case fixedEncoding = "fixed-encoding"
        }

        var testDescription: String { label }

        /// The text with its encoding repaired, other amendments left out.
        var expected: String { fixedEncoding ?? fixed }
    }

    static func cases(_ name: String) -> [Case] {
        guard SharedFiles.isThere,
            let bytes = try? SharedFiles.bytes("peers/ftfy-test-cases/\(name).json"),
            let cases = try? JSONDecoder().decode([Case].self, from: Data(bytes))
        else { return [] }
        return cases
    }

    @Test(
        .enabled(if: SharedFiles.isThere, "the collection is not beside this checkout"),
        arguments: ["in-the-wild", "synthetic", "language-names", "negative"].flatMap(cases))
    func `is repaired where that library repairs it`(_ example: Case) {
        let repaired = TextDecoder().repair(example.original).text
        #expect(
            repaired.unicodeScalars.elementsEqual(example.expected.unicodeScalars), "\(repaired)")
    }

    @Test(.enabled(if: SharedFiles.isThere, "the collection is not beside this checkout"))
    func `is repaired where that library is known to fail`() {
        let cases = Self.cases("known-failures")
        // That library also straightens quotation marks.
        let missed = cases.filter { example in
            let repaired = TextDecoder().repair(example.original).text
            return repaired.replacing("“", with: "\"").replacing("”", with: "\"")
                != example.expected
        }
        #expect(missed.isEmpty && !cases.isEmpty, "\(missed.map(\.label))")
    }
}
