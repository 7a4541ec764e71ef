import RecordModel

/// Reads reviewing, organizing and the like: one role, or one role for a list of venues with years
/// (`KDD'23, ICML'22,23`).
struct ServiceGrammar {
    let context: EntryContext

    func read(_ item: Item) -> [EntryReading]? {
        guard let first = item.lines.first else { return nil }
        let nested = item.lines.dropFirst().filter { $0.isItem || $0.level > first.level }
        var work = ServiceWork(context: context)
        if nested.count == item.lines.count - 1, !nested.isEmpty {
            // A role above lists of venues.
            let role = first.string.trimmingSeparators
            guard SearchWords.folded(role).count <= 12 else { return nil }
            work.readNested(role: role, lines: Array(nested))
        } else if item.lines.count == 1 {
            work.readLine(first.text)
        } else {
            return nil
        }
        return work.readings(of: item)
    }
}

/// The entries of one item of service.
struct ServiceWork {
    private let context: EntryContext
    private var entries: [Mapping] = []
    private var notation = EntryNotation()
    private var hasFailed = false

    init(context: EntryContext) { self.context = context }

    func readings(of item: Item) -> [EntryReading]? {
        guard !hasFailed, !entries.isEmpty, EntryDraft.isWhole(item, entries, notation) else {
            return nil
        }
        return entries.enumerated().map { index, fields in
            EntryReading(
                kind: .service, fields: fields, notation: index == 0 ? notation : EntryNotation())
        }
    }

    /// Lists below a role: each line is an area with its venues, or a venue.
    mutating func readNested(role: String, lines: [Item.Line]) {
        notation.words += VisibleWords.words(role)
        let base = lines.map(\.level).min() ?? 0
        var area: String?
        for (index, line) in lines.enumerated() {
            let isParent = index + 1 < lines.count && lines[index + 1].level > line.level
            if isParent {
                area = line.string.trimmingSeparators
                notation.words += VisibleWords.words(line.string)
                continue
            }
            if line.level == base { area = nil }
            if let label = Self.label(line.text) {
                let name = line.text.string(0..<label)
                notation.words += VisibleWords.words(name)
                addVenues(line.text[label + 1..<line.text.count], role: role, area: name)
            } else {
                addVenues(line.text, role: role, area: area)
            }
        }
    }

    mutating func readLine(_ text: StyledText) {
        let rest = text.trimmed
        if let colon = Self.label(rest) {
            let label = rest.string(0..<colon)
            let value = rest[colon + 1..<rest.count]
            // `ICML: 2024, 2025`: a venue with its years.
            if let years = YearList.read(value, from: value.trimmed(value.indices).lowerBound),
                value.string(years.range.upperBound..<value.count).trimmingSeparators.isEmpty
            {
                let role = headingRole ?? "Reviewer"
                notation.inferred.append("role")
                notation.words += VisibleWords.words(value.string)
                var fields = Mapping()
                fields["role"] = .string(role)
                if let kind = ServiceRole.kind(of: role) { fields["kind"] = .string(kind) }
                fields["venue"] = .string(label)
                fields["years"] = .list(
                    Set(years.dates.map(\.year)).sorted().map { .string(String($0)) })
                return entries.append(fields)
            }
            if let role = role(of: label) {
                if role != label { notation.inferred.append("role") }
                notation.words += VisibleWords.words(label)
                return addVenues(value, role: role, area: nil, label: label)
            }
        }
        readSingle(rest)
    }

    /// Where a label ends: at a colon that is none of a time or an address.
    private static func label(_ text: StyledText) -> Int? {
        guard
            let colon = text.indices.prefix(80).first(where: {
                ":：".unicodeScalars.contains(text[$0])
            }),
            colon > 1, text.sign(at: colon + 1) != "/",
            SearchWords.folded(text.string(0..<colon)).count <= 9
        else { return nil }
        return colon
    }

    /// The role that a label says, or that is meant where it names only what was reviewed.
    private func role(of label: String) -> String? {
        let shown = label.trimmingSeparators
        if ServiceRole.kind(of: shown) != nil { return shown }
        let words = Set(SearchWords.folded(shown))
        let reviewed: Set<String> = [
            "journals", "journal", "conferences", "conference", "期刊", "会议", "workshops",
        ]
        guard !words.isDisjoint(with: reviewed) else {
            return headingRole == nil ? nil : headingRole
        }
        return headingRole ?? "Reviewer"
    }

    /// The role that the heading says: `Conference Reviewer`.
    private var headingRole: String? {
        for heading in [context.subheading, context.heading].compactMap(\.self) {
            let shown = heading.withoutEmoji.trimmingSeparators
            if let kind = ServiceRole.kind(of: shown), kind != "other",
                !["service", "services"].contains(SearchWords.folded(shown).last ?? "")
            {
                return shown
            }
        }
        return nil
    }

    // MARK: Venues

