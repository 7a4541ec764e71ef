import Formats
import Profiles

/// Says entries in words: each kind of entry in one file, the same words for every theme.
struct EntryLines: Sendable {
    private let input: Layout.Input
    let assets: AssetPlaces
    let dates: EntryDates
    /// How the part of the page writes its entries, where not as every page does.
    let patterns: [EntryPattern]
    let written: WrittenEntries

    /// Makes the words of a profile's entries for a theme, with dates as a part of the page writes
    /// them.
    init(
        _ input: Layout.Input, theme: String, assets: AssetPlaces, dates: EntryDates,
        patterns: [EntryPattern] = []
    ) {
        self.patterns = patterns
        written = WrittenEntries(input, theme: theme)
        self.input = input
        self.assets = assets
        self.dates = dates
    }

    var profile: Profile { input.profile }

    var members: [String: Layout.Member] { input.members }

    /// An entry as it was written on the page it came from, nil where it is made of its fields.
    func written(_ entry: some ListEntry, in section: String) -> EntryItem? {
        guard case .holds(let text) = written.state(of: entry, in: section) else { return nil }
        return EntryItem(written: text)
    }

    /// A date in front of an entry, with what follows it.
    func dated(_ date: String?, _ separator: StaticString, _ line: Line) -> Line {
        guard let date, !date.isEmpty else { return line }
        return Line.joined([dates.framed(date), line], separator)
    }

    /// A link by its label or by what it leads to.
    func link(_ link: Link) -> Line {
        let url = link.url ?? assets.address(link.file, .document)
        return Line.text(link.label ?? link.kind?.label ?? Link.Kind.other.label).linked(to: url)
    }

    /// The links of an entry, each in brackets.
    func links(_ links: [Link]) -> Line {
        Line.joined(links.map { link($0).bracketed }, " ")
    }

    /// People who advised, with their titles and pages.
    func advisors(_ advisors: [Advisor]) -> Line {
        let people = advisors.map(advisor)
        return people.isEmpty ? Line() : "advised by " + Line.joined(people)
    }

    /// Somebody who advised.
    func advisor(_ advisor: Advisor) -> Line {
        let name = Line.text(
            [advisor.title, advisor.name].compactMap(\.self).joined(separator: " "))
        let member = advisor.profile.flatMap { members[$0] }
        let role = advisor.role.map { Line.text(" (\($0))") } ?? Line()
        return name.linked(to: advisor.url ?? member?.url) + role
    }

    /// An organization with its part and place.
    func organization(_ organization: String?, unit: String?, place: String?, url: String? = nil)
        -> Line
    {
        // The address may be that of either.
        let whole = Line.joined([.text(unit), .text(organization)])
        return Line.joined([whole.linked(to: url), .text(place)])
    }
}

extension Link.Kind {
    /// What a link of this kind is called where it has no label.
    var label: String {
        switch self {
        case .pdf: "PDF"
        case .html: "HTML"
        case .doi: "DOI"
        case .bibtex: "BibTeX"
        case .other: "Link"
        default: rawValue.capitalizedFirst
        }
    }
}
