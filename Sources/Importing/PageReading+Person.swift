internal import Formats
internal import Layouts
internal import Prose
internal import RecordModel

/// Sections that say who the person is and how to find them.
extension PageReading {
    /// Tells whether a section says who this is.
    ///
    /// That is what stands before the first heading, below one that says so, or below the first
    /// one if it is the person's name or says nothing that is known.
    func isBio(_ section: PageSection) -> Bool {
        guard isHome, draft.person["bio"] == nil else { return false }
        guard let kind = section.kind else { return section.heading == nil || draft.isFirst }
        return kind == .bio
    }

    /// Reads addresses into the fields of the person; where one line is not understood the section
    /// stays prose.
    mutating func readContact(_ section: PageSection) {
        let items = SectionItems(section, as: .contact, reader: reader, context: context)
        guard isHome, !draft.hasPlace("contact"), items.intro == nil, !items.items.isEmpty,
            items.items.allSatisfy({ $0.readings != nil })
        else { return keep(section) }
        var person = draft.person
        for item in items.items {
            for reading in item.readings ?? [] {
                guard PersonFields.add(reading.fields, to: &person) else { return keep(section) }
            }
        }
        draft.person = person
        draft.place("contact", heading: section.heading)
        draft.choose("written", .string(section.text), of: "contact")
        draft.countTyped(VisibleWords(ofMarkdown: section.text))
    }

    /// Takes the counters of visitors that a section holds and nothing else; false where it holds
    /// anything a reader sees.
    mutating func readWidgets(_ section: PageSection) -> Bool {
        guard isHome, !section.text.isEmpty, !draft.hasPlace("widgets"),
            VisibleWords(ofMarkdown: section.text).total == 0
        else { return false }
        let before = draft.person["widgets"]?.list?.count ?? 0
        Widgets.read([section.text], into: &draft)
        let isFound = (draft.person["widgets"]?.list?.count ?? 0) > before
        guard isFound else { return false }
        draft.place("widgets", heading: section.heading)
        for piece in section.pieces {
            drop(.widget, piece.text, line: piece.lines.lowerBound)
        }
        return true
    }
}

/// Puts fields that a line of a page says into those of a person.
enum PersonFields {
    /// Adds fields; false where the person has another value already.
    static func add(_ fields: Mapping, to person: inout Mapping) -> Bool {
        for field in fields.entries {
            switch (person[field.key], field.value) {
            case (.list(let known)?, .list(let new)):
                person[field.key] = .list(known + new.filter { !contains($0, in: known) })
            case (let known?, let new) where known != new: return false
            default: person[field.key] = field.value
            }
        }
        return true
    }

    /// The items of a list whose items have ids, each with one of its own.
    static func withOwnIDs(_ list: [Value]) -> [Value] {
        var taken: Set<String> = []
        return list.map { item in
            guard case .mapping(var fields) = item, let id = fields["id"]?.string else {
                return item
            }
            let own = Slugs.unique(id, notIn: taken)
            taken.insert(own)
            fields["id"] = .string(own)
            return .mapping(fields)
        }
    }

    /// Tells whether a list has an item: the same address, handle or page.
    static func contains(_ item: Value, in list: [Value]) -> Bool {
        list.contains { other in
            if other == item { return true }
            if let address = item["address"] { return other["address"] == address }
            guard let kind = item["kind"], other["kind"] == kind else { return false }
            return other["handle"] == item["handle"] && other["url"] == item["url"]
        }
    }
}
