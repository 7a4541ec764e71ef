internal import Git
internal import RecordModel

/// A walk from a commit into the past that hands each field on to a parent which has it with the
/// same value, until none does.
///
/// Fields wait by section and by the entry that they are in: what two commits do not differ in is
/// handed on as a whole.
struct BlameWalk {
    /// A field on its way.
    private struct Field {
        /// Its number in the result.
        let number: Int
        /// The steps within its entry, or within its field of the section.
        var steps: [String]
    }

    /// The fields of one section by the keys of their entries.
    private typealias Section = [String: [Field]]
    private typealias Sections = [String: Section]

    /// What is known of a field.
    private struct Answer {
        let path: FieldPath
        let value: Value
        var proposal: String?
        var commit: Commit?
        var profile: ProfileID?
        var origin = FieldPath.root
    }

    private let history: ProfileHistory
    private var queue = CommitQueue<Sections>()
    private var first: Sections = [:]
    private var answers: [Answer] = []

    init(_ history: ProfileHistory) { self.history = history }

    /// What was found out, in the order in which it was asked.
    var result: [FieldBlame] {
        answers.compactMap { answer in
            guard let commit = answer.commit, let profile = answer.profile else { return nil }
            return FieldBlame(
                path: answer.path, value: answer.value, commit: commit, origin: answer.origin,
                profile: profile, proposal: answer.proposal ?? commit.proposal)
        }
    }

    /// Asks about the fields of a section that are at or within a path.
    mutating func add(_ version: SectionVersion, section: String, within path: FieldPath) {
        let shape = history.shape.shape(ofKey: section)
        let wanted = path.steps.dropFirst()
        let key = wanted.first.flatMap(version.key)
        guard wanted.isEmpty || key != nil else { return }
        for (position, part) in version.parts.enumerated()
        where key.map({ $0 == version.keys[position] }) ?? true {
            let inner = version.isList ? shape.itemShape : shape.shape(ofKey: part.name ?? "")
            let steps = FieldPath(steps: Array(wanted.dropFirst()))
            let start = steps.named(in: part.value, shape: inner)
            guard let value = part.value.value(at: start, shape: inner) else { continue }
            let root = FieldPath(steps: [section, version.keys[position]])
            var leaves = FieldLeaves()
            leaves.add(value, at: start, inner.shape(at: start, of: part.value))
            for leaf in leaves.found {
                first[section, default: [:]][version.keys[position], default: []].append(
                    Field(number: answers.count, steps: leaf.path.steps))
                answers.append(Answer(path: root.appending(leaf.path), value: leaf.value))
            }
        }
    }

    /// Begins at a commit.
    mutating func start(at commit: Commit, _ place: ProfileHistory.Place) {
        hand(first, to: commit, place)
        first = [:]
    }

    /// Goes back until every field has its commit.
    mutating func run() throws(StoreError) {
        while let (place, sections) = queue.next() { try visit(place, sections) }
    }

    private mutating func hand(
        _ sections: Sections, to commit: Commit, _ place: ProfileHistory.Place
    ) {
        queue.insert(commit, place, first: [:]) { waiting in
            guard !waiting.isEmpty else {
                waiting = sections
                return
            }
            for (name, entries) in sections {
                waiting[name, default: [:]].merge(entries) { $0 + $1 }
            }
        }
    }

    private mutating func visit(
        _ place: ProfileHistory.Place, _ sections: Sections
    ) throws(StoreError) {
        guard let commit = try history.commit(place.commitID) else { return }
        let folder = try history.folder(of: place.profile, in: commit)
        var rest = sections
        let parents = try history.parents(of: commit, at: place)
        // A parent with the very same file comes before one that only has the same values.
        for (number, parent) in parents.enumerated() {
            var same: Sections = [:]
            for name in Array(rest.keys)
            where history.isSame(name, at: place, folder, and: parent.folder) {
                same[name] = rest.removeValue(forKey: name)
            }
            hand(same, from: commit, to: parent, number: number)
        }
        for (number, parent) in parents.enumerated() where !rest.isEmpty {
            var same: Sections = [:]
            for name in Array(rest.keys) {
                guard let version = try history.section(name, at: place, folder),
                    var waiting = rest.removeValue(forKey: name)
                else { continue }
                let former = try history.formerSection(
                    name, at: parent.place, parent.folder, after: version)
                let passed = Self.pass(
                    &waiting, from: version, to: former, shape: history.shape.shape(ofKey: name))
                if !passed.isEmpty { same[name] = passed }
                if !waiting.isEmpty { rest[name] = waiting }
            }
            hand(same, from: commit, to: parent, number: number)
        }
        settle(rest, commit, place.profile)
    }

    /// Hands fields on to a parent; a merge says which proposal its other parents were.
    private mutating func hand(
        _ sections: Sections, from commit: Commit, to parent: ProfileHistory.Parent, number: Int
    ) {
        guard !sections.isEmpty else { return }
        if number > 0, let proposal = commit.proposal {
            for fields in sections.values.flatMap(\.values) {
                for field in fields { answers[field.number].proposal = proposal }
            }
        }
        hand(sections, to: parent.commit, parent.place)
    }

    /// Takes out of what waits and returns what a parent has with the same value.
    private static func pass(
        _ waiting: inout Section, from version: SectionVersion, to former: SectionVersion,
        shape: Shape
    ) -> Section {
        var passed: Section = [:]
        if version === former {
            swap(&passed, &waiting)
            return passed
        }
        var changed: Set<String> = []
        for key in waiting.keys {
            guard let part = version.part(key), let before = former.part(key),
                part.isSame(as: before)
            else {
                changed.insert(key)
                continue
            }
        }
        if changed.isEmpty {
            swap(&passed, &waiting)
            return passed
        }
        let comparison = SectionComparison(
            of: version, before: former, about: changed, shape: shape)
        var rest: Section = [:]
        for key in changed {
            guard let fields = waiting.removeValue(forKey: key) else { continue }
            for field in fields {
                if let (key, steps) = comparison.same(key, field.steps) {
                    passed[key, default: []].append(Field(number: field.number, steps: steps))
                } else {
                    rest[key, default: []].append(field)
                }
            }
        }
        for (key, fields) in waiting { passed[key, default: []] += fields }
        waiting = rest
        return passed
    }

    private mutating func settle(_ sections: Sections, _ commit: Commit, _ profile: ProfileID) {
        for (name, section) in sections {
            for (key, fields) in section {
                for field in fields {
                    answers[field.number].commit = commit
                    answers[field.number].profile = profile
                    answers[field.number].origin = FieldPath(steps: [name, key] + field.steps)
                }
            }
        }
    }
}
