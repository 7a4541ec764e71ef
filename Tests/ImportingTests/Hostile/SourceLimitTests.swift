import Foundation
import Layouts
import RecordModel
import TestSupport
import Testing

@testable import Importing

/// What a source may not make an import do: read what is not its own, or read without end.
@Suite struct SourceLimitTests {
    private let folder: TemporaryFolder
    private var site: String { folder.path + "/site" }

    init() throws {
        folder = try TemporaryFolder()
        try FileManager.default.createDirectory(
            atPath: folder.path + "/site/_pages", withIntermediateDirectories: true)
    }

    private func write(_ path: String, _ bytes: some Sequence<UInt8>) {
        _ = FileManager.default.createFile(atPath: site + "/" + path, contents: Data(bytes))
    }

    private func link(_ path: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(
            atPath: site + "/" + path, withDestinationPath: target)
    }

    @Test func `a page of 20 MB is refused, and one among others is said to be left out`() throws {
        let large = [UInt8](repeating: 0x61, count: 20 << 20)
        write("_pages/large.md", large)
        write("_pages/about.md", "Hi".utf8)
        #expect(throws: ImportError.self) {
            try ImportSource(at: site + "/_pages/large.md", name: "large")
        }
        let source = try ImportSource(at: site, name: "site")
        #expect(source.site.texts["_pages/about.md"] == "Hi")
        #expect(source.site.texts["_pages/large.md"] == nil)
        #expect(source.diagnostics.map(\.code.rawValue) == ["import.too-large"])
        #expect(source.diagnostics.first?.location?.file == "_pages/large.md")
    }

    @Test func `no link leads out of a site`() throws {
        let secret = folder.path + "/secret.md"
        _ = FileManager.default.createFile(atPath: secret, contents: Data("secret words".utf8))
        try FileManager.default.createDirectory(
            atPath: folder.path + "/elsewhere", withIntermediateDirectories: true)
        _ = FileManager.default.createFile(
            atPath: folder.path + "/elsewhere/cv.md", contents: Data("secret words".utf8))
        write(
            "_pages/about.md",
            """
            ---
            author_profile: true
            ---
            Hi ![me](/images/me.png) ![up](../../secret.md)

            {% include_relative ../../secret.md %}
            {% include_relative cv.md %}
            """.utf8)
        try link("_pages/cv.md", to: secret)
        try link("_news", to: folder.path + "/elsewhere")
        try link("images", to: folder.path + "/elsewhere")
        let source = try ImportSource(at: site, name: "site")
        #expect(source.site.paths == ["_pages/about.md"])
        #expect(!source.site.texts.values.contains { $0.contains("secret words") })
        for path in ["_pages/cv.md", "images/me.png", "../secret.md", "_pages/../../secret.md"] {
            #expect(try source.bytes(of: path) == nil)
        }
    }

    @Test func `a file that became a link is not read`() throws {
        let secret = folder.path + "/secret.png"
        _ = FileManager.default.createFile(atPath: secret, contents: Data("secret".utf8))
        write("_pages/about.md", "Hi".utf8)
        write("me.png", "png".utf8)
        let source = try ImportSource(at: site, name: "site")
        #expect(try source.bytes(of: "me.png") == Array("png".utf8))
        try FileManager.default.removeItem(atPath: site + "/me.png")
        try link("me.png", to: secret)
        #expect((try? source.bytes(of: "me.png")) != Array("secret".utf8))
    }
}
