/// An exact decimal number of any size, as YAML and JSON write them.
///
/// A binary floating-point number would make `0.1` something else and would lose the end of a long
/// identifier. The value is `digits × 10^exponent`; two numbers are equal, and hash alike, when
/// they name the same quantity: `1`, `1.0` and `10e-1` are one number.
public struct Number: Hashable, Sendable {
    /// Tells whether the number is below zero.
    public let isNegative: Bool
    /// The decimal digits 0...9, with no zero at either end; empty for zero.
    let digits: [UInt8]
    let exponent: Int

    /// Exponents beyond this are refused: they are attacks, not quantities.
    private static let exponentLimit = 1_000_000

    /// Makes a whole number.
    public init(_ integer: Int) {
        let digits = String(integer.magnitude).utf8.map { $0 - UInt8(ascii: "0") }
        self.init(isNegative: integer < 0, digits: digits, exponent: 0)
    }

    /// Reads a decimal number: `-12`, `1.10`, `.5`, `6e23`; nil for any other text.
    ///
    /// This is the common part of JSON's grammar and YAML's core schema, which also allows a `+`
    /// in front, a leading zero, and a point with digits on one side only.
    public init?(parsing text: some StringProtocol) {
        var rest = text.utf8[...]
        var isNegative = false
        if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
            isNegative = sign == UInt8(ascii: "-")
            rest.removeFirst()
        }
        func digit(_ byte: UInt8) -> UInt8? {
            byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") ? byte - UInt8(ascii: "0") : nil
        }
        var digits: [UInt8] = []
        var exponent = 0
        while let next = rest.first.flatMap(digit) {
            digits.append(next)
            rest.removeFirst()
        }
        if rest.first == UInt8(ascii: ".") {
            rest.removeFirst()
            while let next = rest.first.flatMap(digit) {
                digits.append(next)
                exponent -= 1
                rest.removeFirst()
            }
        }
        guard !digits.isEmpty else { return nil }
        if let letter = rest.first, letter == UInt8(ascii: "e") || letter == UInt8(ascii: "E") {
            rest.removeFirst()
            guard let power = Int(String(decoding: rest, as: UTF8.self)),
                power.magnitude <= Self.exponentLimit
            else { return nil }
            exponent += power
        } else if !rest.isEmpty {
            return nil
        }
        self.init(isNegative: isNegative, digits: digits, exponent: exponent)
    }

    /// Brings digits and exponent into their one normal form.
    private init(isNegative: Bool, digits: [UInt8], exponent: Int) {
        let start = digits.firstIndex { $0 != 0 } ?? digits.endIndex
        let end = digits.lastIndex { $0 != 0 }.map { $0 + 1 } ?? start
        self.digits = Array(digits[start..<end])
        self.isNegative = isNegative && start != end
        self.exponent = start == end ? 0 : exponent + digits.count - end
    }

    /// Tells whether the number has no fraction.
    public var isInteger: Bool { exponent >= 0 }

    /// The number as a machine integer, nil where it has a fraction or does not fit.
    public var integer: Int? {
        guard isInteger, digits.count + exponent <= 19 else { return nil }
        return Int(description)
    }
}

extension Number: Comparable {
    /// Tells whether one number is less than another.
    public static func < (first: Number, second: Number) -> Bool {
        if first.isNegative != second.isNegative { return first.isNegative }
        let (small, large) = first.isNegative ? (second, first) : (first, second)
        if small.digits.isEmpty || large.digits.isEmpty { return !large.digits.isEmpty }
        let (smallSize, largeSize) = (
            small.digits.count + small.exponent, large.digits.count + large.exponent
        )
        guard smallSize == largeSize else { return smallSize < largeSize }
        return small.digits.lexicographicallyPrecedes(large.digits)
    }
}

extension Number: CustomStringConvertible {
    /// The number in JSON's grammar, in the plain form where that stays short.
    public var description: String {
        guard !digits.isEmpty else { return "0" }
        let sign = isNegative ? "-" : ""
        let text = String(decoding: digits.map { $0 + UInt8(ascii: "0") }, as: UTF8.self)
        let zeros = { (count: Int) in String(repeating: "0", count: count) }
        switch exponent {
        case 0...30: return sign + text + zeros(exponent)
        case -30..<0 where digits.count > -exponent:
            return sign + text.dropLast(-exponent) + "." + text.suffix(-exponent)
        case -30..<0: return sign + "0." + zeros(-exponent - digits.count) + text
        default: return "\(sign)\(text)e\(exponent)"
        }
    }
}
