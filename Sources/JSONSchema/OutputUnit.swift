public import RecordModel

/// One node of what a validation can say in full (2020-12, 12.3 and 12.4): the outcome of a schema,
/// or of one keyword.
public struct OutputUnit: Hashable, Sendable {
    /// Whether the value meets the schema or keyword.
    public let isValid: Bool
    /// The way to the keyword through the schema and its references.
    public let keywordPath: FieldPath
    /// The keyword's own place, without references: a URI with a fragment.
    public let absoluteKeyword: String
    /// The way to the value, list steps by position from 0.
    public let instancePath: FieldPath
    /// What is wrong, as a sentence.
    public var error: String?
    /// What the keyword says about the value.
    public var annotation: Value?
    /// What led to the outcome: errors of what is not valid, annotations of what is.
    public var children: [OutputUnit] = []
}

/// The forms of the specification in which the outcome of a validation is written (2020-12, 12.4).
public enum OutputForm: String, CaseIterable, Sendable {
    /// Whether the value is valid, no more.
    case flag
    /// One flat list of all errors or annotations.
    case basic
    /// A tree of errors or annotations in which no node has only one child.
    case detailed
}

extension Schema {
    /// Returns the outcome of a validation in a form of the specification.
    public func output(for value: Value, _ form: OutputForm) -> Value {
        guard form != .flag else { return ["valid": .bool(isValid(value))] }
        let outline = outline(of: value)
        return form == .basic ? outline.basic : outline.condensed.json
    }

    /// Returns the outcome as a tree of all schemas that were applied.
    public func outline(of value: Value) -> OutputUnit {
        var evaluation = Evaluation(tables, .outlining)
        return evaluation.outline(value, root)
    }
}

extension OutputUnit {
    /// The tree as one flat list below its root.
    fileprivate var basic: Value {
        var nodes: [OutputUnit] = []
        flatten(into: &nodes)
        let items = nodes.map { Value.mapping($0.fields) }
        return [
            "valid": .bool(isValid), (isValid ? "annotations" : "errors"): .list(items),
        ]
    }

    /// All nodes that say something, and those of failed schemas above them.
    private func flatten(into nodes: inout [OutputUnit]) {
        if error != nil || annotation != nil || !isValid { nodes.append(self) }
        for child in children { child.flatten(into: &nodes) }
    }

    /// The tree without nodes that say nothing themselves and have at most one child; the root
    /// stays.
    fileprivate var condensed: OutputUnit {
        var result = self
        result.children = children.flatMap(\.condensedNodes)
        return result
    }

    private var condensedNodes: [OutputUnit] {
        var result = self
        result.children = children.flatMap(\.condensedNodes)
        if error == nil, annotation == nil, result.children.count < 2 { return result.children }
        return [result]
    }

    fileprivate var json: Value {
        var fields = fields
        fields["valid"] = .bool(isValid)
        if !children.isEmpty {
            fields[isValid ? "annotations" : "errors"] = .list(children.map(\.json))
        }
        return .mapping(fields)
    }

    private var fields: Mapping {
        var fields = Mapping()
        fields["valid"] = .bool(isValid)
        fields["keywordLocation"] = .string(keywordPath.description)
        fields["absoluteKeywordLocation"] = .string(absoluteKeyword)
        fields["instanceLocation"] = .string(instancePath.description)
        if let annotation {
            fields["annotation"] = annotation
        } else if !isValid {
            fields["error"] = .string(error ?? "The value does not meet this schema")
        }
        return fields
    }
}
