import Formats
import RecordModel
import TestSupport
import Testing

@testable import Merging
@testable import ProfileStore

/// What two people do to real records at the same time, merged by git and by labfolio.
@Suite struct RecordMergeTests {
    /// What became of one case.
    private enum Verdict {
        case right, conflicted, wrong
    }

    private struct Tally {
        var right = 0
        var conflicted = 0
        var wrong: [String] = []

        mutating func count(_ verdict: Verdict, _ name: String) {
            switch verdict {
            case .right: right += 1
            case .conflicted: conflicted += 1
            case .wrong: wrong.append(name)
            }
        }

        var text: String { "\(right) right, \(conflicted) conflicted, \(wrong.count) wrong" }
    }

    /// One record with one script, carried out.
    private struct Case {
        let name: String
        let record: RecordTexts
        let script: RecordScript
        let shape: Shape
        let ours: Value
        let theirs: Value
        let expected: Value

        init?(_ record: RecordTexts, _ script: RecordScript, _ shape: Shape) {
            let base = EditedRecord(record.value, shape: shape)
            guard script.suits(base) else { return nil }
            var (ours, theirs) = (base, base)
            script.ours(&ours)
            script.theirs(&theirs)
            var both = theirs
            script.ours(&both)
            name = "\(record.name): \(script.name)"
            self.record = record
            self.script = script
            self.shape = shape
            (self.ours, self.theirs, expected) = (ours.value, theirs.value, both.value)
        }

        /// Tells whether a value is what both edits together make.
        func isExpected(_ value: Value) -> Bool {
            let shape = script.isOrderFree ? shape.withoutOrder : shape
            return CanonicalValue.of(value, shape) == CanonicalValue.of(expected, shape)
        }
    }

    private static let cases: [Case] = {
        guard let shape = RecordTexts.schemas?.recordShape else { return [] }
        return (RecordTexts.real + RecordTexts.generated).flatMap { record in
            (RecordScript.agreeing + RecordScript.contradicting).compactMap {
                Case(record, $0, shape)
            }
        }
    }()

    /// What `git merge-file` makes of the sections of a case that both sides changed.
    private func git(_ tests: [Case]) throws -> [Verdict] {
        let folder = try TemporaryFolder()
        var texts: [[String: [UInt8]]] = []
        for (number, test) in tests.enumerated() {
            let (ours, theirs) = (
                try test.record.sections(of: test.ours), try test.record.sections(of: test.theirs)
            )
            var merged: [String: [UInt8]] = [:]
            for section in Set(ours.keys).union(theirs.keys) {
                let versions = (test.record.sections[section], ours[section], theirs[section])
                merged[section] = versions.1 == versions.0 ? versions.2 : versions.1
                guard versions.1 != versions.0, versions.2 != versions.0 else { continue }
                for (name, bytes) in [
                    ("base", versions.0), ("ours", versions.1), ("theirs", versions.2),
                ] {
                    try folder.write(
                        String(decoding: bytes ?? [], as: UTF8.self),
                        to: "\(number)/\(section)/\(name)")
                }
            }
            texts.append(merged)
        }
        // One shell for all, as a process of its own for each would take most of the time.
        let script = """
            for case in */*; do
                (cd "$case" && { git merge-file -p ours base theirs >result; echo $? >status; })
            done
            """
        try SystemCommand.run("sh", ["-c", script], in: folder.path)
        return try tests.enumerated().map { number, test in
            var merged = Mapping()
            for (section, bytes) in texts[number].sorted(by: { $0.key < $1.key }) {
                var bytes = bytes
                if let status = try? folder.read("\(number)/\(section)/status") {
                    guard status == "0\n" else { return .conflicted }
                    bytes = Array(try folder.read("\(number)/\(section)/result").utf8)
                }
                guard let value = try? RecordTexts.read(bytes, section) else { return .wrong }
                merged[section] = value
            }
            return !test.script.isContradiction && test.isExpected(.mapping(merged))
                ? .right : .wrong
        }
    }

    private func labfolio(_ test: Case) -> Verdict {
        let merge = Merge(
            base: test.record.value, ours: test.ours, theirs: test.theirs, shape: test.shape)
        guard merge.lostEdits.isEmpty else { return .wrong }
        guard merge.conflicts.isEmpty else { return .conflicted }
        return !test.script.isContradiction && test.isExpected(merge.result) ? .right : .wrong
    }

    /// The same of the files: what is written is read again.
    private func labfolioTexts(_ test: Case) throws -> Verdict {
        let base = test.record.sections
        let (ours, theirs) = (
            try test.record.sections(of: test.ours), try test.record.sections(of: test.theirs)
        )
        var merged = Mapping()
        for section in Set(base.keys).union(ours.keys).union(theirs.keys).sorted() {
            let texts = ThreeTexts(
                base: base[section], ours: ours[section], theirs: theirs[section])
            let merge = try SectionMerge(
                texts, section: section, shape: test.shape.shape(ofKey: section),
                file: section + ".yml")
            guard merge.isClean else { return .conflicted }
            if let bytes = merge.bytes { merged[section] = try RecordTexts.read(bytes, section) }
        }
        return !test.script.isContradiction && test.isExpected(.mapping(merged)) ? .right : .wrong
    }

    @Test(.enabled(if: SystemCommand.find("git") != nil, "git is not installed"))
    func `a fifth of the conflicts that git leaves, and no wrong merge`() throws {
        var (git, labfolio, texts) = (Tally(), Tally(), Tally())
        for (test, verdict) in zip(Self.cases, try self.git(Self.cases)) {
            git.count(verdict, test.name)
            labfolio.count(self.labfolio(test), test.name)
            texts.count(try labfolioTexts(test), test.name)
        }
        print("\(Self.cases.count) merges of real records. git merge-file: \(git.text)")
        print("\(Self.cases.count) merges of real records. labfolio: \(labfolio.text)")
        print("\(Self.cases.count) merges of the files of real records. labfolio: \(texts.text)")
        #expect(Self.cases.count >= 300)
        for tally in [labfolio, texts] {
            #expect(tally.wrong.isEmpty)
            #expect(5 * tally.conflicted <= git.conflicted + git.wrong.count)
        }
    }

    @Test func `what contradicts is a conflict, and nothing else is`() {
        for test in Self.cases {
            let merge = Merge(
                base: test.record.value, ours: test.ours, theirs: test.theirs, shape: test.shape)
            #expect(merge.conflicts.isEmpty != test.script.isContradiction, "\(test.name)")
        }
    }
}

extension Shape {
    /// The same shape with lists whose order does not count.
    fileprivate var withoutOrder: Shape {
        switch self {
        case .mapping(let known, let others):
            return .mapping(known.mapValues(\.withoutOrder), others: others.withoutOrder)
        case .list(let items, var rule):
            rule.hasOwnOrder = false
            return .list(items.withoutOrder, rule)
        default: return self
        }
    }
}
