import Profiles

/// Writes the authors of publications.
struct AuthorLines: Sendable {
    /// The signs after names.
    struct Marks: Sendable {
        var equal = "*"
        var corresponding = "†"
        var lead = "‡"
    }

    let marks: Marks
    private let names: Set<String>
    private let members: [String: Layout.Member]
    private let form: LayoutChoices.AuthorNames?
    private let legendText: String?
    private let hasOwnMarks: Bool

    /// Makes the writer of a profile's authors.
    ///
    /// Where the record chooses a sign that a theme does not allow, all signs are the usual ones.
    init(_ input: Layout.Input, allowing allowed: String? = nil) {
        let name = input.profile.person.name
        let chosen = input.profile.layoutChoices.authorMarks
        let signs = [chosen?.equal, chosen?.corresponding, chosen?.lead].compactMap(\.self).joined()
        let own = signs.allSatisfy { allowed?.contains($0) ?? true } ? chosen : nil
        names = Set([name.display] + name.variants)
        members = input.members
        form = input.profile.layoutChoices.authorNames
        hasOwnMarks = own != nil
        legendText = own?.legend
        let usual = Marks()
        marks = Marks(
            equal: own?.equal ?? usual.equal,
            corresponding: own?.corresponding ?? usual.corresponding,
            lead: own?.lead ?? usual.lead)
    }

    /// Tells whether an author is the person of the homepage: said to be, or of that name where
    /// the publication says it of nobody.
    func isSelf(_ author: Author, in publication: Publication) -> Bool {
        author.isSelf
            || !publication.authors.contains(where: \.isSelf) && names.contains(author.name)
    }

    /// The address of an author's page, nil for the person of the homepage.
    func url(_ author: Author, in publication: Publication) -> String? {
        isSelf(author, in: publication) ? nil : url(author)
    }

    private func url(_ author: Author) -> String? {
        author.url ?? author.profile.flatMap { members[$0]?.url }
    }

    /// The signs after an author's name.
    func signs(_ author: Author) -> String {
        (author.isEqual ? marks.equal : "") + (author.isCorresponding ? marks.corresponding : "")
            + (author.isLead ? marks.lead : "")
    }

    /// The name of an author as the record wants names written.
    func name(_ author: Author) -> String { AuthorNameText.write(author.name, form: form) }

    /// All authors of a publication; the person of the homepage stands out.
    func line(_ publication: Publication) -> Line { Line.joined(people(publication)) }

    /// The authors of a publication one by one, and those that it does not name.
    func people(_ publication: Publication) -> [Line] {
        let isMarked = publication.authors.contains(where: \.isSelf)
        var people = publication.authors.map { author in
            let name = Line.text(name(author))
            let isSelf = author.isSelf || !isMarked && names.contains(author.name)
            return (isSelf ? name.strong : name.linked(to: url(author))) + .text(signs(author))
        }
        if publication.hasOthers { people.append("others") }
        return people
    }

    /// The line that explains the signs, empty where the publications have none.
    ///
    /// A record that chooses its signs says itself what they mean, or that nobody has to be told.
    func legend(_ publications: [Publication]) -> Line {
        let authors = publications.flatMap(\.authors)
        if hasOwnMarks {
            return authors.contains { !signs($0).isEmpty } ? .markdown(legendText) : Line()
        }
        return Line.joined([
            explanation(marks.equal, "equal contribution", if: authors.contains(where: \.isEqual)),
            explanation(
                marks.corresponding, "corresponding author",
                if: authors.contains(where: \.isCorresponding)),
            explanation(marks.lead, "project lead", if: authors.contains(where: \.isLead)),
        ])
    }

    private func explanation(_ sign: String, _ words: String, if isUsed: Bool) -> Line {
        isUsed ? .text("\(sign) \(words)") : Line()
    }
}
