public import Merging
public import RecordModel

/// Who may change what in a store: the rules of `owners` in `labfolio.yml`.
///
/// Of the rules that match a place the narrowest decides, wherever it stands; where two are equally
/// narrow, either may give the right. Without a rule there is no right. A store whose
/// `labfolio.yml` has no `owners` at all is open to everybody.
public struct Owners: Sendable {
    /// The rules in the order in which they are written.
    public let rules: [OwnerRule]
    /// Whether there are no rules because nobody asked for any.
    public let isOpen: Bool
    /// The number of steps of the longest pattern: no rule looks deeper.
    private let depth: Int

    /// Takes the rules of the content of `labfolio.yml`.
    public init(configuration: Value) {
        self.init(configuration: configuration) { _ in
            SourceLocation(file: StoreLayout.configuration)
        }
    }

    /// Takes the rules, each with its place in the file.
    init(configuration: Value, locate: (FieldPath) -> SourceLocation) {
        isOpen = configuration["owners"] == nil
        let items = configuration["owners"]?.list ?? []
        rules = items.enumerated().compactMap { position, item in
            let path = FieldPath(steps: ["owners", String(position)])
            return OwnerRule(item, at: locate(path))
        }
        depth = rules.map(\.pattern.steps.count).max() ?? 0
    }

    /// Returns the rules that decide about a place, counted from the store's root: the narrowest of
    /// those that match it; none where nobody has the right.
    public func rules(for place: FieldPath) -> [OwnerRule] {
        let matching = rules.filter { $0.pattern.matches(place) }
        guard let narrowest = matching.map(\.pattern.specificity).max() else { return [] }
        return matching.filter { $0.pattern.specificity == narrowest }
    }

    /// Returns the rules that decide about a place or about something within it, the narrowest first.
    public func rules(within place: FieldPath) -> [OwnerRule] {
        let deciding = rules(for: place)
        let inner = rules.filter { rule in
            rule.pattern.steps.count > place.steps.count
                && zip(rule.pattern.steps, place.steps).allSatisfy(OwnerPattern.matches)
        }
        return rules.filter { inner.contains($0) || deciding.contains($0) }.enumerated().sorted {
            let (one, other) = ($0.element.pattern.specificity, $1.element.pattern.specificity)
            return one == other ? $0.offset < $1.offset : one > other
        }.map(\.element)
    }

    /// Tells whether somebody may change a place, counted from the store's root.
    public func admit(_ actor: Actor, at place: FieldPath) -> Bool {
        isOpen || rules(for: place).contains { $0.admits(actor) }
    }

    /// Returns the refusal of a change at a place, counted from the store's root; nil where the
    /// actor may make it.
    public func refusal(at place: FieldPath, by actor: Actor) -> Refusal? {
        guard !isOpen else { return nil }
        let deciding = rules(for: place)
        if deciding.contains(where: { $0.admits(actor) }) { return nil }
        return Refusal(place: place, rules: deciding, actor: actor)
    }

    /// Returns what a diff of a profile's record does that somebody may not do; one refusal a
    /// change, in the order of the changes.
    public func refusals(
        of diff: Diff, in profile: ProfileID, by actor: Actor
    ) -> [Refusal] {
        guard !isOpen else { return [] }
        return diff.changes.compactMap { change in
            for place in places(of: change, in: Self.place(of: profile), shape: diff.shape) {
                if let refusal = refusal(at: place, by: actor) { return refusal }
            }
            return nil
        }
    }

    /// Returns whose consent a diff of a profile's record needs: for each set of rules that decide
    /// about some of its changes, one of the owners.
    public func ownersNeeded(for diff: Diff, in profile: ProfileID) -> [OwnersNeeded] {
        guard !isOpen else { return [] }
        var needs: [OwnersNeeded] = []
        for change in diff.changes {
            for place in places(of: change, in: Self.place(of: profile), shape: diff.shape) {
                let deciding = rules(for: place)
                if let index = needs.firstIndex(where: { $0.rules == deciding }) {
                    needs[index].places.append(place)
                } else {
                    needs.append(OwnersNeeded(rules: deciding, places: [place]))
                }
            }
        }
        return needs
    }

    /// The place of a profile, from the store's root.
    public static func place(of profile: ProfileID) -> FieldPath {
        FieldPath(steps: [StoreLayout.profiles, profile.text])
    }
}

/// Some changes that the same rules decide about: one of the rules' owners has to consent.
public struct OwnersNeeded: Hashable, Sendable {
    /// The rules; none where nobody has the right.
    public let rules: [OwnerRule]
    /// The places that change, from the store's root.
    public internal(set) var places: [FieldPath]

    /// Who may consent, each once, in the order of the rules.
    public var owners: [String] {
        var seen: Set<String> = []
        return rules.flatMap(\.owners).filter { seen.insert($0).inserted }
    }
}

extension Owners {
    /// Returns the places that a change has to be allowed at: its own, and those within what it
    /// adds about which other rules decide.
    ///
    /// Who may remove an entry may remove it with all that is in it. But what one may not write
    /// one may not write by adding the entry around it either, nor by giving an entry the id of
    /// another one.
    func places(of change: Change, in root: FieldPath, shape: Shape) -> [FieldPath] {
        var places = [root.appending(change.path)]
        if let name = Self.newName(in: change, shape: shape) {
            let list = change.path.steps.dropLast(2)
            places.append(root.appending(FieldPath(steps: list + [name])))
        }
        if change.kind != .move, let after = change.after {
            var inner = shape
            for step in change.path.steps { inner = inner.shape(ofStep: step) }
            addPlaces(
                within: after, at: places[0], inner, decidedBy: rules(for: places[0]), &places)
        }
        return places
    }

    private func addPlaces(
        within value: Value, at place: FieldPath, _ shape: Shape, decidedBy outer: [OwnerRule],
        _ places: inout [FieldPath]
    ) {
        guard place.steps.count < depth else { return }
        let parts: [(step: String, value: Value)]
        switch value {
        case .mapping(let mapping): parts = mapping.entries.map { ($0.key, $0.value) }
        case .list(let items):
            parts = items.enumerated().map { position, item in
                (shape.listRule.name(of: item) ?? String(position), item)
            }
        default: return
        }
        for part in parts {
            let inner = place.appending(part.step)
            let deciding = rules(for: inner)
            if deciding != outer { places.append(inner) }
            addPlaces(
                within: part.value, at: inner, shape.shape(ofStep: part.step), decidedBy: deciding,
                &places)
        }
    }

    /// The id that a change gives an item of a keyed list, nil for every other change.
    private static func newName(in change: Change, shape: Shape) -> String? {
        guard change.path.steps.count > 1, let key = change.path.steps.last,
            let name = change.after?.string
        else { return nil }
        var list = shape
        for step in change.path.steps.dropLast(2) { list = list.shape(ofStep: step) }
        guard case .list(_, let rule) = list, rule.identity == .key(key) else { return nil }
        return name
    }
}

extension Shape {
    /// The shape of what a step leads to, be it a key or an item.
    fileprivate func shape(ofStep step: String) -> Shape {
        if case .list(let item, _) = self { item } else { shape(ofKey: step) }
    }
}
