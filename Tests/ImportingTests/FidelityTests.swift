import Foundation
import Importing
import Layouts
import ProfileStore
import RecordModel
import TestSupport
import Testing

/// The lens closed, as a browser would see it: a page and what its family's export makes of it, both
/// built by Jekyll, have the same words in the same order.
@Suite struct FidelityTests {
    private static let measure = SharedPages.root.appending(path: "tools/fidelity.py").path
    private static let isPossible =
        !SharedPages.pages.isEmpty && SystemCommand.find("jekyll") != nil
        && SystemCommand.find("python3") != nil
    private static let isSoak = ProcessInfo.processInfo.environment["LABFOLIO_SOAK"] != nil

    /// What a comparison of two built pages says.
    private struct Outcome: Decodable {
        let before: Int
        let lost: Int
        let added: Int
        let order: Double
        let lostWords: [String: Int]
        let addedWords: [String: Int]
    }

    /// A page before and after, and how much of it is in fields.
    private struct Pair {
        let path: String
        let family: String
        let original: String
        let export: String
        let typedShare: Double
        /// The files that the original includes, by their paths beside it.
        var includes: [String: String] = [:]
    }

    private static func pair(_ path: String, _ schemas: SchemaSet) throws -> Pair? {
        let id = try #require(ProfileID("ada-lovelace"))
        let source = try ImportSource(at: SharedPages.path(path), name: path)
        let imported = Importer(schemas: schemas).read(source.site, as: id)
        let texts = source.site.texts
        guard let layout = Layout.named(imported.report.family),
            let (name, text) = texts.count == 1
                ? texts.first : texts.first(where: { $0.key == "_pages/about.md" })
        else { return nil }
        let files = layout.output(Layout.Input(record: imported.record)).files
        let home = try #require(files.first { $0.path.description == "_pages/about.md" })
        guard case .bytes(let bytes) = home.content else { return nil }
        let samples = imported.report.dropped.filter {
            $0.reason == .templateSample && $0.file == name
        }
        let words = imported.report.words
        let folder = "_pages/"
        let included = texts.filter { $0.key.hasPrefix(folder + "includes/") }
        return Pair(
            path: path, family: layout.name,
            original: withoutTags(page(without(samples, text)), besides: included.keys),
            export: page(String(decoding: bytes, as: UTF8.self)),
            typedShare: Double(words.typed) / Double(max(1, words.source - words.dropped)),
            includes: Dictionary(
                uniqueKeysWithValues: included.map {
                    (String($0.key.dropFirst(folder.count)), $0.value)
                }))
    }

    /// A source without what came with its theme, each piece taken out where it stands; how the
    /// lines of a piece are broken does not count.
    private static func without(_ samples: [DroppedText], _ source: String) -> String {
        var lines = source.components(separatedBy: "\n")
        for sample in samples where sample.line <= lines.count {
            let head = lines[..<(sample.line - 1)]
            var rest = lines[(sample.line - 1)...].joined(separator: "\n")
            let words = sample.text.split(whereSeparator: \.isWhitespace)
                .map { NSRegularExpression.escapedPattern(for: String($0)) }
            let pattern = "([-*] +)?" + words.joined(separator: "\\s+")
            if let range = rest.range(of: pattern, options: .regularExpression) {
                // The lines below keep their numbers.
                let count = rest[range].filter(\.isNewline).count
                rest.replaceSubrange(range, with: String(repeating: "\n", count: count))
            }
            lines = head + rest.components(separatedBy: "\n")
        }
        return lines.joined(separator: "\n")
    }

    /// A page without the tags of Liquid that only its theme could follow.
    private static func withoutTags(
        _ page: String, besides included: some Collection<String>
    ) -> String {
        let known = [
            "if", "elsif", "else", "endif", "unless", "endunless", "case", "when", "endcase", "for",
            "endfor", "break", "continue", "assign", "capture", "endcapture", "comment",
            "endcomment", "raw", "endraw", "highlight", "endhighlight",
        ]
        let pieces = page.components(separatedBy: "{%")
        return pieces.dropFirst().reduce(pieces[0]) { text, piece in
            guard let end = piece.range(of: "%}") else { return text + "{%" + piece }
            let words = piece[..<end.lowerBound].split { $0.isWhitespace || $0 == "-" }
            let isIncluded =
                words.first == "include_relative" && words.count == 2
                && included.contains("_pages/" + words[1])
            let isKept = words.first.map { known.contains(String($0)) } ?? false || isIncluded
            return text + (isKept ? "{%" + piece : String(piece[end.upperBound...]))
        }
    }

    /// A page with nothing of a theme around it, and what al-folio prints of its front matter.
    private static func page(_ text: String) -> String {
        let page = SitePage(path: "about.md", text: text)
        let profile = page.header["profile"]
        let beside = [page.header["subtitle"], profile?["more_info"] ?? profile?["address"]]
            .compactMap { $0?.plainText }.filter { $0 != "false" && !TemplateText.isSample($0) }
        let parts = beside.prefix(2).map { "<div>" + $0 + "</div>" } + [page.body]
        return "---\nlayout: bare\n---\n" + parts.joined(separator: "\n\n")
    }

