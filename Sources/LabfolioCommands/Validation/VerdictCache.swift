internal import Formats
internal import Linting
internal import ProfileStore
internal import RecordModel

/// Verdicts that were kept from an earlier run over the same store.
///
/// A verdict is good as long as its trace is: the same questions about the store's files have the
/// same answers, by the hash of their content. The cache as a whole is good for one build of
/// labfolio, one set of schemas and one choice of rules (`key`); anything else is as if there were
/// none. It lies outside the store, can be deleted at any time, and is never reported about: a
/// cache that cannot be read or written costs time, not results.
struct VerdictCache: Sendable {
    /// A verdict without the facts, which are only read where something has changed.
    struct Entry: Sendable {
        let diagnostics: [Diagnostic]
        let isWhole: Bool
        let trace: SourceTrace
    }

    private(set) var entries: [String: Entry] = [:]
    /// The findings across the profiles, and a hash of all traces that they depend on.
    private(set) var lab: (answers: String, diagnostics: [Diagnostic])?
    private let folder: String
    private let name: String
    private let key: String

    /// Opens the cache of a store.
    ///
    /// - Parameters:
    ///   - folder: Where caches lie; it may be missing.
    ///   - store: The path of the store.
    ///   - key: What all verdicts depend on besides the profiles' files.
    init(in folder: String, of store: String, key: String) {
        self.folder = folder
        self.key = key
        name = ContentHash(Array(store.utf8)).description
        guard let kept = (try? FileSystem.read(path("findings"))).flatMap(read) else { return }
        for value in kept["profiles"]?.list ?? [] {
            guard let id = value["id"]?.string, let questions = value["questions"]?.string,
                let answers = value["answers"]?.string,
                let isWhole = value["whole"]?.bool,
                let found = Self.diagnostics(value["diagnostics"])
            else { continue }
            entries[id] = Entry(
                diagnostics: found, isWhole: isWhole,
                trace: SourceTrace(questions: questions, answers: answers))
        }
        if let answers = kept["lab"]?["answers"]?.string,
            let found = Self.diagnostics(kept["lab"]?["diagnostics"])
        {
            lab = (answers, found)
        }
    }

    /// Reads the facts of the profiles, each with the answers that it depends on.
    func facts() -> [String: (answers: String, facts: ProfileFacts)] {
        var result: [String: (answers: String, facts: ProfileFacts)] = [:]
        guard let bytes = try? FileSystem.read(path("facts")) else { return [:] }
        // One line a profile: together they would fill the memory.
        for line in bytes.split(separator: UInt8(ascii: "\n")) {
            guard let value = read(Array(line)), let answers = value["answers"]?.string,
                let facts = value["facts"].flatMap(ProfileFacts.init)
            else { continue }
            result[facts.id] = (answers, facts)
        }
        return result
    }

    /// Keeps verdicts in the place of all that was kept before.
    func write(_ verdicts: [ProfileVerdict], lab: (answers: String, diagnostics: [Diagnostic])) {
        let kept = verdicts.compactMap { verdict in verdict.trace.map { (verdict, $0) } }
        let findings: Value = [
            "key": .string(key),
            "lab": [
                "answers": .string(lab.answers),
                "diagnostics": .list(lab.diagnostics.map(\.value)),
            ],
            "profiles": .list(
                kept.map { verdict, trace in
                    [
                        "id": .string(verdict.id.text), "questions": .string(trace.questions),
                        "answers": .string(trace.answers), "whole": .bool(verdict.isWhole),
                        "diagnostics": .list(verdict.diagnostics.map(\.value)),
                    ]
                }),
        ]
        var facts: [UInt8] = []
        for (verdict, trace) in kept {
            guard let found = verdict.facts else { continue }
            facts += line([
                "key": .string(key), "answers": .string(trace.answers), "facts": found.value,
            ])
        }
        // The facts first: findings that are newer than their facts would be asked for in vain.
        if KeptFile.write(facts, to: path("facts")) {
            KeptFile.write(line(findings), to: path("findings"))
        }
    }

    private func line(_ value: Value) -> [UInt8] {
        Array((JSONWriter(style: .compact).text(value) + "\n").utf8)
    }

    private func path(_ part: String) -> String { "\(folder)/\(name)-\(part).jsonl" }

    /// What was kept under this key; nil for anything else.
    private func read(_ bytes: [UInt8]) -> Value? {
        guard let value = JSONReader().value(of: bytes, in: bytes.indices),
            value["key"]?.string == key
        else { return nil }
        return value
    }

    private static func diagnostics(_ value: Value?) -> [Diagnostic]? {
        guard let list = value?.list else { return nil }
        let found = list.compactMap(Diagnostic.init)
        return found.count == list.count ? found : nil
    }
}
