import Formats
import Foundation
import Layouts
import RecordModel
import TestSupport
import Testing

@testable import Publishing

/// Law 6 over random sequences of exports: what is written in steps, or after a run that was
/// killed, is byte for byte what one export into an empty folder writes.
@Suite struct ExportLawTests {
    static var seeds: Range<UInt64> {
        0..<(ProcessInfo.processInfo.environment["LABFOLIO_SOAK"] == "1" ? 1_000 : 40)
    }

    @Test(arguments: seeds) func `incremental is clean, and a second run writes nothing`(
        seed: UInt64
    ) throws {
        let fixture = try ExportFixture()
        var random = SeededGenerator(seed: seed)
        for round in 0..<6 {
            let files = try Self.output(&random)
            let report = try fixture.export(files, atomic: Bool.random(using: &random))
            #expect(report.diagnostics.isEmpty, "seed \(seed), round \(round)")
            let again = try fixture.export(files)
            #expect((again.written, again.deleted) == (0, 0), "seed \(seed), round \(round)")
            #expect(again.unchanged == again.files)
            let clean = fixture.folder.path + "/clean-\(round)"
            try fixture.export(files, to: clean)
            #expect(
                try fixture.content() == fixture.content(of: clean), "seed \(seed), round \(round)")
        }
    }

    /// A run that was killed leaves the manifest that it began with, some of the files that it
    /// had to write, and perhaps one that is not finished.
    @Test(arguments: seeds) func `a killed run is completed by the next one`(seed: UInt64) throws {
        let fixture = try ExportFixture()
        var random = SeededGenerator(seed: seed)
        // Some runs are killed on their way into an empty folder.
        let old = seed % 4 == 0 ? [] : try Self.output(&random)
        let new = try Self.output(&random)
        let clean = fixture.folder.path + "/clean"
        let expected = fixture.folder.path + "/expected"
        // Some targets have a configuration of the person's own, which is laid over.
        if seed % 3 == 0 {
            for place in ["site", "clean", "expected"] {
                try fixture.folder.write(
                    "# Mine\ntitle: Mine\nurl: /mine\n", to: place + "/_config.yml")
            }
        }
        if !old.isEmpty { try fixture.export(old) }
        try fixture.export(new, to: clean)
        let before = old.isEmpty && seed % 3 > 0 ? [:] : try fixture.content()
        let after = try fixture.content(of: clean)
        let manifest = Manifest.path
        func read(_ text: String?) throws -> Manifest? {
            try text.map { try Manifest(reading: Array($0.utf8), at: manifest) }
        }
        let finished = try #require(try read(after[manifest]))
        let begun = try read(before[manifest])
        // The originals of files that were given back go last of all.
        let isOriginal = { (name: String) in name.hasPrefix(".labfolio/before/") }
        let isLate = before.keys.contains { isOriginal($0) } && Bool.random(using: &random)
        if isLate { try fixture.export(new) }
        let underWay =
            isLate ? finished.keepingOriginals(of: begun) : finished.underWay(from: begun)
        try fixture.write(String(decoding: underWay.bytes(), as: UTF8.self), to: manifest)
        let isFile = { (name: String, files: [String: String]) in
            files[name].map { $0 != "a folder" } == true && name != manifest
        }
        let gone = before.keys.filter { isFile($0, before) && after[$0] == nil }.sorted()
        let written = after.keys.filter { isFile($0, after) && before[$0] != after[$0] }.sorted()
        let manager = FileManager.default
        if isLate {
            for name in gone where isOriginal(name) && Bool.random(using: &random) {
                try fixture.write(try #require(before[name]), to: name)
            }
        }
        for name in gone where !isLate && !isOriginal(name) && Bool.random(using: &random) {
            try manager.removeItem(atPath: fixture.target + "/" + name)
        }
        for name in written where !isLate {
            // Where a file or a folder is in the way still, the run had not come to it.
            let parts = name.split(separator: "/")
            let isBlocked = parts.indices.contains { index in
                var isFolder: ObjCBool = false
                let path = fixture.target + "/" + parts[...index].joined(separator: "/")
                return manager.fileExists(atPath: path, isDirectory: &isFolder)
                    && isFolder.boolValue == (index == parts.count - 1)
            }
            if isBlocked { continue }
            switch Int.random(in: 0..<3, using: &random) {
            case 0:
                try fixture.write(try #require(after[name]), to: name)
                // What was there is kept before it is changed.
                let original = ".labfolio/before/" + name
                if let kept = after[original] { try fixture.write(kept, to: original) }
            case 1:
                try fixture.write(
                    String(try #require(after[name]).prefix(1)),
                    to: name + FileSystem.unfinishedSuffix + FileSystem.uniqueEnding())
            default: break
            }
        }
        // The next run may be of the new record, or of the old one again.
        let final = Bool.random(using: &random) || old.isEmpty ? new : old
        let report = try fixture.export(final, atomic: seed % 2 == 0)
        #expect(report.diagnostics.isEmpty, "seed \(seed)")
        try fixture.export(final, to: expected)
        let hasOwn = seed % 3 == 0
        let found = try Self.comparable(fixture.content(), hasOwn: hasOwn)
        let wanted = try Self.comparable(fixture.content(of: expected), hasOwn: hasOwn)
        let differing = Set(found.keys).union(wanted.keys).filter { found[$0] != wanted[$0] }
            .sorted().map { "\($0): \(found[$0] ?? "nothing"), not \(wanted[$0] ?? "nothing")" }
        #expect(differing.isEmpty, "seed \(seed)")
        #expect(try fixture.export(final).written == 0)
    }

    /// The files of a target as they have to be the same after any runs.
    ///
    /// In a configuration of the person's own fields stand where they came to stand, so its values
    /// are compared, and not the hash of its bytes in the manifest; the comment has to be there.
    private static func comparable(
        _ files: [String: String], hasOwn: Bool
    ) throws -> [String: String] {
        guard hasOwn, let own = files["_config.yml"] else { return files }
        var files = files
        let value = try YAMLReader().read(Array(own.utf8), file: "_config.yml").value
        files["_config.yml"] = "\(own.hasPrefix("# Mine\n")) \(Self.sorted(value))"
        files[Manifest.path] = nil
        return files
    }

    /// A value with its keys in order.
    private static func sorted(_ value: Value) -> Value {
        guard let mapping = value.mapping else { return value }
        var result = Mapping()
        for key in mapping.keys.sorted() { result[key] = mapping[key].map(sorted) }
        return .mapping(result)
    }

    /// Files at random, never one where another one needs a folder.
    private static func output(_ random: inout SeededGenerator) throws -> [OutputFile] {
        let pool = [
            "index.md", "_news/a.md", "_news/b.md", "_news/c/d.md", "_news/c", "_news", "x/y/z",
            "x/y", "about.md", "_data/cv.yml",
        ]
        var taken: [String] = []
        var files: [OutputFile] = []
        for path in pool.shuffled(using: &random) where Bool.random(using: &random) {
            guard
                !taken.contains(where: {
                    $0.hasPrefix(path + "/") || path.hasPrefix($0 + "/")
                })
            else { continue }
            taken.append(path)
            files.append(
                try file(
                    path, ["one", "two", "three"].randomElement(using: &random) ?? ""))
        }
        if Bool.random(using: &random) {
            let fields = ["/title", "/author/name", "/author/role", "/url", "/colour"].filter { _ in
                Bool.random(using: &random)
            }
            if !fields.isEmpty {
                files.append(
                    try edits(
                        "_config.yml",
                        fields.map {
                            ($0, ["Ada", "Alan", nil].randomElement(using: &random) ?? nil)
                        })
                )
            }
        }
        if Bool.random(using: &random) {
            let name = ["assets/photo.gif", "assets/cv.pdf"].randomElement(using: &random) ?? ""
            files.append(try asset("assets/file", name))
        }
        return files
    }
}
