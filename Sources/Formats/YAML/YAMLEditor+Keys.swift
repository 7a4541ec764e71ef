internal import RecordModel

extension YAMLEditor {
    /// Returns the text with the key of a field replaced and every other byte as it was.
    ///
    /// - Throws: `yaml.no-place` where the field is not there or one of the new key is, and
    ///   `yaml.edit-failed` where the key is laid out in a way that cannot be kept.
    func renaming(
        _ path: FieldPath, to newKey: String, in bytes: [UInt8], shape: Shape, file: String
    ) throws(Diagnostic) -> [UInt8] {
        let before = try reader.read(bytes, file: file, shape: shape)
        guard let parent = path.parent, let key = path.steps.last,
            let mapping = before.value.value(at: parent, shape: shape)?.mapping,
            mapping[key] != nil, mapping[newKey] == nil
        else {
            throw Diagnostic(
                .yamlNoPlace, "There is no field \(path) that could be called `\(newKey)`",
                hint: "A field can only be renamed to what no other field beside it is called",
                path: path)
        }
        var builder = try YAMLTreeBuilder(TextLines(bytes), file: file)
        let root = try builder.root()
        if let part = part(at: path, from: root, value: before.value, shape: shape),
            let result = replacing(part, key: newKey, in: bytes),
            // Why the result cannot be read does not matter: the text before it could.
            let read = try? reader.read(result, file: file, shape: shape),
            isRenamed(read.value, from: before.value, path, to: newKey, shape: shape)
        {
            return result
        }
        throw Diagnostic(
            .yamlEditFailed, "The key is laid out in a way that the edit cannot keep",
            hint: "Rename it by hand", path: path,
            location: before.sourceMap.location(
                of: path, in: before.value, shape: shape, key: true))
    }

    /// Replaces a key as it stands there: in quotes if it has some.
    private func replacing(_ part: YAMLPart, key: String, in bytes: [UInt8]) -> [UInt8]? {
        let written: String
        switch bytes[part.start] {
        case UInt8(ascii: "\""): written = YAMLScalar.quoted(key)
        // An anchor, a tag, an alias or a key of more lines.
        case UInt8(ascii: "?"), UInt8(ascii: "&"), UInt8(ascii: "!"), UInt8(ascii: "*"):
            return nil
        default: written = writer.key(key)
        }
        return Array(bytes[..<part.start]) + Array(written.utf8) + Array(bytes[part.keyEnd...])
    }

    /// Tells whether two values differ in the one key alone.
    ///
    /// The value behind it may be read otherwise now: the schema knows the new key and says that
    /// `1.10` is text.
    private func isRenamed(
        _ after: Value, from before: Value, _ path: FieldPath, to newKey: String, shape: Shape
    ) -> Bool {
        guard let parent = path.parent, let key = path.steps.last,
            // The name of an item may be what is renamed; its position stays.
            let place = position(of: parent, in: before, shape: shape),
            var fields = before.value(at: place, shape: shape)?.mapping,
            let value = after.value(at: place.appending(newKey), shape: shape)
        else { return false }
        fields[key] = nil
        fields[newKey] = value
        return before.setting(place, to: .mapping(fields), shape: shape) == after
    }

    private func position(of path: FieldPath, in value: Value, shape: Shape) -> FieldPath? {
        var result = FieldPath.root
        var (value, shape) = (value, shape)
        for step in path.steps {
            switch value {
            case .mapping(let mapping):
                guard let next = mapping[step] else { return nil }
                result.steps.append(step)
                (value, shape) = (next, shape.shape(ofKey: step))
            case .list(let items):
                guard let index = shape.listRule.position(of: step, in: items) else { return nil }
                result.steps.append(String(index))
                (value, shape) = (items[index], shape.itemShape)
            default: return nil
            }
        }
        return result
    }

    /// The field at a path, nil where the way to it leads through an alias.
    private func part(
        at path: FieldPath, from root: YAMLNode?, value: Value, shape: Shape
    ) -> YAMLPart? {
        guard let places = position(of: path, in: value, shape: shape), var node = root else {
            return nil
        }
        var found: YAMLPart?
        for step in places.steps {
            switch node.kind {
            case .mapping: found = node.parts.first { $0.key == step }
            case .list:
                found = Int(step).flatMap { node.parts.indices.contains($0) ? node.parts[$0] : nil }
            default: return nil
            }
            guard let part = found else { return nil }
            node = part.node
        }
        return found
    }
}
