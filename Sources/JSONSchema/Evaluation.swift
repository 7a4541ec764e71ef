internal import RecordModel

/// The state of one validation.
///
/// A value is first only judged, which stops at the first error and keeps no paths. Only a value
/// that fails is walked again to say what is wrong: nearly all values are fine.
struct Evaluation {
    /// What a walk is for.
    enum Purpose {
        /// Whether the value is valid.
        case judging
        /// The errors, as a person wants to know them: of several branches, those of the one that
        /// was meant.
        case collecting
        /// Everything that was applied, as the specification writes it down.
        case outlining
    }

    let tables: SchemaTables
    private(set) var purpose: Purpose
    /// Whether errors are wanted, or only whether there is one.
    var isCollecting: Bool { purpose != .judging }
    var errors: [SchemaError] = []
    var units: [OutputUnit] = []
    private(set) var instancePath = FieldPath.root
    private(set) var keywordPath = FieldPath.root
    /// The part whose references led to the current one, without a step into the value.
    var referrer: Subschema.ID?
    /// The resources that were passed through, where a reference depends on them.
    private var resources: [Int] = []
    /// The parts that are being checked, in all and against the current value.
    private var depth = 0
    private var depthHere = 0
    private static let depthLimit = 1_000
    /// Why the walk was given up: the schema refers to itself without end.
    private var endless: SchemaError?

    init(_ tables: SchemaTables, _ purpose: Purpose) {
        self.tables = tables
        self.purpose = purpose
    }

    /// Checks a value against the root of a schema.
    mutating func run(_ value: Value, _ root: Subschema.ID) -> Bool {
        var coverage: Coverage?
        let isValid = check(value, root, &coverage)
        guard let endless else { return isValid }
        errors = [endless]
        return false
    }

    /// Checks a value against the root of a schema and returns all that was found.
    mutating func outline(_ value: Value, _ root: Subschema.ID) -> OutputUnit {
        var isValid = run(value, root)
        var children = units.filter { $0.isValid == isValid }
        if let endless {
            // A branch without end does not matter where an earlier one fits.
            var judge = Evaluation(tables, .judging)
            isValid = judge.run(value, root)
            children = isValid ? [] : [unit(false, endless.keyword, root, error: endless.message)]
        }
        return OutputUnit(
            isValid: isValid, keywordPath: .root, absoluteKeyword: place(root), instancePath: .root,
            children: children)
    }

    /// Checks a value against a part and tells whether it meets all demands.
    mutating func check(
        _ value: Value, _ id: Subschema.ID, _ coverage: inout Coverage?
    ) -> Bool {
        depth += 1
        depthHere += 1
        defer {
            depth -= 1
            depthHere -= 1
        }
        // More parts than there are cannot be at work on one value, unless one comes again.
        guard depthHere <= tables.parts.count, depth < Self.depthLimit, endless == nil else {
            return giveUp(id)
        }
        if tables.isDynamic { resources.append(tables.parts[id].resource) }
        defer { if tables.isDynamic { resources.removeLast() } }
        guard coverage != nil || tables.parts[id].looksAtTheRest else {
            return checkKeywords(value, id, &coverage)
        }
        var own: Coverage? = Coverage(value)
        let isValid = checkKeywords(value, id, &own)
        if isValid, let own { coverage?.merge(own) }
        return isValid
    }

    private mutating func checkKeywords(
        _ value: Value, _ id: Subschema.ID, _ coverage: inout Coverage?
    ) -> Bool {
        var isValid = true
        for keyword in tables.parts[id].keywords {
            // What is left over cannot be told where something went wrong before.
            if !isValid, keyword.isAboutTheRest { continue }
            if check(value, keyword, in: id, &coverage) { continue }
            isValid = false
            if purpose == .judging { return false }
        }
        if isValid, purpose == .outlining { annotate(id) }
        return isValid
    }

    private mutating func giveUp(_ id: Subschema.ID) -> Bool {
        let (what, hint) =
            depthHere > tables.parts.count
            ? (
                "The schema refers to itself without end",
                "Let the schema take a step into the value before it refers to itself"
            ) : ("The value is nested too deep for the schema", nil)
        endless =
            endless
            ?? SchemaError(
                keyword: "$ref", instancePath: instancePath, keywordPath: keywordPath,
                absoluteKeyword: place(id), message: what, hint: hint, key: nil,
                repair: nil)
        return false
    }

