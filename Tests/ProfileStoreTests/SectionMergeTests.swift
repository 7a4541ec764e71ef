import Formats
import Foundation
import Merging
import RecordModel
import TestSupport
import Testing

@testable import ProfileStore

/// What becomes of the text of one section file that two people edited.
@Suite struct SectionMergeTests {
    private let schemas: SchemaSet

    init() throws { schemas = try SchemaSet() }

    private func merge(
        _ base: String?, _ ours: String?, _ theirs: String?, section: String = "news",
        markers: ConflictMarkers = ConflictMarkers()
    ) throws -> SectionMerge {
        try SectionMerge(
            ThreeTexts(
                base: base.map { Array($0.utf8) }, ours: ours.map { Array($0.utf8) },
                theirs: theirs.map { Array($0.utf8) }),
            path: "profiles/ada-lovelace/\(section).yml", schemas: schemas, markers: markers)
    }

    private func text(_ bytes: [UInt8]?) -> String? {
        bytes.map { String(decoding: $0, as: UTF8.self) }
    }

    private static let head = "# yaml-language-server: $schema=../../schema/news.schema.json\n"
    private static let first = "- id: a\n  date: 2024-05\n  text: One.\n"
    private static let second = "- id: b\n  date: 2024-04\n  text: Two.\n"

    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let base: String
        let ours: String
        let theirs: String
        let merged: String
        var testDescription: String { name }
    }

    @Test(arguments: [
        Case(
            name: "both add an entry at the top, each with a comment", base: head + first,
            ours: head + "# Ours is new.\n- id: o\n  date: 2024-06\n  text: Ours.  # o\n" + first,
            theirs: head + "# Theirs is new.\n- id: t\n  date: 2024-07\n  text: \"Theirs.\"\n"
                + first,
            merged: head + "# Ours is new.\n- id: o\n  date: 2024-06\n  text: Ours.  # o\n"
                + "# Theirs is new.\n- id: t\n  date: 2024-07\n  text: \"Theirs.\"\n" + first),
        Case(
            name: "neighbouring fields", base: head + first,
            ours: head + first.replacingOccurrences(of: "2024-05", with: "2024-06"),
            theirs: head + first.replacingOccurrences(of: "One.", with: "Uno."),
            merged: head + "- id: a\n  date: 2024-06\n  text: Uno.\n"),
        Case(
            name: "one removes an entry, the other edits its neighbour",
            base: first + second, ours: second,
            theirs: first + second.replacingOccurrences(of: "Two.", with: "Due."),
            merged: "- id: b\n  date: 2024-04\n  text: Due.\n"),
        Case(
            name: "a comment of each side on one line each", base: first,
            ours: "# mine\n" + first,
            theirs: "# yours\n" + first.replacingOccurrences(of: "One.", with: "Uno."),
            merged: "# yours\n# mine\n- id: a\n  date: 2024-05\n  text: Uno.\n"),
        Case(
            name: "ours with returns, theirs adds", base: first,
            ours: first.replacingOccurrences(of: "\n", with: "\r\n"), theirs: first + second,
            merged: (first + second).replacingOccurrences(of: "\n", with: "\r\n")),
        Case(
            name: "no line feed at the end of ours", base: first,
            ours: String(first.replacingOccurrences(of: "2024-05", with: "2024-06").dropLast()),
            theirs: first.replacingOccurrences(of: "One.", with: "Uno."),
            merged: "- id: a\n  date: 2024-06\n  text: Uno."),
        Case(
            name: "a mark in front of theirs", base: first,
            ours: first.replacingOccurrences(of: "2024-05", with: "2024-06"),
            theirs: "\u{FEFF}" + first.replacingOccurrences(of: "One.", with: "Uno."),
            merged: "\u{FEFF}- id: a\n  date: 2024-06\n  text: Uno.\n"),
    ]) func `edits of different fields go together, comments and all`(example: Case) throws {
        let merge = try merge(example.base, example.ours, example.theirs)
        #expect(merge.isClean)
        #expect(text(merge.bytes) == example.merged)
        #expect(merge.notices.isEmpty)
    }

    @Test func `a side that changed nothing does not count`() throws {
        let (one, two) = (Self.first, Self.second)
        #expect(text(try merge(one, one, two).bytes) == two)
        #expect(text(try merge(one, two, one).bytes) == two)
        #expect(text(try merge(one, two, two).bytes) == two)
        #expect(try merge(one, nil, one).bytes == nil)
        #expect(try merge(one, one, nil).bytes == nil)
        #expect(text(try merge(nil, nil, one).bytes) == one)
    }

    @Test func `what both sides added is put together`() throws {
        let merge = try merge(nil, Self.head + Self.first, Self.head + Self.second)
        #expect(merge.isClean)
        #expect(text(merge.bytes)?.hasPrefix(Self.head + "- id: a\n") == true)
        let value = try YAMLReader().read(try #require(merge.bytes), file: "").value
        #expect(value.list?.compactMap { $0["id"]?.string }.sorted() == ["a", "b"])
    }

    @Test func `a field that both changed stands between markers, and nothing else`() throws {
        let base = Self.head + Self.first + Self.second
        let ours = base.replacingOccurrences(of: "2024-05", with: "2024-06")
            .replacingOccurrences(of: "Two.", with: "Due.")
        let theirs = base.replacingOccurrences(of: "2024-05", with: "2024-07")
        let merge = try merge(base, ours, theirs)
        #expect(!merge.isClean)
        #expect(merge.conflicts.map(\.path.description) == ["/news/a/date"])
        #expect(text(merge.bytes) == ours)
        #expect(
            text(merge.marked)
                == Self.head + "- id: a\n<<<<<<< ours\n  date: 2024-06\n=======\n"
                + "  date: 2024-07\n>>>>>>> theirs\n  text: One.\n- id: b\n  date: 2024-04\n"
                + "  text: Due.\n")
        let diff3 = try self.merge(
            base, ours, theirs, markers: ConflictMarkers(size: 9, style: .diff3))
        #expect(
            text(diff3.marked)?.contains(
                "<<<<<<<<< ours\n  date: 2024-06\n||||||||| base\n  date: 2024-05\n"
                    + "=========\n  date: 2024-07\n>>>>>>>>> theirs\n") == true)
    }

    @Test func `an entry that one removed and the other changed is shown whole`() throws {
        let base = Self.first + Self.second
        let theirs = base.replacingOccurrences(of: "One.", with: "Uno.  # really")
        let merge = try merge(base, Self.second, theirs)
        #expect(merge.conflicts.map(\.reason) == [.removedAndChanged])
        #expect(merge.conflicts.map(\.path.description) == ["/news/a"])
        let marked = try #require(text(merge.marked))
        #expect(marked.contains("=======\n- id: a\n  date: 2024-05\n  text: Uno.  # really\n>>>"))
        #expect(marked.contains("<<<<<<< ours\n=======\n"))
    }

    @Test func `a section that one removed and the other changed is a conflict`() throws {
        let changed = Self.first.replacingOccurrences(of: "One.", with: "Uno.")
        let merge = try merge(Self.first, nil, changed)
        #expect(!merge.isClean)
        #expect(merge.conflicts.map(\.path.description) == ["/news"])
        #expect(text(merge.marked) == changed)
    }

    struct Broken: Sendable, CustomTestStringConvertible {
        let name: String
        let theirs: [UInt8]
        var testDescription: String { name }
    }

    @Test(arguments: [
        Broken(name: "syntax", theirs: Array("- id: [\n  date: 2024-05\n  text: One.\n".utf8)),
        Broken(
            name: "Latin-1",
            theirs: Array("- id: a\n  date: 2024-05\n  text: ".utf8) + [0xE9, 0x0A]),
        Broken(
            name: "a key twice",
            theirs: Array("- id: a\n  date: 2024-05\n  text: One.\n  text: Two.\n".utf8)),
        Broken(name: "markers left", theirs: Array("<<<<<<< ours\n- id: a\n".utf8)),
    ]) func `a text that cannot be read is merged by lines, and that is said`(
        example: Broken
    ) throws {
        let ours = Self.first.replacingOccurrences(of: "One.", with: "Uno.")
        let merge = try SectionMerge(
            ThreeTexts(
                base: Array(Self.first.utf8), ours: Array(ours.utf8), theirs: example.theirs),
            path: "profiles/ada-lovelace/news.yml", schemas: schemas, markers: ConflictMarkers())
        guard case .lines(let why) = merge.method else {
            Issue.record("it was read")
            return
        }
        #expect(why.message.contains("theirs cannot be read"))
        #expect(merge.notices == [why])
        if let marked = merge.marked {
            #expect(text(marked)?.contains("=======\n") == true)
        } else {
            #expect(merge.bytes != Array(ours.utf8))
        }
    }

    @Test func `titles that look like numbers and days stay text`() throws {
        let base = "- id: p1\n  title: 1.10\n  authors:\n    - name: no\n"
        let ours = base.replacingOccurrences(of: "name: no", with: "name: no\n      self: true")
        let theirs = base + "  date: 2024\n"
        let merge = try merge(base, ours, theirs, section: "publications")
        #expect(merge.isClean)
        #expect(
            text(merge.bytes)
                == "- id: p1\n  title: 1.10\n  authors:\n    - name: no\n      self: true\n"
                + "  date: 2024\n")
    }

    @Test func `a merge of what two people did to a generated record loses nothing`() throws {
        var generator = StoreGenerator()
        generator.profiles = 8
        let writer = YAMLWriter()
        for number in 0..<generator.profiles {
            for (section, value) in generator.record(number) {
                guard case .list(let items) = value, items.count > 2 else { continue }
                let shape = schemas.recordShape.shape(ofKey: section)
                let base = writer.text(value, shape: shape)
                let ours = "# mine\n" + writer.text(.list(Array(items.dropFirst())), shape: shape)
                let theirs = writer.text(.list(Array(items.dropLast())), shape: shape) + "# yours\n"
                let merge = try merge(base, ours, theirs, section: section)
                #expect(merge.isClean, "\(section) of \(number)")
                let merged = try #require(text(merge.bytes))
                let read = try YAMLReader().read(Array(merged.utf8), file: "", shape: shape).value
                #expect(read.list?.count == items.count - 2)
                #expect(merged.contains("# mine") && merged.contains("# yours"))
            }
        }
    }
}
