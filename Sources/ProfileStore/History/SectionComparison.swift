internal import Merging
internal import RecordModel

/// How some entries of a section differ from what they were in an earlier version of it.
struct SectionComparison {
    private let version: SectionVersion
    private let former: SectionVersion
    private let origins: FieldOrigins
    private let shape: Shape
    /// The earlier names of entries that have another one now.
    private var formerNames: [String: String] = [:]

    /// Compares the entries of some keys, or all where places count.
    init(
        of version: SectionVersion, before former: SectionVersion, about keys: Set<String>,
        shape: Shape
    ) {
        self.version = version
        self.former = former
        self.shape = shape
        guard version.areNamed, former.areNamed, version.isList == former.isList else {
            origins = FieldOrigins(of: version.value(), before: former.value(), shape: shape)
            return
        }
        guard version.isList, case .key(let nameKey) = shape.listRule.identity,
            keys.contains(where: { former.part($0) == nil })
        else {
            origins = FieldOrigins(
                of: version.value(of: keys), before: former.value(of: keys), shape: shape)
            return
        }
        formerNames = version.formerNames(in: former, rule: shape.listRule)
        var before: [Value] = []
        for key in version.keys where keys.contains(key) {
            // Under its new name, an entry is compared as any other.
            guard var item = former.part(formerNames[key] ?? key)?.value.mapping else { continue }
            item[nameKey] = .string(key)
            before.append(.mapping(item))
        }
        origins = FieldOrigins(
            of: version.value(of: keys), before: .list(before), shape: shape)
    }

    /// Where a field was before, as the key of its entry and the steps within it; nil where it was
    /// not there.
    func origin(_ key: String, _ steps: [String]) -> (key: String, steps: [String])? {
        guard let found = origins.origin(of: FieldPath(steps: [key] + steps)),
            let first = found.steps.first,
            let formerKey = formerNames[key] ?? former.key(ofStep: first)
        else { return nil }
        return (formerKey, Array(found.steps.dropFirst()))
    }

    /// Where a field was before with the same value; nil where it had another one.
    func same(_ key: String, _ steps: [String]) -> (key: String, steps: [String])? {
        guard let (formerKey, formerSteps) = origin(key, steps),
            let value = self.value(key, steps, in: version),
            let old = self.value(formerKey, formerSteps, in: former),
            isSame(value, old, key, steps)
        else { return nil }
        return (formerKey, formerSteps)
    }

    /// The value of a field in a version.
    func value(_ key: String, _ steps: [String], in version: SectionVersion) -> Value? {
        let inner = version.isList ? shape.itemShape : shape.shape(ofKey: key)
        return version.part(key)?.value.value(at: FieldPath(steps: steps), shape: inner)
    }

    /// Tells whether two values of a field are the same; order that means nothing does not count.
    func isSame(_ value: Value, _ old: Value, _ key: String, _ steps: [String]) -> Bool {
        if value == old { return true }
        let inner = version.isList ? shape.itemShape : shape.shape(ofKey: key)
        let field = inner.shape(
            at: FieldPath(steps: steps), of: version.part(key)?.value ?? .null)
        return Diff(from: value, to: old, shape: field).isEmpty
    }
}

extension Shape {
    /// The shape of the field at a path of a value.
    func shape(at path: FieldPath, of value: Value) -> Shape {
        var (current, shape): (Value?, Shape) = (value, self)
        for step in path.steps {
            switch current {
            case .list(let items):
                current = shape.listRule.position(of: step, in: items).map { items[$0] }
                shape = shape.itemShape
            default:
                current = current?[step]
                shape = shape.shape(ofKey: step)
            }
        }
        return shape
    }
}