    /// The part that a dynamic reference names: that of the outermost resource that has one.
    func target(of anchor: String, else first: Subschema.ID) -> Subschema.ID {
        for resource in resources {
            if let target = tables.resources[resource].dynamicAnchors[anchor] { return target }
        }
        return first
    }

    // MARK: Steps

    /// Tells whether a value meets a part, without noting errors.
    mutating func holds(
        _ value: Value, _ id: Subschema.ID, _ coverage: inout Coverage?
    ) -> Bool {
        let outer = purpose
        purpose = .judging
        defer { purpose = outer }
        return check(value, id, &coverage)
    }

    /// Tells whether a part of a value, or its key, meets a part, without noting errors.
    mutating func holds(within value: Value, _ id: Subschema.ID) -> Bool {
        let outer = depthHere
        depthHere = 0
        defer { depthHere = outer }
        var coverage: Coverage?
        return holds(value, id, &coverage)
    }

    /// Goes one step down into the schema.
    mutating func apply(
        _ keywords: @autoclosure () -> [String], _ value: Value, _ part: Subschema.ID,
        _ coverage: inout Coverage?
    ) -> Bool {
        guard isCollecting else { return check(value, part, &coverage) }
        let steps = keywords()
        keywordPath.steps += steps
        let outer = units
        units = []
        let isValid = check(value, part, &coverage)
        if purpose == .outlining {
            let whole = OutputUnit(
                isValid: isValid, keywordPath: keywordPath, absoluteKeyword: place(part),
                instancePath: instancePath, children: units.filter { $0.isValid == isValid })
            units = outer + [whole]
        }
        keywordPath.steps.removeLast(steps.count)
        return isValid
    }

    /// Goes one step down into the schema and into the value.
    mutating func enter(
        _ keywords: @autoclosure () -> [String], _ value: Value, _ part: Subschema.ID,
        _ instance: @autoclosure () -> String
    ) -> Bool {
        let outer = depthHere
        depthHere = 0
        defer { depthHere = outer }
        var coverage: Coverage?
        guard isCollecting else { return check(value, part, &coverage) }
        let outerReferrer = referrer
        instancePath.steps.append(instance())
        referrer = nil
        let isValid = apply(keywords(), value, part, &coverage)
        referrer = outerReferrer
        instancePath.steps.removeLast()
        return isValid
    }

    // MARK: Findings

    /// Notes an error, where they are wanted, and returns false.
    mutating func fail(
        _ keyword: String, _ id: Subschema.ID, _ message: @autoclosure () -> String,
        hint: String? = nil, instance: String? = nil, key: String? = nil,
        repair: Repair? = nil
    ) -> Bool {
        switch purpose {
        case .judging: break
        case .collecting:
            errors.append(
                SchemaError(
                    keyword: keyword,
                    instancePath: instance.map { instancePath.appending($0) } ?? instancePath,
                    keywordPath: keywordPath.appending(keyword),
                    absoluteKeyword: place(id, keyword), message: message(), hint: hint,
                    key: key, repair: repair))
        case .outlining:
            units.append(unit(false, keyword, id, instance: instance, error: message()))
        }
        return false
    }

    /// Notes what a schema says about a value that it fits.
    private mutating func annotate(_ id: Subschema.ID) {
        for entry in tables.parts[id].annotations.entries {
            units.append(unit(true, entry.key, id, annotation: entry.value))
        }
    }

    /// Notes what a keyword found out about a value that it fits.
    mutating func annotate(_ keyword: String, _ id: Subschema.ID, _ value: Value) {
        units.append(unit(true, keyword, id, annotation: value))
    }

    func unit(
        _ isValid: Bool, _ keyword: String, _ id: Subschema.ID, instance: String? = nil,
        error: String? = nil, annotation: Value? = nil, children: [OutputUnit] = []
    ) -> OutputUnit {
        OutputUnit(
            isValid: isValid, keywordPath: keywordPath.appending(keyword),
            absoluteKeyword: place(id, keyword),
            instancePath: instance.map { instancePath.appending($0) } ?? instancePath,
            error: error, annotation: annotation, children: children)
    }

    /// The place of a part, or of a keyword in it, as a URI.
    func place(_ id: Subschema.ID, _ keyword: String? = nil) -> String {
        let part = tables.parts[id]
        let pointer = keyword.map { part.pointer.appending($0) } ?? part.pointer
        return tables.resources[part.resource].base + "#" + pointer.description
    }
}
