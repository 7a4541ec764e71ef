public import RecordModel

/// Changes fields of a YAML text and leaves every other byte as it is: comments, blank lines, the
/// way a person quotes and indents.
///
/// The text is never written anew. What the edits ask for is compared with what is there, and only
/// the places that differ are replaced. The result is read again before anybody sees it: it holds
/// exactly what was asked for, or nothing is changed.
public struct YAMLEditor: Sendable {
    let writer: YAMLWriter
    let reader: YAMLReader

    /// Makes an editor that writes new values in a style.
    public init(style: YAMLWriter.Style = .people, columns: Int = 100) {
        writer = YAMLWriter(style: style, columns: columns)
        reader = YAMLReader()
    }

    /// Returns the text with fields set or taken away, one after the other.
    ///
    /// Parents of a field that are missing or empty are made: a list where the shape expects one,
    /// else a mapping. An empty text gives a freshly written one.
    ///
    /// - Parameters:
    ///   - bytes: The text in UTF-8.
    ///   - edits: What to change.
    ///   - shape: What the places of the text expect.
    ///   - file: The name of the text in findings.
    /// - Returns: The new text; the same bytes where every field has its value already.
    /// - Throws: Why the text cannot be read, or which edit it has no place for.
    public func edited(
        _ bytes: [UInt8], by edits: [FieldEdit], shape: Shape = .any, file: String
    ) throws(Diagnostic) -> [UInt8] {
        guard !edits.contains(where: { $0.newKey != nil }) else {
            var result = bytes
            for edit in edits {
                if let key = edit.newKey {
                    result = try renaming(edit.path, to: key, in: result, shape: shape, file: file)
                } else {
                    result = try edited(result, by: [edit], shape: shape, file: file)
                }
            }
            return result
        }
        let before = try reader.read(bytes, file: file, shape: shape)
        let text = TextLines(bytes)
        var after = before.value
        let edits = edits.filter {
            !$0.isOnlyWhereFound || before.value.value(at: $0.path, shape: shape) != nil
        }
        for edit in edits {
            guard let next = after.setting(edit, shape: shape) else {
                throw Diagnostic(
                    .yamlNoPlace, "There is no place for the field \(edit.path)",
                    hint: "A path leads through mappings and to the items of a list that are there",
                    path: edit.path,
                    location: before.sourceMap.location(
                        of: edit.path, in: before.value, shape: shape))
            }
            after = next
        }
        guard after != before.value else { return bytes }
        var builder = try YAMLTreeBuilder(text, file: file)
        let root = try builder.root()
        for edit in edits {
            try refuseAlias(
                on: edit.path, from: root, value: before.value, shape: shape,
                sourceMap: before.sourceMap)
        }
        var rewriter = YAMLRewriter(text: text, root: root, writer: writer)
        rewriter.updateRoot(root, from: before.value, to: after, shape: shape)
        if let result = rewriter.result(), holds(result, after, shape: shape) { return result }
        let isRepeated = !builder.repeatedAnchors.isEmpty
        let path = edits.count == 1 ? edits.first?.path : nil
        throw Diagnostic(
            isRepeated ? .yamlEditAlias : .yamlEditFailed,
            isRepeated
                ? "The edit would also change what an alias such as `*name` repeats"
                : "The file is laid out in a way that the edit cannot keep",
            hint: isRepeated
                ? "Write out what the alias repeats, then edit again"
                : "Write the lines around the field in the usual way, then edit again",
            path: path,
            location: before.sourceMap.location(
                of: path ?? .root, in: before.value, shape: shape))
    }

    private func holds(_ bytes: [UInt8], _ value: Value, shape: Shape) -> Bool {
        // Why the result cannot be read does not matter: the text before it could.
        guard let read = try? reader.read(bytes, file: "", shape: shape) else { return false }
        return read.value == value
    }

    /// Refuses a path that leads through an alias: what it repeats stands elsewhere.
    private func refuseAlias(
        on path: FieldPath, from root: YAMLNode?, value: Value, shape: Shape, sourceMap: SourceMap
    ) throws(Diagnostic) {
        guard var node = root else { return }
        let (whole, wholeShape) = (value, shape)
        var (value, shape) = (value, shape)
        for (depth, step) in path.steps.enumerated() {
            let position: Int?
            switch value {
            case .mapping(let mapping):
                position = node.parts.firstIndex { $0.key == step }
                guard let next = mapping[step] else { return }
                (value, shape) = (next, shape.shape(ofKey: step))
            case .list(let items):
                position = shape.listRule.position(of: step, in: items)
                guard let position else { return }
                (value, shape) = (items[position], shape.itemShape)
            default: return
            }
            guard let position, node.parts.indices.contains(position) else { return }
            node = node.parts[position].node
            guard node.kind == .alias, depth + 1 < path.steps.count else { continue }
            let place = FieldPath(steps: Array(path.steps.prefix(depth + 1)))
            throw Diagnostic(
                .yamlEditAlias,
                "The field is only repeated here, by the alias `*\((node.anchor ?? "").prefix(80))`",
                hint: "Edit the field that the alias repeats, or write its value out here",
                path: path,
                location: sourceMap.location(of: place, in: whole, shape: wholeShape))
        }
    }
}

extension Value {
    /// Returns a copy in which an edit is done; parents that are missing, or null, are made.
    fileprivate func setting(_ edit: FieldEdit, shape: Shape) -> Value? {
        guard !edit.path.steps.isEmpty else { return edit.value ?? .null }
        guard edit.value != nil else {
            // What is not there need not be taken away, whatever stands on the way to it.
            guard value(at: edit.path, shape: shape) != nil else { return self }
            return setting(edit.path, to: nil, shape: shape)
        }
        var result = self
        var (inner, parent) = (shape, FieldPath.root)
        for step in edit.path.steps {
            let found = result.value(at: parent, shape: shape)
            if found == nil || found == .null {
                let made: Value = if case .list = inner { [] } else { [:] }
                guard let next = result.setting(parent, to: made, shape: shape) else { return nil }
                result = next
            } else if case .list = found, parent.steps.count < edit.path.steps.count - 1,
                result.value(at: parent.appending(step), shape: shape) == nil
            {
                // An item that is not there has no fields to be set.
                return nil
            }
            inner = if case .list = inner { inner.itemShape } else { inner.shape(ofKey: step) }
            parent = parent.appending(step)
        }
        return result.setting(edit.path, to: edit.value, shape: shape)
    }
}

extension Diagnostic.Code {
    static let yamlNoPlace: Self = "yaml.no-place"
    static let yamlEditAlias: Self = "yaml.edit-alias"
    static let yamlEditFailed: Self = "yaml.edit-failed"
}
