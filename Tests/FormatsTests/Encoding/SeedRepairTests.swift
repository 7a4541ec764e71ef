import Formats
import Foundation
import Testing

/// The damaged sequences of real pages, each as it was meant; read by hand.
struct SeedRepairTests {
    /// What is to be on a line, and whether a byte of it was lost.
    struct Case: Sendable, CustomTestStringConvertible {
        let file: String
        let signs: [(line: Int, after: [String], isCertain: Bool)]

        var testDescription: String { file }
    }

    static let cases = [
        Case(
            file: "000_7928f940f65d6155.txt",
            signs: [
                (15, ["👤"], true), (23, ["🔬"], true), (27, ["📡"], true), (28, ["🤝"], false),
                (29, ["⚡"], true), (33, ["🔥"], true),
                (40, ["👈", "从默认偏小改为", "（或用", "）"], false), (41, ["👈", "增加行高更易读"], false),
                (51, ["日期列也加大"], true), (53, ["👈", "日期", "字体"], false),
                (59, ["👈", "角标字体稍微调大"], false), (91, ["🎉"], false), (103, ["🎊"], false),
                (107, ["🏆", "–"], false), (111, ["🚀"], true), (121, ["📬"], true),
                (125, ["📧"], true), (129, ["🏢"], false), (133, ["📍"], false), (140, ["🌍"], false),
            ]),
        Case(
            file: "001_5f02ca43c8833f26.txt",
            signs: [
                (34, ["🔥"], true), (36, ["🎉🎉"], false), (37, ["🎉🎉"], false),
                (38, ["🎉🎉"], false), (39, ["🎉🎉"], false), (40, ["🎉🎉"], false),
                (41, ["🎉🎉"], false), (42, ["🎉🎉", "“", "”"], false), (43, ["🎉🎉"], false),
                (44, ["🎉🎉"], false), (45, ["🎉🎉"], false), (46, ["🎉🎉"], false),
                (59, ["ﬁ"], false), (97, ["📝"], false), (113, ["🎖"], false), (117, ["📖"], true),
                (121, ["💬"], true), (125, ["💻"], true),
            ]),
        Case(
            file: "002_f059fa1164575b5c.txt",
            signs: [
                (61, ["📖"], true), (63, ["。"], true), (65, ["💻"], true), (74, ["📕"], true),
                (77, ["ﬁ"], true), (83, ["👔"], true), (108, ["🎤"], true), (113, ["🎖"], true),
                (134, ["📝"], true), (135, ["📧", "💡"], true), (145, ["💡"], true),
                (153, ["💡📧", "📧"], true), (155, ["📧"], true), (157, ["📧"], true),
                (159, ["📧"], true), (162, ["📧"], true), (165, ["📧"], true),
                (168, ["📧", "📧"], true), (170, ["📧"], true), (173, ["📧"], true),
                (175, ["📧"], true), (178, ["📧"], true), (181, ["📧"], true), (183, ["–"], true),
                (185, ["–"], true), (187, ["📧"], true), (191, ["’"], true), (198, ["📧"], true),
                (200, ["–"], true), (205, ["📧"], true), (207, ["📧"], true), (215, ["🛠️"], true),
                (239, ["📚"], true),
            ]),
        Case(
            file: "003_1f0e83ff7fff52bd.txt",
            signs: [
                (5, ["🧗"], true), (21, ["👋"], true), (27, ["🔐"], true), (29, ["🛡"], true),
                (31, ["🚀"], true),
            ]),
        Case(file: "004_a232ea6984ea0d04.txt", signs: [(21, ["🚧", "🚧"], true)]),
    ]

    @Test(
        .enabled(if: SharedFiles.isThere, "the pages are not beside this checkout"),
        arguments: cases)
    func `every damaged sequence is what was meant`(_ example: Case) throws {
        let bytes = try SharedFiles.bytes("seeds/\(example.file)")
        let repairs = TextDecoder().decode(bytes).repairs
        for sign in example.signs {
            let found = repairs.filter { $0.line == sign.line }
            #expect(found.map(\.after) == sign.after, "line \(sign.line)")
            #expect(!found.contains { !$0.isCertain } == sign.isCertain, "line \(sign.line)")
        }
        #expect(Set(repairs.map(\.line)) == Set(example.signs.map(\.line)))
    }

    @Test(.enabled(if: SharedFiles.isThere, "the pages are not beside this checkout"))
    func `sound pages keep every byte`() throws {
        var count = 0
        for file in SharedFiles.all("corpus", endings: ["md", "yml", "bib", "json", "html"]) {
            let bytes = try SharedFiles.bytes(file)
            let decoded = TextDecoder().decode(bytes)
            #expect(decoded.repairs.isEmpty, "\(file): \(decoded.repairs)")
            if decoded.lineEnds == .lineFeed, !decoded.hadByteOrderMark {
                #expect(Array(decoded.text.utf8) == bytes, "\(file)")
            }
            count += 1
        }
        #expect(count > 100)
    }
}

/// The files that are beside a checkout; where they are not, the tests say so and skip.
enum SharedFiles {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../../shared").standardized

    static let isThere = FileManager.default.fileExists(atPath: root.path)

    static func bytes(_ path: String) throws -> [UInt8] {
        Array(try Data(contentsOf: root.appending(path: path)))
    }

    /// The paths of the files below a folder that have one of some endings, in order.
    static func all(_ folder: String, endings: Set<String>) -> [String] {
        let below = FileManager.default.enumerator(atPath: root.appending(path: folder).path)
        let names = (below?.allObjects as? [String]) ?? []
        return names.filter { endings.contains(($0 as NSString).pathExtension) }.sorted()
            .map { "\(folder)/\($0)" }
    }
}
