import Formats
import Foundation
import TestSupport
import Testing

@testable import Publishing

/// A target that cannot be written to.
@Suite struct FullDiskTests {
    let fixture: ExportFixture

    init() throws { fixture = try ExportFixture() }

    @Test(.enabled(if: SmallDisk.isPossible, "needs the right to mount a small disk"))
    func `a full disk is said, no file is half written, and room completes it`() throws {
        try FileManager.default.createDirectory(
            atPath: fixture.target, withIntermediateDirectories: true)
        let disk = try SmallDisk(at: fixture.target, options: "size=64k")
        let files = try (0..<6).map {
            try file("f\($0).md", String(repeating: "\($0)", count: 20_000))
        }
        let error = #expect(throws: ExportError.self) { try fixture.export(files) }
        guard case .file(let failure)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(failure.code == .noSpace)
        #expect(error?.message.hasSuffix("the disk is full") == true)
        #expect(error?.hint?.contains("it goes on where it stopped") == true)
        for (name, text) in try fixture.content() where name.hasSuffix(".md") {
            #expect(text.count == 20_000)
        }
        #expect(try fixture.content().keys.allSatisfy { !$0.contains("unfinished") })
        try disk.remount("size=640k")
        try fixture.export(files)
        let clean = fixture.folder.path + "/clean"
        try fixture.export(files, to: clean)
        #expect(try fixture.content() == fixture.content(of: clean))
    }

    @Test(.enabled(if: getuid() != 0, "root may write everywhere"))
    func `a target that may not be written is said`() throws {
        try FileManager.default.createDirectory(
            atPath: fixture.target, withIntermediateDirectories: true)
        chmod(fixture.target, 0o555)
        defer { chmod(fixture.target, 0o755) }
        let error = #expect(throws: ExportError.self) {
            try fixture.export([try file("index.md", "x")])
        }
        #expect(error?.message.hasSuffix("permission is missing") == true)
        #expect(error?.hint == "Choose another folder with --to, or change its rights")
    }

    @Test func `a target that is a file is said`() throws {
        try fixture.folder.write("x", to: "site")
        let error = #expect(throws: ExportError.self) {
            try fixture.export([try file("index.md", "x")])
        }
        #expect(error?.message.contains("not a folder") == true)
        #expect(error?.hint == "Choose another folder with --to")
    }
}
