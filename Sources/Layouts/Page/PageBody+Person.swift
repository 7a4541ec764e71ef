import Formats
import Profiles

/// The parts of a page that are about the person.
extension PageBody {
    /// What a theme shows of the person outside the page's body, so that it is not there twice.
    struct Elsewhere: Sendable {
        var tagline = false
        var role = false
        var names = false
        var pronouns = false
        var location = false
        var citations = false
    }

    /// The line about the page itself, above everything else.
    var notice: String {
        profile.layoutChoices.notice.map { KramdownText.inline($0) + "\n" } ?? ""
    }

    /// The biography with what belongs to it.
    func bio(_ item: OutlineItem, besides elsewhere: Elsewhere) -> String {
        let person = profile.person
        let lines = PersonLines(person: person, entries: entries(item))
        return Self.blocks([
            Self.paragraphs([
                elsewhere.names
                    ? Line() : lines.names(role: !elsewhere.role, pronouns: !elsewhere.pronouns),
                elsewhere.tagline ? Line() : .markdown(person.tagline),
            ]),
            person.bio.map { KramdownText.block($0) } ?? "",
            Self.paragraphs([
                .markdown(person.status), lines.keywords,
                elsewhere.citations ? Line() : lines.citations,
            ]),
        ])
    }

    /// How to find the person, as far as the theme does not say it in places of its own.
    func contact(_ item: OutlineItem, besides sidebar: SidebarPlan, _ elsewhere: Elsewhere)
        -> String
    {
        let person = profile.person
        if let written = item.written, entries(item).written.holdsContact(written) {
            return KramdownText.block(written)
        }
        let lines = PersonLines(person: person, entries: entries(item))
        var items = sidebar.otherAffiliations(of: person).map(lines.affiliation)
        items += lines.room
        if !elsewhere.location { items.append(.text(person.location)) }
        items += person.shownEmails.map { email in
            // The sidebar has the address, but not what it is for.
            email == sidebar.email
                ? .text(email.label.map { "\($0): \(email.address)" })
                : lines.email(email)
        }
        items.append(Line.joined(sidebar.otherLinks.map(lines.link) + [lines.cv], " · "))
        let list = EntryItem.list(items.filter { !$0.isEmpty }.map { EntryItem($0) })
        let note = person.contactNote.map { KramdownText.block($0) } ?? ""
        return Self.blocks([list, note])
    }
}
