/// Findings as values, to be kept and read again without a loss.
extension Diagnostic {
    /// The finding as a value; `init(_:)` reads it.
    public var value: Value {
        var mapping = Mapping()
        mapping["code"] = .string(code.rawValue)
        mapping["severity"] = .string(severity.rawValue)
        mapping["message"] = .string(message)
        mapping["hint"] = hint.map(Value.string)
        mapping["profile"] = profile.map(Value.string)
        mapping["path"] = path.map { .string($0.description) }
        if isAboutKey { mapping["about_key"] = true }
        mapping["location"] = location?.value
        mapping["line"] = line.map(Value.string)
        if !related.isEmpty { mapping["related"] = .list(related.map(\.value)) }
        mapping["fix"] = fix?.value
        return .mapping(mapping)
    }

    /// Reads a finding that was kept; nil for a value that is none.
    public init?(_ value: Value) {
        guard let code = value["code"]?.string, let message = value["message"]?.string,
            let severity = value["severity"]?.string.flatMap(Severity.init(rawValue:))
        else { return nil }
        self.init(
            Code(rawValue: code), message, severity: severity, hint: value["hint"]?.string,
            profile: value["profile"]?.string,
            path: value["path"]?.string.flatMap(FieldPath.init(parsing:)),
            isAboutKey: value["about_key"] == true,
            location: value["location"].flatMap(SourceLocation.init))
        line = value["line"]?.string
        for item in value["related"]?.list ?? [] {
            guard let place = RelatedPlace(item) else { return nil }
            related.append(place)
        }
        if let kept = value["fix"] {
            guard let fix = Fix(kept) else { return nil }
            self.fix = fix
        }
    }
}

extension SourceLocation {
    fileprivate var value: Value {
        [
            "file": .string(file), "line": .number(Number(line)),
            "column": .number(Number(column)),
        ]
    }

    fileprivate init?(_ value: Value) {
        guard let file = value["file"]?.string, let line = value["line"]?.number?.integer,
            let column = value["column"]?.number?.integer
        else { return nil }
        self.init(file: file, line: line, column: column)
    }
}

extension RelatedPlace {
    fileprivate var value: Value {
        var mapping = Mapping()
        mapping["message"] = .string(message)
        mapping["profile"] = profile.map(Value.string)
        mapping["path"] = path.map { .string($0.description) }
        mapping["location"] = location?.value
        mapping["line"] = line.map(Value.string)
        return .mapping(mapping)
    }

    fileprivate init?(_ value: Value) {
        guard let message = value["message"]?.string else { return nil }
        self.init(
            message, profile: value["profile"]?.string,
            path: value["path"]?.string.flatMap(FieldPath.init(parsing:)),
            location: value["location"].flatMap(SourceLocation.init))
        line = value["line"]?.string
    }
}

extension Fix {
    fileprivate var value: Value {
        [
            "summary": .string(summary), "safe": .bool(isSafe),
            "edits": .list(edits.map(\.kept)),
        ]
    }

    fileprivate init?(_ value: Value) {
        guard let summary = value["summary"]?.string, let isSafe = value["safe"]?.bool,
            let edits = value["edits"]?.list
        else { return nil }
        self.init(summary, isSafe: isSafe, edits: edits.compactMap(FieldEdit.init(kept:)))
        guard self.edits.count == edits.count else { return nil }
    }
}

extension FieldEdit {
    fileprivate var kept: Value {
        var mapping = Mapping()
        mapping["path"] = .string(path.description)
        if let newKey {
            mapping["rename"] = .string(newKey)
        } else if isOnlyWhereFound {
            mapping["blank"] = true
        } else {
            mapping["set"] = value
        }
        return .mapping(mapping)
    }

    fileprivate init?(kept: Value) {
        guard let path = kept["path"]?.string.flatMap(FieldPath.init(parsing:)) else { return nil }
        if let newKey = kept["rename"]?.string {
            self.init(renaming: path, to: newKey)
        } else if kept["blank"] == true {
            self.init(blank: path)
        } else {
            self.init(path, kept["set"])
        }
    }
}
