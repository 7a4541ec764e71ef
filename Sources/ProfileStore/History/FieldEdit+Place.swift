internal import RecordModel

extension FieldEdit {
    /// Sets a field; an item that its list does not have now is put back where it stood: behind the
    /// nearest of those before it that are there still, else before the nearest of the others.
    ///
    /// - Parameters:
    ///   - path: The field.
    ///   - value: Its new value; nil takes it away.
    ///   - list: The list that the item stood in, where it is one.
    ///   - content: What the record holds now.
    ///   - shape: What the places of the record expect.
    init(
        _ path: FieldPath, _ value: Value?, besidesThoseIn list: [Value]?, in content: Value,
        shape: Shape
    ) {
        self.init(path, value)
        guard let value, let list, let parent = path.parent,
            case .list(var items)? = content.value(at: parent, shape: shape)
        else { return }
        let rule = shape.shape(at: parent, of: content).listRule
        guard let name = rule.name(of: value), rule.position(of: name, in: items) == nil,
            let place = list.firstIndex(where: { rule.name(of: $0) == name })
        else { return }
        func position(of neighbour: Value) -> Int? {
            rule.name(of: neighbour).flatMap { rule.position(of: $0, in: items) }
        }
        let before = list[..<place].reversed().lazy.compactMap(position).first
        let after = list[(place + 1)...].lazy.compactMap(position).first
        guard let start = before.map({ $0 + 1 }) ?? after else { return }
        items.insert(value, at: start)
        self.init(parent, .list(items))
    }
}
