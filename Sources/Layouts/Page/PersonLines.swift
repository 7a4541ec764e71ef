import Profiles
import Prose

/// What a page says of the person, besides what a theme shows in its own places.
struct PersonLines: Sendable {
    let person: Person
    let entries: EntryLines

    /// Names, role and status that a theme has no place for, one line each.
    func names(role: Bool, pronouns: Bool) -> Line {
        let name = person.name
        return Line.joined([
            .text(name.native), .text(name.pronunciation.map { "/\($0)/" }),
            pronouns ? .text(name.pronouns) : Line(),
            role ? .text(person.role) : Line(),
        ])
    }

    /// All affiliations.
    var affiliations: Line {
        Line.joined(person.affiliations.map(affiliation), "; ")
    }

    /// One affiliation.
    func affiliation(_ affiliation: Affiliation) -> Line {
        let since = affiliation.since.map { "since \(entries.dates.text($0))" }
        // What the role of the person says elsewhere is not said again.
        let isSaid = affiliation.role.map { person.role?.contains($0) ?? false } ?? true
        return Line.joined([
            .text(isSaid ? nil : affiliation.role),
            entries.organization(
                affiliation.organization, unit: affiliation.unit, place: affiliation.place,
                url: affiliation.url), .text(since),
        ])
    }

    /// How often the person is cited.
    var citations: Line { citations(total: true) }

    /// How often the person is cited, without the total where a theme shows that itself.
    func citations(total isShown: Bool) -> Line {
        guard let citations = person.citations else { return Line() }
        let total = isShown ? citations.total.map { "\($0) citations" } : nil
        let index = citations.hIndex.map { "h-index \($0)" }
        guard total != nil || index != nil else { return Line() }
        let asOf = citations.asOf.map { "as of \(entries.dates.text($0))" }
        return Line.joined([
            Line.text(total ?? index).linked(to: citations.source),
            total == nil ? Line() : .text(index), .text(asOf),
        ])
    }

    /// The key words.
    var keywords: Line { .text(person.keywords.joined(separator: ", ")) }

    /// The CV, as a link.
    var cv: Line {
        guard let cv = person.cv else { return Line() }
        let url = cv.url ?? entries.assets.address(cv.file, .document)
        return Line.text(cv.label ?? "CV").linked(to: url)
    }

    /// An e-mail address as a page may show it.
    func email(_ email: EmailAddress) -> Line {
        let label = email.label.map { Line.text(" (\($0))") } ?? Line()
        switch email.display {
        case .hidden: return Line()
        case .plain: return Line.text(email.address).linked(to: "mailto:" + email.address) + label
        case .obfuscated:
            return .text(email.written ?? EmailText.obfuscated(email.address)) + label
        }
    }

    /// A link to the person on another site.
    func link(_ link: PersonLink) -> Line {
        let page = Line.text(link.title).linked(to: link.address)
        // A handle without an address, such as one of WeChat, is itself what people need.
        let handle = link.address == nil ? link.handle : nil
        return Line.joined([page, .text(handle == link.title ? nil : handle)], ": ")
    }

    /// Phone, office and address.
    var room: [Line] {
        [.text(person.phone), .text(person.office)] + person.address.map { Line.text($0) }
    }
}
