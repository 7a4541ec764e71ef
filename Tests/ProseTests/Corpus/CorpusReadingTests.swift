import Foundation
import Prose
import RecordModel
import TestSupport
import Testing

/// What is read of real pages; absent where ../shared/corpus is.
@Suite struct CorpusReadingTests {
    private static let items: [CorpusItem] =
        CorpusItem.folder.map { folder in
            CorpusItem.files(in: folder).flatMap(CorpusItem.items)
        } ?? []

    /// The words of a text as other programs count them: runs of letters and digits in lower case,
    /// each sign of Chinese, Japanese and Korean, each emoji.
    private static func words(_ text: String) -> [String] {
        let plain = text.precomposedStringWithCompatibilityMapping.lowercased()
        var (words, run) = ([String](), "")
        for scalar in plain.unicodeScalars {
            let text = String(scalar)
            let isEmoji =
                (0x1f000...0x1faff).contains(scalar.value)
                || (0x2600...0x27bf).contains(scalar.value)
            let properties = scalar.properties
            let isWord =
                properties.isAlphabetic || properties.numericType != nil
                || properties.generalCategory == .nonspacingMark
            guard isEmoji || isWord else {
                if !run.isEmpty { words.append(run) }
                run = ""
                continue
            }
            let isAlone =
                (0x2e80...0x9fff).contains(scalar.value) || (0xac00...0xd7af).contains(scalar.value)
                || scalar.value >= 0x1f000
                || (0x2600...0x27bf).contains(scalar.value)
                || (0xf900...0xfaff).contains(scalar.value)
            if isAlone {
                if !run.isEmpty { words.append(run) }
                run = ""
                words.append(text)
            } else {
                run += text
            }
        }
        if !run.isEmpty { words.append(run) }
        return words
    }

