/// A date as a record writes it: a year, a month or a day, or a word such as `present`.
///
/// The text is kept; what it means for people is for the module that writes dates.
public struct DateText: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The word that an end has where something still goes on.
    public static let present = "present"

    /// The text of the record.
    public let description: String

    /// Takes the text.
    public init(_ text: String) { description = text }

    /// Tells whether this is the word for now.
    public var isPresent: Bool { description == Self.present }

    /// The year, nil where the text does not begin with one.
    public var year: Int? { number(at: 0, digits: 4) }

    /// The month, from 1, nil where the date is no more than a year.
    public var month: Int? { year == nil ? nil : number(at: 5, digits: 2) }

    /// The day of the month, from 1, nil where the date is no more than a month.
    public var day: Int? { month == nil ? nil : number(at: 8, digits: 2) }

    /// Orders dates in time; of a year and a month in it the year comes first, and what is no
    /// date comes before all that is.
    public static func < (first: DateText, second: DateText) -> Bool { first.order < second.order }

    /// A number that grows in time.
    fileprivate var order: Int { (year ?? 0) * 10_000 + (month ?? 0) * 100 + (day ?? 0) }

    private func number(at offset: Int, digits: Int) -> Int? {
        let bytes = description.utf8.span
        guard bytes.count >= offset + digits else { return nil }
        var number = 0
        for position in offset..<offset + digits {
            let byte = bytes[position]
            guard byte >= 0x30, byte <= 0x39 else { return nil }
            number = number * 10 + Int(byte - 0x30)
        }
        return number
    }
}

extension Sequence {
    /// Returns the elements newest first; those of one date keep their order, those without one
    /// come last.
    public func newestFirst(_ date: (Element) -> DateText?) -> [Element] {
        // Each date is read once, and only numbers are sorted, as entries are large. The standard
        // sort is not promised to be stable, so the position decides between equals.
        let elements = Array(self)
        let keys = elements.map { date($0)?.order ?? -1 }
        // People write the newest on top.
        guard zip(keys, keys.dropFirst()).contains(where: { $0 < $1 }) else { return elements }
        let order = keys.indices.sorted {
            keys[$0] != keys[$1] ? keys[$0] > keys[$1] : $0 < $1
        }
        return order.map { elements[$0] }
    }
}
