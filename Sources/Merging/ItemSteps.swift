internal import RecordModel

/// The steps by which field paths name the items of one list: the name, else the position.
///
/// Of several items with one name only the first one has it, and none where there is no first one
/// because the order means nothing; the others are known by their positions, as those without a
/// name are.
struct ItemSteps {
    private let names: [String?]
    private let positions: [String: Int]

    init(of items: [Value], _ rule: ListRule) {
        var positions = [String: Int](minimumCapacity: items.count)
        var names: [String?] = []
        names.reserveCapacity(items.count)
        var repeated: Set<String> = []
        for (position, item) in items.enumerated() {
            guard let name = rule.name(of: item) else {
                names.append(nil)
                continue
            }
            let isFirst = positions[name] == nil
            if isFirst { positions[name] = position } else { repeated.insert(name) }
            names.append(isFirst ? name : nil)
        }
        if !rule.hasOwnOrder {
            for name in repeated {
                if let position = positions.removeValue(forKey: name) { names[position] = nil }
            }
        }
        self.names = names
        self.positions = positions
    }

    subscript(position: Int) -> String { names[position] ?? String(position) }

    func isNamed(_ position: Int) -> Bool { names[position] != nil }

    func name(_ position: Int) -> String? { names[position] }

    func position(ofName name: String) -> Int? { positions[name] }

    /// The position of the item of a name or of a position written in digits.
    func position(of step: String) -> Int? {
        if let position = positions[step] { return position }
        guard let position = Self.number(step), names.indices.contains(position) else {
            return nil
        }
        return position
    }

    /// The position that a step of digits stands for.
    static func number(_ step: String) -> Int? {
        step.utf8.allSatisfy { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
            ? Int(step) : nil
    }
}
