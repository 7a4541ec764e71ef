internal import Formats
internal import RecordModel

/// Parts of versions with numbers, each of them once, whichever object holds it.
struct PackedParts {
    private var writer = PackedWriter()
    private var count = 0
    private var numbers: [ObjectIdentifier: Int] = [:]
    private var contents: [[UInt8]: Int] = [:]

    /// How many bytes and parts there are.
    var end: (size: Int, count: Int) { (writer.bytes.count, count) }

    /// Takes back what was added behind an end, for good.
    mutating func truncate(to end: (size: Int, count: Int)) {
        writer.truncate(to: end.size)
        count = end.count
    }

    /// The number of a part, which is added where it is a new one.
    mutating func number(of part: SectionVersion.Part) -> Int {
        if let known = numbers[ObjectIdentifier(part)] { return known }
        var content = PackedWriter()
        content.write(part.name == nil ? 0 : 1)
        content.write(part.name ?? "")
        content.write(part.value)
        let number = contents[content.bytes] ?? count
        if number == count {
            contents[content.bytes] = number
            writer.append(content)
            count += 1
        }
        numbers[ObjectIdentifier(part)] = number
        return number
    }

    /// Writes all parts in the order of their numbers.
    func write(to writer: inout PackedWriter) {
        writer.write(count)
        writer.append(self.writer)
    }

    /// Reads parts, nil where there are none.
    static func read(from reader: inout PackedReader) -> [SectionVersion.Part]? {
        guard let count = reader.count() else { return nil }
        var parts: [SectionVersion.Part] = []
        for _ in 0..<count {
            guard let isNamed = reader.number(), let name = reader.text(),
                let value = reader.value()
            else { return nil }
            parts.append(SectionVersion.Part(name: isNamed == 1 ? name : nil, value: value))
        }
        return parts
    }
}
