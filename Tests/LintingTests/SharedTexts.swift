import Foundation
import Testing

/// The real homepages that are beside a checkout; where they are not, the tests say so and skip.
enum SharedTexts {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../shared").standardized

    static let isThere = FileManager.default.fileExists(atPath: root.path)

    /// The text of a file; bytes that are no UTF-8 are replaced.
    static func text(_ path: String) throws -> String {
        String(decoding: try Data(contentsOf: root.appending(path: path)), as: UTF8.self)
    }

    /// The paths of the files below a folder that have one of some endings, in order.
    static func files(_ folder: String, endings: Set<String>) -> [String] {
        let below = FileManager.default.enumerator(atPath: root.appending(path: folder).path)
        let names = (below?.allObjects as? [String]) ?? []
        return names.filter { endings.contains(($0 as NSString).pathExtension) }.sorted()
            .map { "\(folder)/\($0)" }
    }
}
