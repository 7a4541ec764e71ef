import Foundation
import TestSupport

@testable import Layouts

/// What Jekyll builds of a layout's output.
struct JekyllSite: Sendable {
    /// Tells whether Jekyll is installed; tests that need it are skipped where it is not.
    static let isAvailable = SystemCommand.find("jekyll") != nil

    /// What Jekyll said.
    let log: String
    /// Its exit status.
    let status: Int32
    /// Everything that was built, each file's text under its path.
    let files: [String: String]

    /// Builds the files of an output, a few bytes in the place of every file of the profile.
    init(_ output: Layout.Output) throws {
        let folder = try TemporaryFolder()
        for file in output.files {
            let path = "site/\(file.path)"
            switch file.content {
            case .bytes(let bytes): try folder.write(bytes, to: path)
            case .asset(let asset): try folder.write("the file \(asset)", to: path)
            case .edits: break
            }
        }
        let outcome = try SystemCommand.run(
            "jekyll", ["build", "--strict_front_matter", "-s", "site", "-d", "built"],
            in: folder.path)
        log = outcome.output + outcome.errors
        status = outcome.status
        let root = folder.path + "/built/"
        var files: [String: String] = [:]
        for case let path as String in FileManager.default.enumerator(atPath: root) ?? .init() {
            // A folder has no contents.
            guard let data = FileManager.default.contents(atPath: root + path) else { continue }
            files[path] = String(decoding: data, as: UTF8.self)
        }
        self.files = files
    }

    /// The built pages, by path.
    var pages: [BuiltPage] {
        files.filter { $0.key.hasSuffix(".html") }.sorted { $0.key < $1.key }
            .map { BuiltPage(path: $0.key, html: $0.value) }
    }
}
