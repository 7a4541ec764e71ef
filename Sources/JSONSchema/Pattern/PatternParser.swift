/// Reads the syntax of ECMA-262's regular expressions (22.2.1) with the `u` flag.
struct PatternParser {
    private let scalars: [Unicode.Scalar]
    private var position = 0
    private var depth = 0
    private static let depthLimit = 100
    private static let countLimit = 1_000

    init(_ source: String) { scalars = Array(source.unicodeScalars) }

    mutating func wholePattern() throws(Pattern.Failure) -> PatternSyntax {
        let syntax = try choice()
        guard peek == nil else { throw failure("A `)` closes no group") }
        return syntax
    }

    /// Tells whether a text is a pattern at all, even one that cannot be matched here.
    static func isPattern(_ text: String) -> Bool {
        var parser = PatternParser(text)
        do throws(Pattern.Failure) {
            _ = try parser.wholePattern()
            return true
        } catch { return false }
    }

    private mutating func choice() throws(Pattern.Failure) -> PatternSyntax {
        var parts = [try sequence()]
        while take("|") { parts.append(try sequence()) }
        return parts.count == 1 ? parts[0] : .choice(parts)
    }

    private mutating func sequence() throws(Pattern.Failure) -> PatternSyntax {
        var parts: [PatternSyntax] = []
        while let next = peek, next != "|", next != ")" {
            parts.append(try repetition(of: try atom()))
        }
        return .sequence(parts)
    }

    private mutating func repetition(
        of atom: PatternSyntax
    ) throws(Pattern.Failure) -> PatternSyntax {
        var result = atom
        switch peek {
        case "*":
            position += 1
            result = .repetition(atom, minimum: 0, maximum: nil)
        case "+":
            position += 1
            result = .repetition(atom, minimum: 1, maximum: nil)
        case "?":
            position += 1
            result = .repetition(atom, minimum: 0, maximum: 1)
        case "{":
            position += 1
            guard let minimum = number() else { throw failure("A number is due behind `{`") }
            var maximum: Int? = minimum
            if take(",") { maximum = number() }
            guard take("}") else { throw failure("A `}` is missing") }
            guard maximum ?? minimum >= minimum else {
                throw failure("The numbers of a repetition are out of order")
            }
            result = .repetition(atom, minimum: minimum, maximum: maximum)
        default: return atom
        }
        // Whether as few or as many as possible are taken changes no yes or no.
        _ = take("?")
        return result
    }

    private mutating func atom() throws(Pattern.Failure) -> PatternSyntax {
        guard let next = peek else { throw failure("The pattern ends too early") }
        position += 1
        switch next {
        case "^": return .symbol(ScalarClass([ScalarClass.start...ScalarClass.start]))
        case "$": return .symbol(ScalarClass([ScalarClass.end...ScalarClass.end]))
        case ".": return .symbol(ScalarClass(Self.lineBreaks, isNegated: true))
        case "(": return try group()
        case "[": return .symbol(try characterClass())
        case "\\":
            let members = try escape(inClass: false)
            return .symbol(
                ScalarClass(
                    members.ranges, categories: members.categories, isNegated: members.isNegated))
        case "*", "+", "?", "{": throw failure("There is nothing to repeat")
        case "]", "}": throw failure("A bracket is closed that is not open; write `\\\(next)`")
        default: return .symbol(ScalarClass([next.value...next.value]))
        }
    }

    private mutating func group() throws(Pattern.Failure) -> PatternSyntax {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.depthLimit else { throw failure("The groups are nested too deep") }
        if take("?") {
            if take("<") {
                guard peek != "=", peek != "!" else {
                    throw failure("Look-behind is not supported")
                }
                while let next = peek, next != ">" {
                    _ = next
                    position += 1
                }
                guard take(">") else { throw failure("A `>` is missing") }
            } else if !take(":") {
                throw failure("Look-ahead is not supported")
            }
        }
        let inner = try choice()
        guard take(")") else { throw failure("A `)` is missing") }
        return inner
    }

    /// What a class or an escape stands for.
    private struct Members {
        var ranges: [ClosedRange<UInt32>] = []
        var categories: Set<Unicode.GeneralCategory> = []
        var isNegated = false
        /// The one scalar, where it is one, so that it can begin or end a range.
        var single: UInt32?
    }

