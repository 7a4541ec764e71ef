internal import Merging
internal import ProfileStore
internal import RecordModel

/// A diff as people read it: profiles, their sections, the entries in these, and a line for each
/// field.
///
/// All forms for people are made from this one, so that they say the same.
struct DiffReport: Sendable {
    /// The profiles that changed, in order.
    let profiles: [Profile]

    /// What happened to a profile or an entry as a whole.
    enum Event: Sendable { case added, removed, changed }

    /// How many things were added, removed and changed.
    struct Counts: Hashable, Sendable {
        var added = 0
        var removed = 0
        var changed = 0

        /// All of them.
        var total: Int { added + removed + changed }

        mutating func count(_ event: Event) {
            switch event {
            case .added: added += 1
            case .removed: removed += 1
            case .changed: changed += 1
            }
        }
    }

    /// What happened to one profile.
    struct Profile: Sendable {
        let id: ProfileID
        /// What the person is called.
        let name: String?
        let event: Event
        let sections: [Section]
        /// What happened, in few sentences.
        let headline: [DiffSentence]
    }

    /// What happened in one section.
    struct Section: Sendable {
        /// The name of its file.
        let name: String
        /// What it is called.
        let title: DiffSentence
        /// Whether it is a list of entries.
        let isList: Bool
        let entries: [Entry]

        /// What happened to its entries, or to its fields where it is no list.
        var counts: Counts {
            var counts = Counts()
            for entry in entries {
                guard !isList else {
                    counts.count(entry.event)
                    continue
                }
                for line in entry.lines {
                    switch line.event {
                    case .added: counts.count(.added)
                    case .removed: counts.count(.removed)
                    default: counts.count(.changed)
                    }
                }
            }
            return counts
        }
    }

    /// What happened to one entry, or to the fields of a section that is no list.
    struct Entry: Sendable {
        /// The step of its field path; nil for the fields of a section.
        let id: String?
        /// What it is called.
        let name: String?
        /// What else is worth knowing of one that is new or gone.
        let details: [String]
        let event: Event
        /// Its fields: those that changed, or all of one that is new or gone.
        let lines: [DiffLine]
        /// Where it was, as part of a sentence.
        let place: DiffSentence?
    }

    /// Puts the changes of profiles into words.
    ///
    /// The schemas say what fields are called; without, they go by their keys.
    init(_ diffs: [ProfileDiff], schemas: SchemaSet? = nil) {
        profiles = diffs.map { diff in
            DiffReportBuilder(diff, FieldTitles(schemas, shape: diff.diff.shape)).profile()
        }
    }
}
