public import RecordModel

extension EntryGrammar {
    /// Returns the authors that a citation begins with, as `authors` of a publication has them; nil
    /// where it begins with no names.
    ///
    /// For pages that keep title and venue in keys of their own, and the authors only in a text:
    /// `Braine, J.; Gratier, P., Astronomy and Astrophysics, Volume 518`.
    public static func authors(
        of citation: String, context: EntryContext = EntryContext()
    ) -> [Value]? {
        guard citation.utf8.count <= sizeLimit, let line = Item(citation).lines.first,
            let list = AuthorList(line.text, from: line.text.trimmed(line.text.indices).lowerBound),
            list.authors.count > 1 || list.end * 4 > line.text.count
                || NameShape.isName(list.authors[0].name)
        else { return nil }
        let own = OwnName(context.ownNames)
        return list.authors.map { author in
            var fields = Mapping()
            fields["name"] = .string(author.name)
            if own.matches(author.name) { fields["self"] = true }
            return .mapping(fields)
        }
    }
}