    private mutating func characterClass() throws(Pattern.Failure) -> ScalarClass {
        let isNegated = take("^")
        var all = Members()
        while !take("]") {
            let member = try classMember()
            if let low = member.single, peek == "-", position + 1 < scalars.count,
                scalars[position + 1] != "]"
            {
                position += 1
                guard let high = try classMember().single, high >= low else {
                    throw failure("The ends of a range are out of order")
                }
                all.ranges.append(low...high)
            } else {
                guard !member.isNegated else {
                    // `[^\W]` and `[\S\n]` would need more than one set of ranges.
                    all.ranges += Self.complement(of: member.ranges)
                    guard member.categories.isEmpty else {
                        throw failure("A negated property within brackets is not supported")
                    }
                    continue
                }
                all.ranges += member.ranges
                all.categories.formUnion(member.categories)
            }
        }
        return ScalarClass(all.ranges, categories: all.categories, isNegated: isNegated)
    }

    private mutating func classMember() throws(Pattern.Failure) -> Members {
        guard let next = peek else { throw failure("A `]` is missing") }
        position += 1
        if next == "\\" { return try escape(inClass: true) }
        return Members(ranges: [next.value...next.value], single: next.value)
    }

    private mutating func escape(inClass: Bool) throws(Pattern.Failure) -> Members {
        guard let next = peek else { throw failure("A backslash ends the pattern") }
        position += 1
        func one(_ value: UInt32) -> Members { Members(ranges: [value...value], single: value) }
        switch next {
        case "d": return Members(ranges: Self.digits)
        case "D": return Members(ranges: Self.digits, isNegated: true)
        case "w": return Members(ranges: Self.word)
        case "W": return Members(ranges: Self.word, isNegated: true)
        case "s": return Members(ranges: Self.space)
        case "S": return Members(ranges: Self.space, isNegated: true)
        case "n": return one(0x0A)
        case "r": return one(0x0D)
        case "t": return one(0x09)
        case "v": return one(0x0B)
        case "f": return one(0x0C)
        case "0": return one(0)
        case "b" where inClass: return one(0x08)
        case "b", "B": throw failure("`\\\(next)` is not supported")
        case "c":
            guard let letter = peek, letter.isASCII, letter.properties.isAlphabetic else {
                throw failure("A letter is due behind `\\c`")
            }
            position += 1
            return one(letter.value % 32)
        case "x": return one(try hexadecimal(digits: 2))
        case "u": return one(try unicodeEscape())
        case "p", "P": return try property(isNegated: next == "P")
        case "1"..."9", "k": throw failure("Back-references are not supported")
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
        guard take("}"), let categories = GeneralCategories.named(name) else {
            throw failure("The property `\(name)` is not supported")
        }
        return Members(categories: categories, isNegated: isNegated)
    }

    private mutating func number() -> Int? {
        var text = ""
        while let next = peek, next >= "0", next <= "9" {
            text.unicodeScalars.append(next)
            position += 1
        }
        return Int(text).map { min($0, Self.countLimit) }
    }

    private var peek: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

    private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard peek == scalar else { return false }
        position += 1
        return true
    }

    private func failure(_ message: String) -> Pattern.Failure {
        Pattern.Failure(message: message, offset: position)
    }

    private static func complement(of ranges: [ClosedRange<UInt32>]) -> [ClosedRange<UInt32>] {
        var result: [ClosedRange<UInt32>] = []
        var next: UInt32 = 0
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if range.lowerBound > next { result.append(next...(range.lowerBound - 1)) }
            next = max(next, range.upperBound + 1)
        }
        if next <= 0x10FFFF { result.append(next...0x10FFFF) }
        return result
    }

    private static let lineBreaks: [ClosedRange<UInt32>] = [
        0x0A...0x0A, 0x0D...0x0D, 0x2028...0x2029,
    ]
    private static let digits: [ClosedRange<UInt32>] = [0x30...0x39]
    private static let word: [ClosedRange<UInt32>] = [
        0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A,
    ]
    private static let space: [ClosedRange<UInt32>] = [
        0x09...0x0D, 0x20...0x20, 0xA0...0xA0, 0x1680...0x1680, 0x2000...0x200A, 0x2028...0x2029,
        0x202F...0x202F, 0x205F...0x205F, 0x3000...0x3000, 0xFEFF...0xFEFF,
    ]
}
