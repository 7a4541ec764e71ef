import Foundation
import Prose
import RecordModel
import TestSupport
import Testing

/// References as the styles of the Citation Style Language write them, read again.
@Suite(
    .enabled(
        if: CitationStyleOracle.isThere,
        "no pandoc with styles of citations; .ci/install-test-tools brings them"))
struct CitationStyleTests {
    private static let isSoak = ProcessInfo.processInfo.environment["LABFOLIO_SOAK"] == "1"
    private static let owner = "Jo Anna Lind"

    @Test func `what a style writes of a paper is read again`() throws {
        let styles = try Self.isSoak ? CitationStyleOracle.all() : CitationStyleOracle.common
        var generator = SeededGenerator(seed: 7)
        let references = (0..<12).map { Self.reference($0, using: &generator) }
        var (right, all) = (0, 0)
        var wrong: [(style: String, reason: String, text: String)] = []
        for style in styles {
            let citations = try CitationStyleOracle.citations(of: references, in: style)
            for reference in references {
                guard let text = citations[reference.id], Self.isTelling(text, of: reference) else {
                    continue
                }
                all += 1
                if let reason = Self.difference(of: text, to: reference) {
                    wrong.append((style, reason, text))
                } else {
                    right += 1
                }
            }
        }
        #expect(all > styles.count * 6)
        let share = Double(right) / Double(max(all, 1))
        print("Citations read: \(right) of \(all) in \(styles.count) styles")
        let report = wrong.shuffled(using: &generator).prefix(40).map {
            "\($0.style): \($0.reason): \($0.text)"
        }
        #expect(share >= (Self.isSoak ? 0.75 : 0.95), "\(report.joined(separator: "\n"))")
    }

    /// Whether a citation says what is asked for: some styles write no titles.
    private static func isTelling(_ text: String, of reference: Reference) -> Bool {
        folded(text).contains(folded(reference.title))
    }

    /// What is read otherwise than it is, nil where title, authors and year are right.
    private static func difference(of text: String, to reference: Reference) -> String? {
        let context = EntryContext(ownNames: [owner])
        guard
            let reading = EntryGrammar.read("- " + text, as: .publications, context: context)
        else { return "not read" }
        let title = reading.fields["title"]?.string ?? ""
        guard folded(title) == folded(reference.title) else { return "title \(title)" }
        let entries = reading.fields["authors"]?.list ?? []
        let names = entries.compactMap { $0["name"]?.string }
        let shown = reference.author.filter { folded(text).contains(folded($0.family)) }
        // Where not all are shown, `et al.` is.
        let areAll = shown.count == reference.author.count || reading.fields["others"] != nil
        guard areAll, names.count == shown.count,
            zip(names, shown).allSatisfy({ folded($0).contains(folded($1.family)) })
        else { return "authors \(names)" }
        let date = reading.fields["date"]?.string ?? ""
        guard date.hasPrefix(String(reference.year)) || !text.contains(String(reference.year))
        else {
            return "date \(date)"
        }
        let isOwnShown = shown.contains { $0.family == "Lind" }
        return !isOwnShown || entries.contains { $0["self"] == .bool(true) }
            ? nil : "nobody is the owner"
    }

    private static func folded(_ text: String) -> String {
        text.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
            .filter { $0.isLetter || $0.isNumber }
    }

    // MARK: Made-up works

    private static let families = [
        "Berg", "Hoek", "Tarn", "Moe", "Chen", "García", "van der Veen", "Okafor", "Smith-Jones",
        "Yamada", "Müller",
    ]
    private static let givens = [
        "Ada", "Max P.", "Eva", "Ole", "Wei", "Luisa M.", "Piet", "Ngozi", "Tom", "Hana", "Jörg",
    ]
    private static let titles = [
        "Quiet rivers shape the ice of northern valleys",
        "How glaciers remember: A study of memory in cold places",
        "Learning to predict floods with sparse sensors", "Do models of rain need clouds?",
        "Snow cover and the limits of forecasting", "Sediment as an archive of forgotten storms",
        "Deep learning for mapping snow from satellite images",
        "A theory of braided channels in steep terrain",
        "Groundwater, drought and the price of bread", "Lakes under ice: what winter hides",
        "On the shape of water drops at high speed", "Measuring evaporation without instruments",
    ]
    private static let journals = [
        "Journal of Glaciology", "Earth System Science Data", "Remote Sensing of Environment",
        "Nature Climate Change", "Water Resources Research", "The Cryosphere", "Hydrology Letters",
    ]

    private static func reference(_ number: Int, using generator: inout SeededGenerator)
        -> Reference
    {
        var authors = zip(families, givens).shuffled(using: &generator)
            .prefix(Int.random(in: 0...5, using: &generator))
            .map { Reference.Name(family: $0, given: $1) }
        authors.insert(
            Reference.Name(family: "Lind", given: "Jo Anna"),
            at: Int.random(in: 0...authors.count, using: &generator))
        let isPaper = number % 3 != 2
        let first = Int.random(in: 1...900, using: &generator)
        let year = Int.random(in: 2005...2025, using: &generator)
        let month = Int.random(in: 1...12, using: &generator)
        return Reference(
            id: "r\(number)", type: isPaper ? "article-journal" : "paper-conference",
            title: titles[number % titles.count], author: authors,
            journal: isPaper
                ? journals[Int.random(in: journals.indices, using: &generator)]
                : "Proceedings of the \(number + 20)th International Conference on Hydrology",
            volume: isPaper ? String(Int.random(in: 1...300, using: &generator)) : nil,
            issue: isPaper && number.isMultiple(of: 2)
                ? String(Int.random(in: 1...12, using: &generator)) : nil,
            page: "\(first)-\(first + Int.random(in: 5...30, using: &generator))",
            publisher: isPaper ? nil : "River Press",
            doi: isPaper ? "10.1234/river.\(year).\(first)" : nil,
            issued: Reference.Date(parts: [number.isMultiple(of: 2) ? [year, month] : [year]]))
    }
}
