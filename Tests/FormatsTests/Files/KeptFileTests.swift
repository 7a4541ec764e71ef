import Foundation
import TestSupport
import Testing

@testable import Formats

/// Files that are kept for the next run, in a folder that several runs share.
@Suite struct KeptFileTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func age(_ name: String, hours: Double) throws {
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSinceNow: -3_600 * hours)],
            ofItemAtPath: folder.path + "/" + name)
    }

    @Test func `what a killed writer left goes, and what somebody writes stays`() throws {
        let path = folder.path + "/cache/findings"
        #expect(KeptFile.write(Array("one".utf8), to: path))
        for name in ["findings", "of-another"] {
            for (ending, hours) in [("-old", 2.0), ("-new", 0.1)] {
                let file = "cache/\(name)\(FileSystem.unfinishedSuffix)\(ending)"
                try folder.write("half", to: file)
                try age(file, hours: hours)
            }
        }
        try folder.write("whole", to: "cache/other")
        try age("cache/other", hours: 1_000)
        // A folder of that name is no file that was being written.
        try folder.write("x", to: "cache/f\(FileSystem.unfinishedSuffix)-1/x")
        try age("cache/f\(FileSystem.unfinishedSuffix)-1", hours: 2)
        #expect(KeptFile.write(Array("two".utf8), to: path))
        #expect(try folder.read("cache/findings") == "two")
        let left = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/cache")
        #expect(
            left.sorted() == [
                "f.labfolio-unfinished-1", "findings", "findings.labfolio-unfinished-new",
                "of-another.labfolio-unfinished-new", "other",
            ])
    }

    @Test func `what cannot be written is not reported about`() throws {
        try folder.write("", to: "file")
        #expect(!KeptFile.write([1], to: folder.path + "/file/kept"))
    }

    @Test(arguments: [(0, 3), (2, 2), (4, 3)])
    func `the beginning of a file is as much as there is`(count: Int, length: Int) throws {
        let path = try folder.write("abc", to: "file")
        #expect(
            KeptFile.beginning(of: path, count: count)
                == Array("abc".utf8.prefix(min(count, length))))
        #expect(KeptFile.beginning(of: path + "-none", count: 1) == nil)
    }
}
