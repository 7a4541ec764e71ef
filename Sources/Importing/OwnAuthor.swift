internal import Prose
internal import RecordModel

/// Finds the person among the authors of a publication that does not say who that is.
enum OwnAuthor {
    /// Marks the author of the person's name.
    ///
    /// - Parameters:
    ///   - fields: The fields of the publication; as they are where somebody is marked already.
    ///   - name: The person's name as the record has it.
    /// - Returns: The fields of the publication.
    static func marked(_ fields: Mapping, name: Value?) -> Mapping {
        guard let display = name?["display"]?.string, let authors = fields["authors"]?.list,
            !authors.contains(where: { $0["self"] == true })
        else { return fields }
        let variants = (name?["variants"]?.list ?? []).compactMap(\.string)
        let context = EntryContext(ownNames: [display] + variants)
        var all = joiningHalves(authors, context)
        let position = context.ownIndex(among: all.map { $0["name"]?.string ?? "" })
        guard let position, case .mapping(var author) = all[position] else { return fields }
        author["self"] = true
        all[position] = .mapping(author)
        var fields = fields
        fields["authors"] = .list(all)
        return fields
    }

    /// The authors with the two halves of the person's own name as one: `Lind` and `Jo`, which a
    /// comma parted.
    private static func joiningHalves(_ authors: [Value], _ context: EntryContext) -> [Value] {
        for (index, (first, second)) in zip(authors, authors.dropFirst()).enumerated() {
            guard let family = first["name"]?.string, let given = second["name"]?.string,
                !family.contains(" "), !given.contains(" "),
                context.ownIndex(among: [given + " " + family]) != nil,
                case .mapping(var author) = first
            else { continue }
            author["name"] = .string(given + " " + family)
            return authors[..<index] + [.mapping(author)] + authors[(index + 2)...]
        }
        return authors
    }
}
