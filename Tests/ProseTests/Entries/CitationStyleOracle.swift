import Foundation
import TestSupport

/// Pandoc, which writes references in any of the styles of the Citation Style Language.
struct CitationStyleOracle {
    private static let folder = "/usr/share/citation-style-language/styles"

    /// Whether pandoc and the styles are installed.
    static var isThere: Bool {
        SystemCommand.find("pandoc") != nil
            && FileManager.default.fileExists(atPath: folder + "/apa.csl")
    }

    /// The styles that journals and universities ask for most.
    static let common = [
        "apa", "modern-language-association", "chicago-author-date", "ieee", "vancouver", "nature",
        "american-chemical-society", "american-medical-association", "elsevier-harvard",
        "elsevier-with-titles", "harvard-cite-them-right", "science", "cell",
        "springer-basic-author-date", "springer-lecture-notes-in-computer-science",
        "acm-sig-proceedings", "association-for-computing-machinery", "american-physics-society",
        "royal-society-of-chemistry-with-titles", "multidisciplinary-digital-publishing-institute",
        "plos", "pnas", "council-of-science-editors-author-date", "din-1505-2",
        "american-institute-of-physics", "copernicus-publications", "the-lancet",
        "associacao-brasileira-de-normas-tecnicas", "american-political-science-association",
        "taylor-and-francis-national-library-of-medicine",
    ]

    /// All styles but those that only point to another one.
    static func all() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder)
            .filter { $0.hasSuffix(".csl") }.map { String($0.dropLast(".csl".count)) }.sorted()
    }

    /// Returns the references as a style writes them, in Markdown, by their ids.
    ///
    /// What stands in a column of its own before the reference, a number or a key, is left out.
    static func citations(of references: [Reference], in style: String) throws -> [String: String] {
        let scratch = try TemporaryFolder()
        let library = try scratch.write(
            String(decoding: JSONEncoder().encode(references), as: UTF8.self), to: "library.json")
        let outcome = try SystemCommand.run(
            "pandoc",
            [
                "-f", "markdown", "-t", "gfm", "--citeproc", "--wrap=none",
                "--csl", "\(folder)/\(style).csl", "--bibliography", library,
            ], input: "---\nnocite: '@*'\n---\n")
        guard outcome.status == 0 else { return [:] }
        var citations: [String: String] = [:]
        for part in outcome.output.components(separatedBy: "<div id=\"ref-").dropFirst() {
            let id = String(part.prefix { $0 != "\"" })
            let text = part.drop { $0 != ">" }.dropFirst()
            citations[id] = String(text)
                .replacing(
                    #/<(div|span) class="csl-left-margin">.*?</\1>/#.dotMatchesNewlines(), with: ""
                )
                .replacing(#/</?(?:div|span)[^>]*>/#, with: "")
                .replacing(#/^\s*<sup>\d+</sup>\s*/#, with: "")
                .split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
        return citations
    }
}

/// A work as CSL-JSON has it.
struct Reference: Codable {
    struct Name: Codable {
        let family: String
        let given: String
    }

    struct Date: Codable {
        let parts: [[Int]]

        private enum CodingKeys: String, CodingKey { case parts = "date-parts" }
    }

    let id: String
    let type: String
    let title: String
    let author: [Name]
    var journal: String?
    var volume: String?
    var issue: String?
    var page: String?
    var publisher: String?
    var address: String?
    var doi: String?
    let issued: Date

    var year: Int { issued.parts[0][0] }

    private enum CodingKeys: String, CodingKey {
        case id, type, title, author, volume, issue, page, publisher, issued
        case journal = "container-title"
        case address = "URL"
        case doi = "DOI"
    }
}
