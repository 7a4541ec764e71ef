import Formats
import Foundation
import RecordModel
import TestSupport
import Testing

/// Bibliographies, sound and damaged, read here and by other programs.
@Suite
struct BibTeXOracleTests {
    /// How many damaged bibliographies are compared.
    private static let count =
        ProcessInfo.processInfo.environment["LABFOLIO_SOAK"] == "1" ? 20_000 : 2_000

    /// Every file that the shared corpus has, else a bibliography of this test.
    private static let bibliographies: [String] = {
        var root = URL(fileURLWithPath: #filePath)
        for _ in 0..<4 { root.deleteLastPathComponent() }
        let corpus = root.appendingPathComponent("../shared/corpus")
        let files = FileManager.default.enumerator(at: corpus, includingPropertiesForKeys: nil)
        var texts: [String] = []
        while let file = files?.nextObject() as? URL {
            guard file.pathExtension == "bib" else { continue }
            if let text = try? String(contentsOf: file, encoding: .utf8) { texts.append(text) }
        }
        return texts.sorted() + [sound]
    }()

    private static let sound = """
        @string{ann = "Annals of " # {Things}}
        @article{one-2020,
          author = {Ada Lovelace and van der Berg, Jan and {The Team}},
          title = {A {B}rief note on "things" \\& more},
          journal = ann,
          year = 2020,
          month = mar # "~1",
        }

        @inproceedings{two:2021,
          author    = "M{\\"u}ller, J{\\"o}rg and others",
          title     = {Two, or: how {(not)} to},
          booktitle = {Proc. of = signs},
          pages     = {1--9}, year = {2021}
        }
        @comment{nothing here}
        @misc(three, title = {Parentheses (yes)}, note = {})
        """

    @Test(
        .enabled(
            if: BibTeXOracle.pybtex.isThere,
            "Python's pybtex is not there; .ci/install-test-tools brings it"))
    func `sound bibliographies are read as pybtex reads them`() throws {
        let answers = try BibTeXOracle.pybtex.read(Self.bibliographies)
        var fields = 0
        for (text, answer) in zip(Self.bibliographies, answers) {
            let document = BibTeXParser(file: "a.bib").parse(text)
            for (key, expected) in answer {
                let entry = document.entries.first {
                    $0.content.key.lowercased() == key.lowercased()
                }
                let found = try #require(entry, "\(key)")
                for (name, value) in expected {
                    #expect(found[name.lowercased()] == value, "\(key) \(name)")
                    fields += 1
                }
            }
        }
        #expect(fields >= 9)
    }

    @Test(.enabled(if: BibTeXOracle.pybtex.isThere, "no pybtex; .ci/install-test-tools brings it"))
    func `no entry is lost that pybtex still reads in a damaged bibliography`() throws {
        try Self.compare(with: .pybtex)
    }

    @Test(
        .enabled(if: BibTeXOracle.btparse.isThere, "no btparse; .ci/install-test-tools brings it"))
    func `no entry is lost that btparse still reads in a damaged bibliography`() throws {
        try Self.compare(with: .btparse)
    }

    @Test(
        .enabled(
            if: BibTeXOracle.bibtexparser.isThere,
            "no bibtexparser; .ci/install-test-tools brings it"))
    func `no entry is lost that bibtexparser still reads in a damaged bibliography`() throws {
        try Self.compare(with: .bibtexparser)
    }

    private static func compare(with oracle: BibTeXOracle) throws {
        var generator = SeededGenerator(seed: 20)
        let bibliographies = Self.bibliographies.map(Lines.init)
        let texts = (0..<Self.count).map { _ in
            bibliographies[Int.random(in: bibliographies.indices, using: &generator)]
                .damaged(using: &generator)
        }
        let answers = try oracle.read(texts)
        // A key that damage made up is read by each as it sees fit.
        let sound = Set(
            Self.bibliographies.flatMap { BibTeXParser(file: "").parse($0).entries }
                .map { $0.content.key.lowercased() })
        var compared = 0
        for (text, answer) in zip(texts, answers) {
            let document = BibTeXParser(file: "a.bib").parse(text)
            let keys = Set(document.entries.map { $0.content.key.lowercased() })
            for key in answer.keys where sound.contains(key.lowercased()) {
                compared += 1
                // `@misc(key = {…}` lost the title behind its key: the value stays with that name.
                let isField = document.entries.contains {
                    $0.content.key.isEmpty && $0[key.lowercased()] != nil
                }
                #expect(keys.contains(key.lowercased()) || isField, "\(key) in \(text)")
            }
        }
        print("\(oracle.name): \(compared) entries in \(texts.count) damaged bibliographies")
        // Without the corpus there are three entries to cut from.
        #expect(compared > (Self.bibliographies.count > 1 ? Self.count : Self.count / 2))
    }

    /// A bibliography, cut into lines once: that takes longer than damaging it.
    private struct Lines {
        private let lines: [Substring]
        /// Where entries begin.
        private let starts: [Int]
        private static let signs = Array("{}\",=@#()\n".utf8)

        init(_ text: String) {
            lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            starts = lines.indices.filter { [lines] in lines[$0].hasPrefix("@") }
        }

        /// A few entries with signs taken out, put in, and passages cut or doubled.
        func damaged(using generator: inout SeededGenerator) -> String {
            let first = Int.random(in: 0..<max(1, starts.count), using: &generator)
            let last = first + 6 < starts.count ? starts[first + 6] : lines.count
            var bytes = Array(
                lines[(starts.isEmpty ? 0 : starts[first])..<last].joined(separator: "\n").utf8)
            let signs = Self.signs
            for _ in 0..<Int.random(in: 1...3, using: &generator) where !bytes.isEmpty {
                let place = Int.random(in: 0..<bytes.count, using: &generator)
                let sign = Self.sign(in: bytes, using: &generator) ?? place
                let end = min(bytes.count, place + Int.random(in: 1...40, using: &generator))
                switch Int.random(in: 0..<5, using: &generator) {
                case 0: bytes.remove(at: sign)
                case 1: bytes.insert(signs.randomElement(using: &generator) ?? 0, at: sign)
                case 2: bytes.insert(signs.randomElement(using: &generator) ?? 0, at: place)
                case 3: bytes.removeSubrange(place..<end)
                default: bytes.insert(contentsOf: bytes[place..<end], at: end)
                }
            }
            return String(decoding: bytes, as: UTF8.self)
        }

        /// Where a sign stands: the first one from some place on, or before it.
        private static func sign(
            in bytes: [UInt8], using generator: inout SeededGenerator
        ) -> Int? {
            let start = Int.random(in: bytes.indices, using: &generator)
            var place = start
            repeat {
                if signs.contains(bytes[place]) { return place }
                place = place + 1 == bytes.count ? 0 : place + 1
            } while place != start
            return nil
        }
    }
}
