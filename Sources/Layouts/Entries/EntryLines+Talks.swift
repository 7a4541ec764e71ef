import Profiles

extension EntryLines {
    /// A talk.
    func talk(_ talk: Talk) -> EntryItem {
        if let item = written(talk, in: "talks") ?? patterned(parts(of: talk)) {
            return item
        }
        let line = Line.joined([
            Line.text(talk.title).linked(to: talk.url), .text(talk.kind?.label), .text(talk.event),
            .text(talk.organization), .text(talk.place), links(talk.links),
        ])
        return EntryItem(dated(talk.date.map(dates.text), ", ", line), prose: [talk.text])
    }
}

extension Talk.Kind {
    /// What a talk of this kind is called; nil where that says nothing.
    var label: String? {
        switch self {
        case .invited: "Invited talk"
        case .conference: "Conference talk"
        case .other: nil
        default: rawValue.capitalizedFirst
        }
    }
}
