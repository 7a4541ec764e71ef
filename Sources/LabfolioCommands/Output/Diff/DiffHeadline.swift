internal import RecordModel

/// What happened to a profile in few words: "two publications added, position at X ended 2024-08".
struct DiffHeadline {
    private let titles: FieldTitles
    /// As many fields of the person are named.
    private static let fieldLimit = 4
    /// As many entries of a section are spoken of one by one.
    private static let entryLimit = 2

    init(_ titles: FieldTitles) { self.titles = titles }

    /// Returns the sentences, in the order of the sections.
    func sentences(
        _ sections: [DiffReport.Section], of event: DiffReport.Event
    ) -> [DiffSentence] {
        switch event {
        case .added: ["new profile"] + sections.compactMap(size)
        case .removed: ["profile removed"] + sections.compactMap(size)
        case .changed: sections.flatMap { $0.isList ? list($0) : fields($0) }
        }
    }

    /// How much a section of a profile holds that is new or gone.
    private func size(_ section: DiffReport.Section) -> DiffSentence? {
        guard section.isList, !section.entries.isEmpty else { return nil }
        return "\(words: counted(section.entries.count, section.name))"
    }

    // MARK: Entries

    private func list(_ section: DiffReport.Section) -> [DiffSentence] {
        var sentences: [DiffSentence] = []
        for (event, word) in [(DiffReport.Event.added, "added"), (.removed, "removed")] {
            let entries = section.entries.filter { $0.event == event }
            if entries.isEmpty { continue }
            sentences.append(subject(entries, section.name) + " \(words: word)")
        }
        var others: [DiffReport.Entry] = []
        var moved = 0
        for entry in section.entries where entry.event == .changed {
            let known = entry.lines.compactMap(\.shortSentence)
            let isMoved = entry.lines.allSatisfy {
                if case .moved = $0.event { true } else { false }
            }
            if isMoved {
                moved += 1
            } else if known.isEmpty || sentences.count >= Self.entryLimit + 1 {
                others.append(entry)
            } else {
                sentences.append(
                    subject([entry], section.name) + " " + .joined(known, by: " and "))
            }
        }
        if !others.isEmpty { sentences.append(subject(others, section.name) + " changed") }
        if moved > 0 { sentences.append("\(words: counted(moved, section.name)) moved") }
        return sentences
    }

    /// One entry by what it is called, several by their number.
    private func subject(_ entries: [DiffReport.Entry], _ section: String) -> DiffSentence {
        guard entries.count == 1, let entry = entries.first else {
            return "\(words: counted(entries.count, section))"
        }
        let noun = titles.nouns(of: section).one
        if let place = entry.place { return "\(words: noun) " + place }
        guard let name = entry.name ?? entry.id else { return "one \(words: noun)" }
        return "\(words: noun) “\(name)”"
    }

    private func counted(_ count: Int, _ section: String) -> String {
        let nouns = titles.nouns(of: section)
        return count.inWords + " " + (count == 1 ? nouns.one : nouns.several)
    }

    // MARK: Fields

    private func fields(_ section: DiffReport.Section) -> [DiffSentence] {
        var order: [String] = []
        var events: [String: Set<String>] = [:]
        for line in section.entries.flatMap(\.lines) where line.path.steps.count > 1 {
            let key = line.path.steps[1]
            if events[key] == nil { order.append(key) }
            let isWhole = line.path.steps.count == 2
            switch line.event {
            case .added where isWhole: events[key, default: []].insert("added")
            case .removed where isWhole: events[key, default: []].insert("removed")
            default: events[key, default: []].insert("changed")
            }
        }
        guard order.count <= Self.fieldLimit else {
            return [
                "\(words: order.count.inWords) fields of the \(section.title.lowercased) changed"
            ]
        }
        return ["added", "removed", "changed"].compactMap { word in
            let keys = order.filter {
                (events[$0]?.count == 1 ? events[$0]?.first : "changed") == word
            }
            guard !keys.isEmpty else { return nil }
            let names = keys.map { key in
                titles.field(FieldPath(steps: [section.name, key]), behind: 1).lowercased
            }
            return .list(names) + " \(words: word)"
        }
    }
}

extension DiffSentence {
    /// The sentence as it stands within another one.
    fileprivate var lowercased: DiffSentence {
        guard case .words(let text)? = parts.first else { return self }
        return DiffSentence([.words(text.lowercasedFirst)] + parts.dropFirst())
    }

    /// Several things as one: "role, photo and biography".
    static func list(_ items: [DiffSentence]) -> DiffSentence {
        guard items.count > 1, let last = items.last else { return items.first ?? "" }
        return .joined([.joined(Array(items.dropLast()), by: ", "), last], by: " and ")
    }
}

extension Int {
    /// A small number as a word, a large one in digits.
    var inWords: String {
        let words = [
            "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
            "eleven", "twelve",
        ]
        return words.indices.contains(self) ? words[self] : String(self)
    }
}
