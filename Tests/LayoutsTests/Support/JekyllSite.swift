import Foundation
import TestSupport

@testable import Layouts

/// A layout's output in a folder, and what Jekyll builds of it.
struct JekyllSite {
    /// Tells whether Jekyll is installed; tests that need it are skipped where it is not.
    static let isAvailable = SystemCommand.find("jekyll") != nil

    /// The folder: the source in `site`, what is built in `built`.
    let folder: TemporaryFolder
    /// What Jekyll said.
    let log: String
    /// Its exit status.
    let status: Int32

    /// Writes the files of an output, a few bytes for every file of the profile, and builds them.
    init(_ output: Layout.Output, environment: [String: String] = [:]) throws {
        folder = try TemporaryFolder()
        try Self.write(output, to: folder, under: "site")
        let outcome = try SystemCommand.run(
            "jekyll", ["build", "--strict_front_matter", "-s", "site", "-d", "built"],
            in: folder.path, environment: environment)
        log = outcome.output + outcome.errors
        status = outcome.status
    }

    /// Writes the files of an output below a folder.
    static func write(
        _ output: Layout.Output, to folder: TemporaryFolder, under name: String
    ) throws {
        for file in output.files {
            let path = "\(name)/\(file.path)"
            switch file.content {
            case .bytes(let bytes): try folder.write(bytes, to: path)
            case .asset(let asset): try folder.write("the file \(asset)", to: path)
            case .edits: break
            }
        }
    }

    /// The paths of what was built, in order.
    var paths: [String] {
        let all = FileManager.default.enumerator(atPath: folder.path + "/built")
        return (all?.compactMap { $0 as? String } ?? []).filter {
            var isFolder: ObjCBool = false
            let path = folder.path + "/built/" + $0
            return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
                && !isFolder.boolValue
        }.sorted()
    }

    /// The built pages, each with its HTML.
    func pages() throws -> [(path: String, html: String)] {
        try paths.filter { $0.hasSuffix(".html") }.map { ($0, try folder.read("built/" + $0)) }
    }
}
