internal import Formats
internal import Profiles
internal import RecordModel

/// The page of one member: the plain homepage, within the lab's site.
struct LabPersonPage {
    let site: LabSite
    let member: LabMember
    private let style: PlainStyle

    init(site: LabSite, member: LabMember, record: Record) {
        self.site = site
        self.member = member
        var input = Layout.Input(
            record: Self.adapted(record, language: site.settings.language),
            members: site.linkedMembers)
        input.lab = LabPlaces(
            name: site.settings.name, page: member.page, papers: member.papers,
            works: site.works.keys[member.id] ?? [:])
        style = PlainStyle(input)
    }

    /// What the page leaves out, and why.
    var diagnostics: [Diagnostic] { PlainFindings(style: style).all }

    /// The page.
    var page: LabPage {
        let language = style.profile.person.language ?? site.settings.language
        return LabPage(
            member.page, layout: "member", title: member.name.display, menu: "people/",
            [
                "member": .string(member.id), "person": PlainPerson(style: style).value,
                "lang": language == site.settings.language ? nil : .string(language),
                "membership": membership,
                "sections": PlainValue.list(PlainSections(style).home),
                "jsonld_html": .string(PlainStructuredData(style: style).personText),
            ])
    }

    private var membership: Value? {
        let style = site.style
        var items: [Value] = []
        func add(_ word: LabWord, _ text: String?) {
            guard let text else { return }
            items.append(["label": .string(site.word(word)), "text": .string(text)])
        }
        switch member.standing {
        case .current: add(.memberSince, style.date(member.since))
        case .alumnus(let until):
            items.append(["text": .string(site.word(.alumni))])
            let period = style.period(from: member.since, to: until, hasEnded: true)
            if let period { items.append(["text": .string(period)]) }
        }
        if let next = style.html(member.next) {
            items.append(["label": .string(site.word(.now)), "text_html": next])
        }
        if let homepage = style.url(member.homepage) {
            items.append(["text": .string(site.word(.homepage)), "url": homepage])
        }
        return PlainValue.list(items)
    }

    /// The record as the lab's site shows it: in the words of the site's language, with every
    /// section in full, and without visitor counters, which ask other hosts.
    private static func adapted(_ record: Record, language: String) -> Record {
        var value = record.value
        var person = value[Record.personSection]?.mapping ?? Mapping()
        person["widgets"] = nil
        person["language"] = .string(person["language"]?.string ?? language)
        if var choices = person["layout"]?.mapping {
            let sections = choices["sections"]?.list ?? []
            choices["sections"] = .list(
                sections.compactMap { section in
                    guard var fields = section.mapping else { return section }
                    guard fields["section"]?.string != PlainPart.widgets else { return nil }
                    let name = fields["section"]?.string ?? ""
                    if ![PlainPart.papers, PlainPart.selected].contains(name) {
                        fields["limit"] = nil
                    }
                    return .mapping(fields)
                })
            choices["notice"] = nil
            person["layout"] = .mapping(choices)
        }
        var sections = value.mapping ?? Mapping()
        sections[Record.personSection] = .mapping(person)
        value = .mapping(sections)
        return Record(id: record.id, value: value)
    }
}