    private mutating func addVenues(
        _ text: StyledText, role: String, area: String?, label: String? = nil
    ) {
        let venues = VenueYears.list(text)
        guard !venues.isEmpty else { return hasFailed = true }
        for venue in venues {
            var fields = Mapping()
            fields["role"] = .string(role)
            if let kind = ServiceRole.kind(of: role) { fields["kind"] = .string(kind) }
            fields["venue"] = .string(venue.name)
            if let area { fields["area"] = .string(area) }
            let years = Set(venue.years).sorted().map { Value.string(String($0)) }
            if !years.isEmpty { fields["years"] = .list(years) }
            if let link = venue.link, let url = LinkFields.address(link, baseURL: context.baseURL) {
                fields["url"] = .string(url)
            }
            notation.words += venue.words
            entries.append(fields)
        }
    }

    // MARK: One role

    /// `Area Chair, NeurIPS 2024`, `Reviewer for ICML`, `副主编，《…》`, `通信技术期刊执行编委`.
    private mutating func readSingle(_ text: StyledText) {
        var draft = EntryDraft()
        var rest = text
        if let head = LeadingDate(rest) {
            take(head.date, rest, &draft)
            rest = rest[head.end..<rest.count]
        } else if let list = YearList.trailing(rest), list.range.lowerBound > 3 {
            let years = Set(list.dates.map(\.year)).sorted()
            let isSpan =
                DateScanner(rest.scalars).span(at: list.range.lowerBound).map(\.isSpan) ?? false
            if isSpan, list.dates.count == 1,
                let span = DateScanner(rest.scalars).span(at: list.range.lowerBound)
            {
                take(span, rest, &draft)
            } else {
                draft.set("years", years.map { .string(String($0)) })
                draft.note(rest.string(list.range))
            }
            let cut = rest[0..<list.outer.lowerBound]
            // `(ICASSP 2025)`: the year stays in its bracket.
            if cut.isBalanced { rest = cut }
        }
        var links = LinkFields(context)
        rest.takeResourceLinks(into: &links, keepsFirst: true)
        let shown = rest.string.trimmingSeparators
        guard !shown.isEmpty, SearchWords.folded(shown).count <= 40 else { return hasFailed = true }
        if let cut = Self.roleAndVenue(shown) {
            draft.set("role", cut.role)
            draft.note(cut.joint)
            if let names = Self.shortNames(cut.venue), links.links.isEmpty {
                draft.set("kind", ServiceRole.kind(of: cut.role))
                if names.count < VisibleWords.words(cut.venue).count { draft.note("and") }
                for _ in 1..<names.count { draft.note(cut.role) }
                entries = names.map { name in
                    var fields = draft.fields
                    fields["venue"] = .string(name)
                    return fields
                }
                notation.words += draft.notation.words
                return
            }
            draft.set("venue", cut.venue)
        } else if ServiceRole.kind(of: shown) == nil, let heading = headingRole,
            SearchWords.folded(shown).count <= 16
        {
            // A venue below `Conference Reviewer`.
            draft.set("role", heading)
            draft.notation.inferred.append("role")
            draft.set("venue", shown)
        } else {
            draft.set("role", shown)
        }
        if let role = draft.fields["role"]?.string, let kind = ServiceRole.kind(of: role) {
            draft.set("kind", kind)
        }
        if let link = rest.firstLink, let url = LinkFields.address(link, baseURL: context.baseURL) {
            draft.set("url", url)
        }
        links.finish(&draft)
        entries = [draft.fields]
        notation.words += draft.notation.words
        notation.inferred += draft.notation.inferred
    }

    private func take(_ date: DateReading, _ text: StyledText, _ draft: inout EntryDraft) {
        if date.isSpan {
            draft.set(date.span)
        } else if let year = date.span.start?.year {
            draft.set("years", [.string(String(year))])
        }
        draft.note(text.string(date.range))
    }

    private static func roleAndVenue(_ text: String) -> (
        role: String, venue: String, joint: String
    )? {
        let joints = [", ", "，", " for ", " of ", " at ", " – ", " - ", " — "]
        // The joint that comes first: `Reviewer for A, B`.
        let found = joints.compactMap { joint in text.firstRange(of: joint).map { ($0, joint) } }
            .sorted { $0.0.lowerBound < $1.0.lowerBound }
        for (range, joint) in found {
            let role = String(text[..<range.lowerBound])
            let venue = String(text[range.upperBound...])
            guard ServiceRole.kind(of: role) != nil, !venue.isEmpty,
                SearchWords.folded(role).count <= 6, ServiceRole.kind(of: venue) == nil
            else { continue }
            return (role, venue, joint)
        }
        return nil
    }

    /// The venues of `Reviewer for A, B, C`, where all of them are short names.
    private static func shortNames(_ text: String) -> [String]? {
        let names = text.replacing(" and ", with: ", ").split(separator: ",").map {
            String($0).trimmingSeparators
        }
        .filter { !$0.isEmpty }
        guard names.count > 1,
            names.allSatisfy({ $0.count <= 14 && $0.filter(\.isUppercase).count > 1 })
        else { return nil }
        return names
    }
}
