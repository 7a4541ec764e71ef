import Formats
import Foundation
import Merging
import RecordModel
import TestSupport
import Testing

@testable import ProfileStore

/// What holds for the text of every merge, whatever was edited.
@Suite struct SectionMergeLawTests {
    private let schemas: SchemaSet

    init() throws { schemas = try SchemaSet() }

    /// A section of a generated person as three people left it.
    private struct Texts {
        var base = ""
        var ours = ""
        var theirs = ""
    }

    private func text(
        _ base: String, saying value: Value, noting note: String, _ shape: Shape,
        _ generator: inout SeededGenerator
    ) throws -> String {
        let bytes = try YAMLEditor().edited(
            Array(base.utf8), by: [FieldEdit(.root, value)], shape: shape, file: "")
        var lines = String(decoding: bytes, as: UTF8.self).components(separatedBy: "\n")
        let places = lines.indices.filter { lines[$0].hasPrefix("- id:") }
        if let place = places.randomElement(using: &generator) {
            lines.insert("# \(note)", at: place)
        }
        return lines.joined(separator: "\n")
    }

    /// What the text says when a person takes one side everywhere.
    private func taking(_ side: MergeSide, in text: String) -> String {
        var state: MergeSide?
        return text.components(separatedBy: "\n").filter { line in
            if line.hasPrefix("<<<<<<< ") {
                state = .ours
            } else if line == "=======" {
                state = .theirs
            } else if line.hasPrefix(">>>>>>> ") {
                state = nil
            } else {
                return state == nil || state == side
            }
            return false
        }.joined(separator: "\n")
    }

    @Test(arguments: UInt64(0)..<240)
    func `the text says what was decided, and keeps what people noted`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        var values = ValueGenerator(seed: seed)
        var store = StoreGenerator()
        store.publications = 6
        store.news = 8
        let sections = store.record(Int(seed)).filter {
            if case .list = $0.value { true } else { false }
        }
        let (section, value) = sections[Int(seed) % sections.count]
        let shape = schemas.recordShape.shape(ofKey: section)
        let written = YAMLWriter().text(value, shape: shape)
        let (mine, yours) = (values.edited(value, shape: shape), values.edited(value, shape: shape))
        guard case .list = mine, case .list = yours else { return }
        var texts = Texts()
        texts.base = try text(written, saying: value, noting: "base", shape, &generator)
        texts.ours = try text(texts.base, saying: mine, noting: "ours", shape, &generator)
        texts.theirs = try text(texts.base, saying: yours, noting: "theirs", shape, &generator)
        let merge = try SectionMerge(
            ThreeTexts(
                base: Array(texts.base.utf8), ours: Array(texts.ours.utf8),
                theirs: Array(texts.theirs.utf8)),
            path: "profiles/ada-lovelace/\(section).yml", schemas: schemas,
            markers: ConflictMarkers())
        guard case .fields = merge.method else { return }
        func record(_ value: Value) -> Value {
            var mapping = Mapping()
            mapping[section] = value
            return .mapping(mapping)
        }
        let recordShape = Shape.mapping([section: shape], others: .any)
        let expected = Merge(
            base: record(value), ours: record(mine), theirs: record(yours), shape: recordShape)
        func says(_ text: String, _ value: Value) throws -> Bool {
            let read = try YAMLReader().read(Array(text.utf8), file: "", shape: shape).value
            let result = read == .null ? .list([]) : read
            return Diff(from: record(result), to: value, shape: recordShape).isEmpty
        }
        let bytes = String(decoding: try #require(merge.bytes), as: UTF8.self)
        #expect(try says(bytes, expected.result))
        var shown = bytes
        if let marked = merge.marked {
            shown = String(decoding: marked, as: UTF8.self)
            #expect(!expected.conflicts.isEmpty)
            #expect(try says(taking(.ours, in: shown), expected.result))
            let turned = Merge(
                base: record(value), ours: record(yours), theirs: record(mine), shape: recordShape)
            #expect(try says(taking(.theirs, in: shown), turned.result))
        } else {
            #expect(expected.conflicts.isEmpty)
        }
        for (note, isThere) in [
            ("# base", texts.ours.contains("# base") && texts.theirs.contains("# base")),
            ("# ours", texts.ours.contains("# ours")),
            ("# theirs", texts.theirs.contains("# theirs")),
        ] where isThere {
            let isTold = merge.notices.contains { $0.message.hasSuffix(note) }
            #expect(shown.contains(note + "\n") || isTold, "\(note)")
        }
    }
}