    /// The words that a reader sees of an item, by a program that knows nothing of the grammars.
    private static func visible(_ markdown: String) -> [String] {
        var text = markdown.replacing(/(?s)<!--.*?-->/, with: " ").replacing(
            /\{\{.*?\}\}/, with: " ")
        text = text.replacing(/!\[[^\]]*\]\([^)]*\)/, with: " ")
        // Targets of links, tags, entities.
        text = text.replacing(/\]\((?:[^()\s]|\([^()]*\))*(?:\s+"[^"]*")?\)/, with: "] ")
        text = text.replacing(/<\/?(?:b|i|em|strong|span|a|sub|sup|u|code|font)\b[^>]*>/, with: "")
        text = text.replacing(/<[a-zA-Z\/][^>]*>/, with: " ")
        text = text.replacing("&nbsp;", with: " ").replacing("&#42;", with: "*").replacing(
            "&amp;", with: "&")
        return words(text.replacing("*", with: "").replacing("\\", with: ""))
    }

    @Test(.enabled(if: !items.isEmpty, "there is no ../shared/corpus here"))
    func `a reading keeps every visible word, is valid, and most items are read`() throws {
        let schemas = try SchemaCheck()
        var counts: [SectionKind: (read: Int, items: Int, readWords: Int, words: Int)] = [:]
        for item in Self.items {
            let words = Self.visible(item.markdown)
            var count = counts[item.kind] ?? (0, 0, 0, 0)
            count.items += 1
            count.words += words.count
            defer { counts[item.kind] = count }
            guard
                let readings = EntryGrammar.readAll(
                    item.markdown, as: item.kind, context: item.context)
            else { continue }
            count.read += 1
            count.readWords += words.count
            var known: [String: Int] = [:]
            for reading in readings {
                let section = reading.kind == .contact ? "profile" : reading.kind.rawValue
                let faults = schemas.faults(of: reading.fields, in: section)
                #expect(faults.isEmpty, "\(item.page): \(faults.prefix(3))")
                for word in reading.notation.words { known[word, default: 0] += 1 }
                for text in EntryExample.leaves(.mapping(reading.fields)).values {
                    for word in Self.words(text.replacing("*", with: "").replacing("\\", with: ""))
                    { known[word, default: 0] += 1 }
                }
            }
            var lost: [String] = []
            for word in words {
                if let left = known[word], left > 0 {
                    known[word] = left - 1
                } else {
                    lost.append(word)
                }
            }
            #expect(lost.isEmpty, "\(item.page): \(lost.prefix(5)) of \(item.markdown.prefix(200))")
        }
        let all = counts.values.reduce((0, 0)) { ($0.0 + $1.readWords, $0.1 + $1.words) }
        for (kind, count) in counts.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            print(
                "\(kind): \(count.read) of \(count.items) items, \(count.readWords * 100 / max(1, count.words)) % of \(count.words) words"
            )
        }
        #expect(all.0 * 100 >= all.1 * 80, "\(all)")
    }

    /// The publications of all pages, seeds included.
    private static let papers: [CorpusItem] =
        CorpusItem.folder.map { folder in
            (CorpusItem.files(in: folder) + CorpusItem.seeds(beside: folder)).flatMap(
                CorpusItem.items
            ).filter { $0.kind == .publications }
        } ?? []

    @Test(.enabled(if: !papers.isEmpty, "there is no ../shared/corpus here"))
    func `publications get the title, authors and year that a reader sees`() {
        var (right, wrong) = (0, [String]())
        for label in PublicationLabel.all {
            let readings = Self.papers.filter { $0.page.hasPrefix(label.page) }.flatMap {
                EntryGrammar.readAll($0.markdown, as: .publications, context: $0.context) ?? []
            }
            let reading = readings.first { $0.fields["title"]?.string == label.title }
            let authors = reading?.fields["authors"]?.list?.compactMap { $0["name"]?.string } ?? []
            let year = reading?.fields["date"]?.string.map { String($0.prefix(4)) }
            if reading != nil, authors == label.authors, year == label.year {
                right += 1
            } else {
                wrong.append("\(label.page): \(label.title) | \(authors) | \(year ?? "-")")
            }
        }
        print("publications: \(right) of \(PublicationLabel.all.count) labels right")
        #expect(
            PublicationLabel.all.count >= 60 && Set(PublicationLabel.all.map(\.page)).count >= 20)
        #expect(right * 100 >= PublicationLabel.all.count * 95, "\(wrong.joined(separator: "\n"))")
    }

    /// Items of all kinds for where the corpus is absent.
    private static let samples = [
        "*2024.09*: 🎉 One paper (**X**) was accepted. [[paper](https://a.example)]",
        "A. Berg, **J. Lind**\\*, \"A title, with commas,\" in *Proc. FOO'23*, pp. 1-2, 2023. [[Code]()]",
        "<div class='paper-box'><div class=\"badge\">FOO 2020</div><div markdown=\"1\">\n\n[Title of it](u)\n\nA. B, C. D\n- x\n</div></div>",
        "**Ph.D. in X** (2020 – now), University of Y\n  - Advisor: Prof. Z W",
        "Reviewer: KDD'23, ICML'22,23", "2023 Fall, COMP1 Rivers, HKU",
    ]

    @Test(
        arguments: UInt64(
            0)..<(ProcessInfo.processInfo.environment["LABFOLIO_SOAK"] == "1" ? 4_000 : 60))
    func `no item stops the reader, and what is read of it is valid`(seed: UInt64) throws {
        let schemas = try SchemaCheck()
        var generator = SeededGenerator(seed: seed)
        let texts = Self.items.isEmpty ? Self.samples : Self.items.map(\.markdown)
        var scalars = Array(
            texts[Int.random(in: 0..<texts.count, using: &generator)].unicodeScalars)
        let pieces = [
            "*", "**", "[", "](", ")", "<", ">", "</div>", "<b>", "\n\n", "\n- ", "`", ",", " and ",
            "2024", ".", "‡", "é", "漢", "\u{FEFF}", "\u{202E}", "🎉", "\\", "|", "&amp;", "(", "“",
        ]
        for _ in 0..<Int.random(in: 1...12, using: &generator) {
            let at = Int.random(in: 0...scalars.count, using: &generator)
            switch Int.random(in: 0..<4, using: &generator) {
            case 0:
                scalars.insert(
                    contentsOf: pieces[Int.random(in: 0..<pieces.count, using: &generator)]
                        .unicodeScalars, at: at)
            case 1:
                scalars.removeSubrange(
                    at..<min(scalars.count, at + Int.random(in: 1...20, using: &generator)))
            case 2:
                scalars.append(
                    contentsOf: scalars.prefix(Int.random(in: 0...40, using: &generator)))
            default: scalars.swapAt(min(at, scalars.count - 1), 0)
            }
            if scalars.isEmpty { scalars = ["x"] }
        }
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars)
        for kind in SectionKind.allCases {
            for reading in EntryGrammar.readAll(
                String(text), as: kind,
                context: EntryContext(ownNames: ["Ada Berg"], baseURL: "https://x.example/")) ?? []
            {
                let section = reading.kind == .contact ? "profile" : reading.kind.rawValue
                let faults = schemas.faults(of: reading.fields, in: section)
                #expect(faults.isEmpty, "\(faults.prefix(3)) of \(String(text).debugDescription)")
            }
        }
    }

    @Test(arguments: [
        "a, ", "A. Berg, ", "**b** ", "[x](y) ", "(", "<div>", "2024.09 ", "\"", "- x\n", "漢",
        "Advisor: ", "`",
    ])
    func `a megabyte of anything is read or refused at once`(piece: String) {
        let text = String(repeating: piece, count: 1_000_000 / piece.utf8.count)
        for kind in SectionKind.allCases { _ = EntryGrammar.readAll(text, as: kind) }
        let shorter = String(text.prefix(2_500))
        for kind in [SectionKind.publications, .positions, .service, .awards, .news] {
            _ = EntryGrammar.readAll(shorter, as: kind)
        }
    }
}
