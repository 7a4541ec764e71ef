internal import Profiles
internal import RecordModel

/// The page of all people: the groups in their order, then the alumni.
struct LabPeoplePage {
    let site: LabSite

    /// The page.
    var page: LabPage {
        let title = site.word(.people)
        return LabPage(
            "people/", layout: "lab", title: title, menu: "people/",
            ["heading": .string(title), "sections": PlainValue.list(groups + alumni)])
    }

    private var groups: [Value] {
        let current = site.members.filter { !$0.isAlumnus }
        let listed = site.settings.groups.map { group in
            (group.id, group.heading, current.filter { $0.group == group.id })
        }
        let others = current.filter { $0.group == nil }
        return (listed + [("members", site.word(.members), others)]).compactMap {
            id, heading, people in
            guard !people.isEmpty else { return nil }
            return LabSection.value(
                "people", anchor: "group--" + id, heading: heading,
                ["items": .list(people.map(card))])
        }
    }

    private var alumni: [Value] {
        let members = site.members.filter(\.isAlumnus).map { ($0, until($0)) }
        let gone = site.settings.departures.filter { site.membersByID[$0.key] == nil }
            .compactMap { id, departure in Self.former(id, departure, site: site) }
        var items = members.map { member, until in (until, member.sortKey, former(member, until)) }
        items += gone
        guard !items.isEmpty else { return [] }
        // Who left last comes first; those of whom nobody knows when, at the end.
        items.sort {
            let (one, other) = ($0.0 ?? DateText(""), $1.0 ?? DateText(""))
            return one < other || other < one ? other < one : $0.1 < $1.1
        }
        return [
            LabSection.value(
                "alumni", anchor: "group--former", heading: site.word(.alumni),
                ["items": .list(items.map(\.2))])
        ]
    }

    private func until(_ member: LabMember) -> DateText? {
        guard case .alumnus(let until) = member.standing else { return nil }
        return until
    }

    private func former(_ member: LabMember, _ until: DateText?) -> Value {
        let departure = site.settings.departures[member.id]
        return PlainValue.mapping([
            "name": .string(member.name.display), "native": PlainValue.text(member.name.native),
            "target": departure?.page == .nothing ? nil : .string(member.page),
            "role": PlainValue.text(member.role),
            "when": PlainValue.text(
                site.style.period(from: member.since, to: until, hasEnded: true)),
            "next_html": site.style.html(member.next),
        ])
    }

    private static func former(
        _ id: String, _ departure: LabSettings.Departure, site: LabSite
    ) -> (DateText?, String, Value)? {
        guard departure.page != .nothing, let name = departure.name else { return nil }
        let value = PlainValue.mapping([
            "name": .string(name), "target": .string(LabMember.page(of: id)),
            "when": PlainValue.text(
                site.style.period(from: nil, to: departure.until, hasEnded: true)),
        ])
        return (departure.until, TitleKey(name).text, value)
    }

    /// A person as lists of people show them.
    func card(_ member: LabMember) -> Value {
        PlainValue.mapping([
            "name": .string(member.name.display), "native": PlainValue.text(member.name.native),
            "target": .string(member.page), "role": PlainValue.text(member.role),
            "photo": PlainValue.text(member.photo).map { ["file": $0] },
            "initials": member.photo == nil ? .string(Self.initials(of: member.name)) : nil,
        ])
    }

    /// What stands where there is no portrait.
    private static func initials(of name: PersonName) -> String {
        let words = name.display.split(separator: " ").filter { $0.first?.isLetter == true }
        let ends = words.count > 1 ? [words[0], words[words.count - 1]] : words
        return String(ends.compactMap(\.first)).uppercased()
    }
}
