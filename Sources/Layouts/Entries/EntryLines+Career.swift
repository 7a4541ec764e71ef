import Profiles

extension EntryLines {
    /// A position.
    func position(_ position: Position) -> EntryItem {
        if let item = written(position, in: "positions") ?? patterned(parts(of: position)) {
            return item
        }
        let place = organization(
            position.organization, unit: position.unit, place: position.place, url: position.url)
        let line = Line.joined([
            Line.text(position.role), place, advisors(position.advisors), links(position.links),
        ])
        let span = dates.range(position.start, position.end, isOver: position.hasEnded)
        return EntryItem(dated(span, ", ", line), prose: [position.text])
    }

    /// A degree.
    func education(_ education: Education) -> EntryItem {
        if let item = written(education, in: "education") ?? patterned(parts(of: education)) {
            return item
        }
        let place = organization(
            education.organization, unit: education.unit, place: education.place,
            url: education.url)
        let line = Line.joined([
            degree(education), place, .text(education.grade), thesis(education.thesis),
            advisors(education.advisors), links(education.links),
        ])
        let span = dates.range(education.start, education.end, isOver: education.hasEnded)
        return EntryItem(dated(span, ", ", line), prose: [education.text])
    }

    /// A degree and its field: `PhD in Computer Science`.
    func degree(_ education: Education) -> Line {
        Line.joined([.text(education.degree), .text(education.field)], " in ")
    }

    /// The thesis of a degree.
    func thesis(_ thesis: Thesis?) -> Line {
        guard let thesis, !thesis.title.isNilOrEmpty || thesis.url != nil else { return Line() }
        return "thesis: " + Line.text(thesis.title ?? "online").linked(to: thesis.url)
    }
}

extension String? {
    /// Tells whether there is no text.
    var isNilOrEmpty: Bool { self?.isEmpty ?? true }
}
