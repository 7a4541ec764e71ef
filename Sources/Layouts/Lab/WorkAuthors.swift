internal import Formats
internal import Prose
internal import RecordModel

/// The authors of a work, with the members of the lab among them linked by their ids.
struct WorkAuthors {
    /// The authors as the best listing has them.
    private(set) var items: [Value] = []
    /// The members whose work it is: those found among the authors in their order, then those who
    /// list the work and are not named.
    var ids: [String] {
        var seen: Set<String> = []
        return (items.compactMap { $0["profile"]?.string } + listers)
            .filter { members[$0] != nil && seen.insert($0).inserted }
    }

    private let members: [String: LabMember]
    private var listers: [String] = []

    init(members: [String: LabMember]) { self.members = members }

    /// Takes the authors of the listing that counts most.
    mutating func begin(with authors: [Value], of profile: String) {
        items = authors.map { author in
            guard var fields = author.mapping else { return author }
            fields["self"] = nil
            // Who is no member, or no longer, is not linked; the name stays.
            if let id = fields["profile"]?.string, members[id] == nil { fields["profile"] = nil }
            return .mapping(fields)
        }
        link(authors, of: profile)
    }

    /// Takes what another listing knows of the authors.
    mutating func add(_ authors: [Value], of profile: String) {
        for (position, author) in authors.enumerated() {
            guard let id = author["profile"]?.string else { continue }
            link(id, to: place(of: author, at: position, among: authors.count))
        }
        link(authors, of: profile)
    }

    /// Links the member who lists the work to the author who is that member.
    private mutating func link(_ authors: [Value], of profile: String) {
        listers.append(profile)
        guard let member = members[profile],
            !items.contains(where: { $0["profile"]?.string == profile })
        else { return }
        let marked = authors.firstIndex { $0["self"]?.bool == true }
        let named = authors.firstIndex { author in
            author["name"]?.string.map { member.spellings.contains(TitleKey($0).text) } == true
        }
        if let index = marked ?? named {
            link(profile, to: place(of: authors[index], at: index, among: authors.count))
        }
    }

    private mutating func link(_ id: String, to place: Int?) {
        guard let place, members[id] != nil, var fields = items[place].mapping,
            fields["profile"] == nil,
            !items.contains(where: { $0["profile"]?.string == id })
        else { return }
        fields["profile"] = .string(id)
        items[place] = .mapping(fields)
    }

    /// Where an author of another listing stands in this one: at the same place of a list as long
    /// if the family name is the same, else where family name and first initial are, once.
    private func place(of author: Value, at position: Int, among count: Int) -> Int? {
        guard let name = author["name"]?.string else { return nil }
        let key = Self.key(name)
        if count == items.count, Self.key(items[position]).family == key.family { return position }
        let found = items.indices.filter { Self.key(items[$0]) == key }
        return found.count == 1 ? found[0] : nil
    }

    private static func key(_ author: Value) -> Key { key(author["name"]?.string ?? "") }

    private static func key(_ name: String) -> Key {
        let parts = NameText(displayed: name)
        return Key(
            family: TitleKey(parts.family).text,
            initial: TitleKey(parts.given).text.first.map(String.init) ?? "")
    }

    private struct Key: Equatable {
        let family: String
        let initial: String
    }
}
