import Foundation

/// The real homepages that are beside a checkout; where they are not, the tests say so and skip.
enum SharedPages {
    static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../shared").standardized

    /// The paths of single pages: those of the corpus and the seeds.
    static let pages: [String] = {
        let folders =
            ["seeds"]
            + ["al-folio", "academicpages", "acad-homepage"].map {
                "corpus/pages/\($0)"
            }
        return folders.flatMap { folder in
            names(folder).filter { $0.hasSuffix(".md") || $0.hasSuffix(".txt") }
                .map { "\(folder)/\($0)" }
        }
    }()

    /// The paths of whole sites.
    static let sites: [String] = ["al-folio", "academicpages", "acad-homepage"].flatMap { family in
        names("corpus/sites/\(family)").map { "corpus/sites/\(family)/\($0)" }
    }

    private static func names(_ folder: String) -> [String] {
        let path = root.appending(path: folder).path
        return ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
    }

    static func path(_ name: String) -> String { root.appending(path: name).path }
}