    /// Builds the pages in one go and compares each with its export.
    private static func outcomes(_ pairs: [Pair]) throws -> [Outcome] {
        let folder = try TemporaryFolder()
        try folder.write(
            "markdown: kramdown\nkramdown: {input: GFM}\ncollections:\n"
                + ["publications", "talks", "teaching", "portfolio", "news", "projects"]
                .map { "  \($0): {}\n" }.joined(), to: "site/_config.yml")
        try folder.write("<html><body>{{ content }}</body></html>", to: "site/_layouts/bare.html")
        for (index, pair) in pairs.enumerated() {
            try folder.write(pair.original, to: "site/\(index)/before.md")
            try folder.write(pair.export, to: "site/\(index)/after.md")
            for (name, text) in pair.includes {
                try folder.write(text, to: "site/\(index)/\(name)")
            }
        }
        let site = folder.path + "/site"
        let built = try SystemCommand.run(
            "jekyll", ["build", "--trace"], in: site,
            environment: ["LANG": "C.UTF-8", "BUNDLE_GEMFILE": ""])
        try #require(built.status == 0, "\(built.errors.suffix(2000))")
        return try pairs.indices.map { index in
            let place = "\(site)/_site/\(index)"
            let result = try SystemCommand.run(
                "python3", [measure, "pages", "\(place)/before.html", "\(place)/after.html"],
                in: site, environment: ["LANG": "C.UTF-8"])
            return try JSONDecoder().decode(Outcome.self, from: Data(result.output.utf8))
        }
    }

    @Test(.enabled(if: isPossible, "there is no ../shared here, or no Jekyll"))
    func `the seeds go out as they came in`() throws {
        let schemas = try SchemaSet()
        let paths = SharedPages.pages.filter { $0.hasPrefix("seeds/") }
        let pairs = try paths.compactMap { try Self.pair($0, schemas) }
        #expect(pairs.count == paths.count)
        for (pair, outcome) in zip(pairs, try Self.outcomes(pairs)) {
            #expect(outcome.lost == 0, "\(pair.path): \(outcome.lostWords)")
            #expect(outcome.added == 0, "\(pair.path): \(outcome.addedWords)")
            #expect(outcome.order >= 0.98 && outcome.before > 100, "\(pair.path)")
            #expect(pair.typedShare >= 0.9, "\(pair.path)")
        }
    }

    @Test(
        .enabled(if: isPossible, "there is no ../shared here, or no Jekyll"),
        .enabled(if: isSoak, "only with LABFOLIO_SOAK=1"))
    func `the home page of every site goes out as it came in`() throws {
        let schemas = try SchemaSet()
        let pairs = try SharedPages.sites.compactMap { try Self.pair($0, schemas) }
        #expect(pairs.count == SharedPages.sites.count)
        var shares: [String: [Double]] = [:]
        for (pair, outcome) in zip(pairs, try Self.outcomes(pairs)) {
            print(
                pair.path, outcome.before, "lost", outcome.lost, "added", outcome.added, "order",
                outcome.order, "typed", String(format: "%.3f", pair.typedShare))
            shares[pair.family, default: []].append(pair.typedShare)
            #expect(outcome.lost == 0, "\(pair.path): \(outcome.lostWords)")
            #expect(outcome.added == 0, "\(pair.path): \(outcome.addedWords)")
            #expect(outcome.order >= 0.98, "\(pair.path)")
        }
        for (family, shares) in shares {
            let mean = shares.reduce(0, +) / Double(shares.count)
            print(family, "mean typed share of sites", String(format: "%.3f", mean))
            #expect(mean >= 0.85, "\(family)")
        }
    }

    /// Pages whose own markup is broken in a way that shows tags as words; what an export loses of
    /// them are those words.
    private static let broken = ["ItsIvy33__huishanwang", "yangfengstat__yangfengstat"]

    @Test(
        .enabled(if: isPossible, "there is no ../shared here, or no Jekyll"),
        .enabled(if: isSoak, "only with LABFOLIO_SOAK=1"))
    func `every page goes out as it came in`() throws {
        let schemas = try SchemaSet()
        let paths = SharedPages.pages.filter { !$0.hasPrefix("seeds/") }
        let pairs = try paths.compactMap { try Self.pair($0, schemas) }
        #expect(pairs.count > paths.count * 9 / 10)
        var shares: [String: [Double]] = [:]
        for (pair, outcome) in zip(pairs, try Self.outcomes(pairs)) {
            print(
                pair.path, outcome.before, "lost", outcome.lost, "added", outcome.added, "order",
                outcome.order, "typed", String(format: "%.3f", pair.typedShare))
            shares[pair.family, default: []].append(pair.typedShare)
            // A page of includes alone has no words.
            guard outcome.before > 0 else { continue }
            let isBroken = Self.broken.contains { pair.path.contains($0) }
            #expect(isBroken || outcome.lost == 0, "\(pair.path): \(outcome.lostWords)")
            #expect(isBroken || outcome.added == 0, "\(pair.path): \(outcome.addedWords)")
            #expect(outcome.order >= 0.98, "\(pair.path)")
        }
        for (family, shares) in shares {
            let mean = shares.reduce(0, +) / Double(shares.count)
            print(family, "mean typed share", String(format: "%.3f", mean))
            #expect(mean >= 0.85, "\(family)")
        }
    }
}
