internal import Profiles
internal import RecordModel

/// One entry of a list, with the heading it stands under.
struct PlainEntry {
    /// The heading of the entry's group.
    let group: String?
    /// What the templates show.
    let value: Value
}

/// The entries of the sections that are lists of things with a date: one shape for all of them.
struct PlainEntries {
    let style: PlainStyle
    /// How dates are written in the section.
    let dates: LayoutChoices.DateForm?
    /// The level of the section's heading, below which come those in the text of entries.
    let level: Int

    /// The entries of a section, none for a section of another shape.
    func entries(of section: String) -> [PlainEntry] {
        let profile = style.profile
        return switch section {
        case "positions": profile.positions.map(position)
        case "education": profile.education.map(education)
        case "awards": profile.awards.map(award)
        case "talks": profile.talks.map(talk)
        case "teaching": teaching
        case "service": service
        default: []
        }
    }

    private func position(_ entry: Position) -> PlainEntry {
        PlainEntry(
            group: entry.writing.group,
            value: PlainValue.mapping([
                "anchor": .string(PlainAnchor.entry(entry.path)),
                "when": PlainValue.text(
                    style.period(
                        from: entry.start, to: entry.end, hasEnded: entry.hasEnded, as: dates)),
                "title": .string(entry.role),
                "tags": PlainValue.texts([entry.kind.flatMap(style.label)].compactMap { $0 }),
                "places": places(entry.organization, entry.url, entry.unit, entry.place),
                "rows": PlainValue.list([advisors(entry.advisors)].compactMap { $0 }),
                "text_html": style.html(entry.text ?? entry.writing.onlyText, below: level + 1),
                "links": PlainValue.list(style.links(entry.links)),
            ]))
    }

    private func education(_ entry: Education) -> PlainEntry {
        let rows = [
            advisors(entry.advisors),
            row(.thesis, entry.thesis?.title ?? entry.thesis?.url, url: entry.thesis?.url),
            row(.grade, entry.grade),
        ]
        return PlainEntry(
            group: entry.writing.group,
            value: PlainValue.mapping([
                "anchor": .string(PlainAnchor.entry(entry.path)),
                "when": PlainValue.text(
                    style.period(
                        from: entry.start, to: entry.end, hasEnded: entry.hasEnded, as: dates)),
                "title": .string(entry.degree), "detail": PlainValue.text(entry.field),
                "places": places(entry.organization, entry.url, entry.unit, entry.place),
                "rows": PlainValue.list(rows.compactMap { $0 }),
                "text_html": style.html(entry.text ?? entry.writing.onlyText, below: level + 1),
                "links": PlainValue.list(style.links(entry.links)),
            ]))
    }

    private func award(_ entry: Award) -> PlainEntry {
        PlainEntry(
            group: entry.writing.group,
            value: PlainValue.mapping([
                "anchor": .string(PlainAnchor.entry(entry.path)),
                "when": PlainValue.text(entry.period ?? style.date(entry.date, as: dates)),
                "title": .string(entry.title), "url": style.url(entry.url),
                "places": places(entry.organization, nil),
                "rows": PlainValue.list([row(.amount, entry.amount)].compactMap { $0 }),
                "text_html": style.html(entry.text ?? entry.writing.onlyText, below: level + 1),
                "links": PlainValue.list(style.links(entry.links)),
            ]))
    }

    private func talk(_ entry: Talk) -> PlainEntry {
        PlainEntry(
            group: entry.writing.group,
            value: PlainValue.mapping([
                "anchor": .string(PlainAnchor.entry(entry.path)),
                "when": PlainValue.text(style.date(entry.date, as: dates)),
                "title": .string(entry.title), "url": style.url(entry.url),
                "tags": PlainValue.texts([entry.kind.flatMap(style.label)].compactMap { $0 }),
                "places": places(entry.event, nil, entry.organization, entry.place),
                "text_html": style.html(entry.text ?? entry.writing.onlyText, below: level + 1),
                "links": PlainValue.list(style.links(entry.links)),
            ]))
    }

