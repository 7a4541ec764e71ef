internal import RecordModel

extension JSONPatch {
    /// Why a patch cannot be applied: which operation, from 1, and what is wrong with it.
    struct Failure: Error, Hashable {
        let operation: Int
        let reason: String

        /// The failure as the end of a sentence.
        var message: String { "operation \(operation): \(reason)" }
    }

    /// Returns a document after some operations (RFC 6902), all of them or none.
    static func applied(
        _ operations: [Value], to document: Value
    ) throws(Failure) -> Value {
        var result = document
        for (position, operation) in operations.enumerated() {
            do throws(Refusal) { try apply(operation, to: &result) } catch {
                throw Failure(operation: position + 1, reason: error.reason)
            }
        }
        return result
    }

    /// Why one operation cannot be done.
    private struct Refusal: Error {
        let reason: String
        init(_ reason: String) { self.reason = reason }
    }

    private static func apply(_ operation: Value, to document: inout Value) throws(Refusal) {
        guard operation.mapping != nil else { throw Refusal("it is no object") }
        guard let name = operation["op"]?.string else { throw Refusal("it has no `op`") }
        let path = try pointer("path", of: operation)
        func value() throws(Refusal) -> Value {
            guard let value = operation["value"] else { throw Refusal("it has no `value`") }
            return value
        }
        switch name {
        case "add": try change(&document, at: path, .add(try value()))
        case "remove": try change(&document, at: path, .remove)
        case "replace": try change(&document, at: path, .replace(try value()))
        case "move", "copy":
            let from = try pointer("from", of: operation)
            let moved = try part(of: document, at: from)
            if name == "move" {
                guard path == from || !path.starts(with: from) else {
                    throw Refusal("it moves a value into itself")
                }
                try change(&document, at: from, .remove)
            }
            try change(&document, at: path, .add(moved))
        case "test":
            guard try part(of: document, at: path) == (try value()) else {
                throw Refusal("\(FieldPath(steps: path)) holds something else")
            }
        default: throw Refusal("there is no operation `\(name)`")
        }
    }

    private static func pointer(
        _ key: String, of operation: Value
    ) throws(Refusal) -> [String] {
        guard let text = operation[key]?.string else { throw Refusal("it has no `\(key)`") }
        guard let path = FieldPath(parsing: text) else {
            throw Refusal("`\(text)` is no JSON Pointer")
        }
        return path.steps
    }

    private static func part(of document: Value, at path: [String]) throws(Refusal) -> Value {
        var current = document
        for step in path {
            switch current {
            case .mapping(let mapping):
                guard let next = mapping[step] else { throw nothing(at: path) }
                current = next
            case .list(let items):
                current = items[try position(step, in: items.count, at: path)]
            default: throw nothing(at: path)
            }
        }
        return current
    }

    /// What is done at the place that a pointer names.
    private enum Change {
        case add(Value)
        case remove
        case replace(Value)
    }

    /// Does it in a part of the document that some steps of the pointer lead to.
    private static func change(
        _ value: inout Value, at path: [String], behind depth: Int = 0, _ change: Change
    ) throws(Refusal) {
        guard depth < path.count else {
            switch change {
            case .add(let new), .replace(let new): value = new
            case .remove: throw Refusal("it removes the whole record")
            }
            return
        }
        let (step, isLast) = (path[depth], depth == path.count - 1)
        switch value {
        case .mapping(var mapping):
            if isLast, case .add(let new) = change {
                mapping[step] = new
            } else {
                guard var inner = mapping[step] else { throw nothing(at: path) }
                if isLast, case .remove = change {
                    mapping[step] = nil
                } else {
                    try Self.change(&inner, at: path, behind: depth + 1, change)
                    mapping[step] = inner
                }
            }
            value = .mapping(mapping)
        case .list(var items):
            if isLast, case .add(let new) = change {
                let place =
                    step == "-"
                    ? items.count : try position(step, in: items.count + 1, at: path)
                items.insert(new, at: place)
            } else {
                let place = try position(step, in: items.count, at: path)
                if isLast, case .remove = change {
                    items.remove(at: place)
                } else {
                    try Self.change(&items[place], at: path, behind: depth + 1, change)
                }
            }
            value = .list(items)
        default: throw nothing(at: path)
        }
    }

    /// Reads a position in a list: digits without a zero in front.
    private static func position(
        _ step: String, in count: Int, at path: [String]
    ) throws(Refusal) -> Int {
        guard let position = Int(step), String(position) == step, (0..<count).contains(position)
        else { throw nothing(at: path) }
        return position
    }

    private static func nothing(at path: [String]) -> Refusal {
        Refusal("there is nothing at \(FieldPath(steps: path))")
    }
}
