/// What a backslash begins (ECMA-262, 22.2.1).
extension PatternParser {
    mutating func escape(inClass: Bool) throws(Pattern.Failure) -> Members {
        guard let next = peek else { throw failure("A backslash ends the pattern") }
        position += 1
        func one(_ value: UInt32) -> Members { Members(ranges: [value...value], single: value) }
        switch next {
        case "d": return Members(ranges: Self.digits)
        case "D": return Members(ranges: Self.complement(of: Self.digits))
        case "w": return Members(ranges: Self.word)
        case "W": return Members(ranges: Self.complement(of: Self.word))
        case "s": return Members(ranges: Self.space)
        case "S": return Members(ranges: Self.complement(of: Self.space))
        case "n": return one(0x0A)
        case "r": return one(0x0D)
        case "t": return one(0x09)
        case "v": return one(0x0B)
        case "f": return one(0x0C)
        case "0":
            guard let digit = peek, digit >= "0", digit <= "9" else { return one(0) }
            throw failure("A digit is due nowhere behind `\\0`")
        case "b" where inClass: return one(0x08)
        case "c":
            guard let letter = peek, letter.isASCII, letter.properties.isAlphabetic else {
                throw failure("A letter is due behind `\\c`")
            }
            position += 1
            return one(letter.value % 32)
        case "x": return one(try hexadecimal(digits: 2))
        case "u": return one(try unicodeEscape())
        case "p", "P": return try property(isNegated: next == "P")
        default:
            guard "^$\\.*+?()[]{}|/-".unicodeScalars.contains(next) else {
                throw failure("`\\\(next)` is no escape")
            }
            return one(next.value)
        }
    }

    private mutating func unicodeEscape() throws(Pattern.Failure) -> UInt32 {
        guard take("{") else {
            let high = try hexadecimal(digits: 4)
            guard high & 0xFC00 == 0xD800, take("\\"), take("u") else { return high }
            let low = try hexadecimal(digits: 4)
            return 0x10000 + (high & 0x3FF) << 10 + (low & 0x3FF)
        }
        var text = ""
        while let next = peek, next != "}" {
            text.unicodeScalars.append(next)
            position += 1
        }
        guard take("}"), let value = UInt32(text, radix: 16), value <= 0x10FFFF else {
            throw failure("A code point is due between `\\u{` and `}`")
        }
        return value
    }

    private mutating func hexadecimal(digits: Int) throws(Pattern.Failure) -> UInt32 {
        var text = ""
        for scalar in scalars[position..<min(position + digits, scalars.count)] {
            text.unicodeScalars.append(scalar)
        }
        guard text.count == digits, let value = UInt32(text, radix: 16) else {
            throw failure("\(digits) hexadecimal digits are due")
        }
        position += digits
        return value
    }

    private mutating func property(isNegated: Bool) throws(Pattern.Failure) -> Members {
        guard take("{") else { throw failure("A `{` is due behind `\\p`") }
        var name = ""
        while let next = peek, next != "}" {
            name.unicodeScalars.append(next)
            position += 1
        }
        guard take("}") else { throw failure("A `}` is missing") }
        if let ranges = ScalarProperty.script(name) {
            return Members(ranges: isNegated ? Self.complement(of: ranges) : ranges)
        }
        guard let property = ScalarProperty(named: name, isNegated: isNegated) else {
            throw failure("The property `\(name)` is not known")
        }
        return Members(properties: [property])
    }

    static func complement(of ranges: [ClosedRange<UInt32>]) -> [ClosedRange<UInt32>] {
        var result: [ClosedRange<UInt32>] = []
        var next: UInt32 = 0
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if range.lowerBound > next { result.append(next...(range.lowerBound - 1)) }
            next = max(next, range.upperBound + 1)
        }
        if next <= 0x10FFFF { result.append(next...0x10FFFF) }
        return result
    }

    static let lineBreaks: [ClosedRange<UInt32>] = [
        0x0A...0x0A, 0x0D...0x0D, 0x2028...0x2029,
    ]
    static let digits: [ClosedRange<UInt32>] = [0x30...0x39]
    static let word: [ClosedRange<UInt32>] = [
        0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A,
    ]
    static let space: [ClosedRange<UInt32>] = [
        0x09...0x0D, 0x20...0x20, 0xA0...0xA0, 0x1680...0x1680, 0x2000...0x200A, 0x2028...0x2029,
        0x202F...0x202F, 0x205F...0x205F, 0x3000...0x3000, 0xFEFF...0xFEFF,
    ]
}