    private var teaching: [PlainEntry] {
        let entries = style.profile.teaching
        // One organization needs no headings: it stands with every course.
        let isGrouped = Set(entries.map(\.organization)).count > 1
        return entries.map { course($0, isGrouped: isGrouped) }
    }

    private func course(_ entry: Course, isGrouped: Bool) -> PlainEntry {
        let rows = [row(.instructor, entry.instructor), row(.time, entry.time)]
        let meetings = entry.schedule.map { meeting in
            PlainValue.mapping([
                "when": PlainValue.text(
                    [meeting.week, style.date(meeting.date, as: dates)].compactMap { $0 }
                        .joined(separator: " · ")),
                "topic": .string(meeting.topic),
                "text_html": style.html(meeting.text, below: level + 1),
                "links": PlainValue.list(style.links(meeting.links)),
            ])
        }
        return PlainEntry(
            group: entry.writing.group(and: isGrouped ? entry.organization : nil),
            value: PlainValue.mapping([
                "anchor": .string(PlainAnchor.entry(entry.path)),
                "when": PlainValue.text(entry.term ?? style.date(entry.date, as: dates)),
                "title": .string(entry.course), "detail": PlainValue.text(entry.code),
                "url": style.url(entry.url), "tags": PlainValue.texts([entry.role ?? ""]),
                "places": places(isGrouped ? nil : entry.organization, nil, entry.place),
                "rows": PlainValue.list(rows.compactMap { $0 }),
                "text_html": style.html(entry.text ?? entry.writing.onlyText, below: level + 1),
                "schedule": PlainValue.list(meetings),
                "links": PlainValue.list(style.links(entry.links)),
            ]))
    }

    /// Service stands under its area; where no entry names one, under its kind.
    private var service: [PlainEntry] {
        let entries = style.profile.service
        let hasAreas = entries.contains { $0.area != nil }
        let hasKinds = !hasAreas && Set(entries.map(\.kind)).count > 1
        return entries.map { entry in
            let years = entry.years.joined(separator: ", ")
            let period = style.period(
                from: entry.start, to: entry.end, hasEnded: !years.isEmpty, as: dates)
            let times = [years, period ?? ""].filter { !$0.isEmpty }
            return PlainEntry(
                group: entry.writing.group(
                    and: hasAreas
                        ? entry.area : hasKinds ? style.label(of: entry.kind ?? .other) : nil),
                value: PlainValue.mapping([
                    "anchor": .string(PlainAnchor.entry(entry.path)),
                    "when": PlainValue.text(times.joined(separator: " · ")),
                    "title": .string(entry.role), "url": style.url(entry.url),
                    "detail": PlainValue.text(
                        [entry.venue, entry.organization].compactMap { $0 }
                            .joined(separator: " · ")),
                    "text_html": style.html(entry.text ?? entry.writing.onlyText, below: level + 1),
                    "links": PlainValue.list(style.links(entry.links)),
                ]))
        }
    }

    private func advisors(_ advisors: [Advisor]) -> Value? {
        guard !advisors.isEmpty else { return nil }
        return PlainValue.mapping([
            "label": .string(style.word(advisors.count == 1 ? .advisor : .advisors)),
            "people": .list(style.people(advisors)),
        ])
    }

    private func row(_ word: PlainWord, _ text: String?, url: String? = nil) -> Value? {
        guard let text = PlainValue.text(text) else { return nil }
        return PlainValue.mapping([
            "label": .string(style.word(word)), "text": text, "url": style.url(url),
        ])
    }

    /// Where something was: the first place may be a link.
    private func places(_ first: String?, _ url: String?, _ others: String?...) -> Value? {
        var places: [Value] = []
        if let text = PlainValue.text(first) {
            places.append(PlainValue.mapping(["text": text, "url": style.url(url)]))
        }
        for other in others {
            if let text = PlainValue.text(other) {
                places.append(PlainValue.mapping(["text": text]))
            }
        }
        return PlainValue.list(places)
    }
}
