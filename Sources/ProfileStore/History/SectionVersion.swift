internal import Merging
internal import RecordModel

/// A section as one blob holds it, cut into entries or fields.
///
/// What two versions have in common is the same object in both, so that most of a comparison is
/// one of addresses.
final class SectionVersion: Sendable {
    /// One entry of a list section, or one field of a section that is a mapping.
    final class Part: Sendable {
        /// The name of an entry, the key of a field.
        let name: String?
        let value: Value

        init(name: String?, value: Value) {
            self.name = name
            self.value = value
        }

        /// Tells whether two parts hold the same.
        func isSame(as other: Part) -> Bool { self === other || value == other.value }
    }

    /// Whether the section is a list of entries; a mapping of fields otherwise.
    let isList: Bool
    let parts: [Part]
    /// The step by which field paths name each part: its name, else its position.
    let keys: [String]
    /// Whether every part has a name of its own.
    let areNamed: Bool
    private let positions: [String: Int]

    /// Makes a version of parts; most names are probably those of a version that is `like` it.
    init(isList: Bool, parts: [Part], like other: SectionVersion? = nil) {
        self.isList = isList
        self.parts = parts
        if let other, Self.haveSameNames(parts, other.parts) {
            (keys, areNamed, positions) = (other.keys, other.areNamed, other.positions)
            return
        }
        var positions: [String: Int] = [:]
        positions.reserveCapacity(parts.count)
        var repeated: Set<String> = []
        var areNamed = true
        for (position, part) in parts.enumerated() {
            guard let name = part.name else {
                areNamed = false
                continue
            }
            if positions.updateValue(position, forKey: name) != nil { repeated.insert(name) }
        }
        for name in repeated { positions[name] = nil }
        areNamed = areNamed && repeated.isEmpty
        if areNamed {
            keys = parts.map { $0.name ?? "" }
        } else {
            keys = parts.enumerated().map { position, part in
                part.name.flatMap { positions[$0] == nil ? nil : $0 } ?? String(position)
            }
            for (position, key) in keys.enumerated() { positions[key] = position }
        }
        self.areNamed = areNamed
        self.positions = positions
    }

    private static func haveSameNames(_ parts: [Part], _ others: [Part]) -> Bool {
        guard parts.count == others.count else { return false }
        for (part, other) in zip(parts, others) where part !== other {
            if part.name != other.name { return false }
        }
        return true
    }

    /// A section without a file.
    static let empty = SectionVersion(isList: true, parts: [])

    /// The part that a step names.
    func part(_ key: String) -> Part? { positions[key].map { parts[$0] } }

    /// The part that a step of any field path names: one that is there twice, or a position.
    func key(ofStep step: String) -> String? {
        if positions[step] != nil { return step }
        if let position = Int(step), keys.indices.contains(position) { return keys[position] }
        return parts.firstIndex { $0.name == step }.map { keys[$0] }
    }

    /// The content of some of the parts, or of all.
    func value(of keys: Set<String>? = nil) -> Value {
        if isList {
            return .list(
                parts.indices.compactMap {
                    keys?.contains(self.keys[$0]) == false ? nil : parts[$0].value
                })
        }
        var mapping = Mapping()
        for part in parts {
            guard let name = part.name, keys?.contains(name) != false else { continue }
            mapping[name] = part.value
        }
        return .mapping(mapping)
    }
}

extension SectionVersion {
    /// The names that entries have in an earlier version, by those that they have here and not there.
    func formerNames(in former: SectionVersion, rule: ListRule) -> [String: String] {
        // Whoever has the same name in both is found by it.
        rule.formerNames(
            of: parts.filter { $0.name.map { former.part($0) == nil } ?? false }.map(\.value),
            in: former.parts.filter { $0.name.map { part($0) == nil } ?? false }.map(\.value))
    }
}
