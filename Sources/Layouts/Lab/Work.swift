internal import Formats
internal import Profiles
internal import Prose
internal import RecordModel

/// One work of the lab: what all listings of it say, joined.
struct Work: Sendable {
    /// The key under which the site keeps the work.
    let key: String
    /// The fields, those of the best listing filled up from the others.
    let paper: Publication
    /// The members whose work it is, in the order of the authors.
    let members: [String]
    let isSelected: Bool

    /// Joins listings.
    ///
    /// - Parameters:
    ///   - listings: The listings of one work, in the order of the profiles.
    ///   - members: The members of the lab, by id.
    init(_ listings: [WorkListing], members: [String: LabMember]) {
        key = listings.map(\.key).min() ?? ""
        isSelected = listings.contains(where: \.isSelected)
        // What has appeared counts more than a preprint, and who says more, more than others.
        let ordered = listings.sorted {
            ($0.isPreprint ? 1 : 0, -$0.size, $0.key) < ($1.isPreprint ? 1 : 0, -$1.size, $1.key)
        }
        var fields = Mapping()
        var authors = WorkAuthors(members: members)
        for (position, listing) in ordered.enumerated() {
            let others = listing.fields
            if position == 0 {
                fields = others
                authors.begin(with: others["authors"]?.list ?? [], of: listing.profile)
            } else {
                authors.add(others["authors"]?.list ?? [], of: listing.profile)
                let isOlder = listing.isPreprint && !ordered[0].isPreprint
                Self.fill(&fields, from: others, isOlder: isOlder)
            }
        }
        for key in Self.personal { fields[key] = nil }
        fields["authors"] = authors.items.isEmpty ? nil : .list(authors.items)
        self.members = authors.ids
        paper = Publication(
            Fields(.mapping(fields), at: FieldPath(steps: [PlainPart.papers, key])))
    }

    /// What an entry says for the homepage that it stands on, and not of the work.
    private static let personal = ["id", "selected", "group", "permalink"]
    /// What is never taken from another listing than the first.
    private static let first: Set<String> = [
        "id", "title", "authors", "others", "annotation", "selected", "group", "permalink", "note",
    ]
    /// What a preprint says of itself that is not true of the paper.
    private static let ofVersion: Set<String> = ["status", "venue", "date", "url", "bibtex"]

    private static func fill(_ fields: inout Mapping, from others: Mapping, isOlder: Bool) {
        for entry in others.entries where !first.contains(entry.key) {
            switch entry.key {
            case "links", "badges", "tags":
                fields[entry.key] = joined(fields[entry.key], entry.value)
            case _ where isOlder && ofVersion.contains(entry.key): break
            default: if fields[entry.key] == nil { fields[entry.key] = entry.value }
            }
        }
        if isOlder, let url = others["url"], url != fields["url"], fields["arxiv"] == nil {
            fields["links"] = joined(fields["links"], [["label": "Preprint", "url": url]])
        }
    }

    /// The items of two lists, those that lead to one place once.
    private static func joined(_ one: Value?, _ other: Value) -> Value {
        var items = one?.list ?? []
        var known = Set(items.map { $0["url"] ?? $0 })
        for item in other.list ?? [] where known.insert(item["url"] ?? item).inserted {
            items.append(item)
        }
        return .list(items)
    }
}
