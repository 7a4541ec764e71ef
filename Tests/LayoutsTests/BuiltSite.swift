import Formats
import Foundation
import Layouts
import RecordModel
import TestSupport

/// A site that Jekyll built of an export on top of a stand-in theme.
///
/// The stand-ins are small sites of our own: their layouts read the keys that a theme reads and
/// print them plainly, in the same places (attributes, HTML, Markdown).
struct BuiltSite {
    /// What Jekyll said.
    let log: String
    let status: Int32
    /// The HTML of all pages, one after the other.
    let html: String
    /// The tags of all pages.
    let tags: [HTMLTags.Tag]
    /// The words of all pages.
    let words: String
    private let folder: TemporaryFolder

    static let isPossible = SystemCommand.find("jekyll") != nil

    init(_ layout: Layout, _ record: Record) throws {
        folder = try TemporaryFolder()
        let standIn = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "StandIns/\(layout.name)")
        let site = folder.path + "/site"
        try FileManager.default.copyItem(atPath: standIn.path, toPath: site)
        for file in layout.output(.init(record: record)).files {
            let name = "site/\(file.path)"
            switch file.content {
            case .bytes(let bytes): try folder.write(bytes, to: name)
            case .asset(let source): try folder.write("a copy of \(source)", to: name)
            case .edits(let edits):
                let before = Array(try folder.read(name).utf8)
                let after = try YAMLEditor(style: .quoted).edited(before, by: edits, file: name)
                try folder.write(after, to: name)
            }
        }
        let outcome = try SystemCommand.run(
            "jekyll", ["build", "--strict_front_matter", "--trace"], in: site,
            environment: ["LANG": "C.UTF-8", "BUNDLE_GEMFILE": ""])
        log = outcome.output + outcome.errors
        status = outcome.status
        var pages: [String] = []
        let files = FileManager.default.enumerator(atPath: site + "/_site")
        while let file = files?.nextObject() as? String {
            guard file.hasSuffix(".html") else { continue }
            let page = try folder.read("site/_site/" + file)
            // The pages of old addresses have a script of their own, which is Jekyll's.
            guard !page.contains("<title>Redirecting") else { continue }
            pages.append(page)
        }
        html = pages.joined(separator: "\n")
        tags = HTMLTags.read(html)
        words = pages.map { HTMLText.plainText($0) }.joined(separator: "\n")
    }
}
