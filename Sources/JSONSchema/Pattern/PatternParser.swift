/// Reads the syntax of ECMA-262's regular expressions (22.2.1) with the `u` flag.
struct PatternParser {
    let scalars: [Unicode.Scalar]
    var position = 0
    private var depth = 0
    private var groups = 0
    private var groupNames: Set<String> = []
    private var references: [(name: String, offset: Int)] = []
    private static let depthLimit = 100
    private static let countLimit = 1_000

    init(_ source: String) { scalars = Array(source.unicodeScalars) }

    mutating func wholePattern() throws(Pattern.Failure) -> PatternSyntax {
        let syntax = try choice()
        guard peek == nil else { throw failure("A `)` closes no group") }
        for (name, offset) in references {
            let isThere = Int(name).map { $0 <= groups } ?? groupNames.contains(name)
            guard isThere else {
                throw Pattern.Failure(message: "There is no group `\(name)`", offset: offset)
            }
        }
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
            let part = try atom()
            // Only what takes room can be repeated.
            switch part {
            case .look, .wordBoundary: parts.append(part)
            default: parts.append(try repetition(of: part))
            }
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
            if take("b") { return .wordBoundary(isNegated: false) }
            if take("B") { return .wordBoundary(isNegated: true) }
            if let reference = try backReference() { return reference }
            let members = try escape(inClass: false)
            return .symbol(ScalarClass(members.ranges, properties: members.properties))
        case "*", "+", "?", "{": throw failure("There is nothing to repeat")
        case "]", "}": throw failure("A bracket is closed that is not open; write `\\\(next)`")
        default: return .symbol(ScalarClass([next.value...next.value]))
        }
    }

    /// Reads a group and what a `?` behind its parenthesis makes of it.
    private mutating func group() throws(Pattern.Failure) -> PatternSyntax {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.depthLimit else { throw failure("The groups are nested too deep") }
        var look: (isAhead: Bool, isNegated: Bool)?
        if take("?") {
            if take("=") {
                look = (true, false)
            } else if take("!") {
                look = (true, true)
            } else if take("<") {
                if take("=") {
                    look = (false, false)
                } else if take("!") {
                    look = (false, true)
                } else {
                    groups += 1
                    guard groupNames.insert(try groupName()).inserted else {
                        throw failure("Two groups have the same name")
                    }
                }
            } else if !take(":") {
                throw failure("No kind of group begins like this")
            }
        } else {
            groups += 1
        }
        let inner = try choice()
        guard take(")") else { throw failure("A `)` is missing") }
        guard let look else { return inner }
        return .look(inner, isAhead: look.isAhead, isNegated: look.isNegated)
    }

    private mutating func groupName() throws(Pattern.Failure) -> String {
        var name = ""
        while let next = peek, next != ">" {
            let isFirst = name.isEmpty
            guard
                next == "$" || next == "_"
                    || (isFirst ? next.properties.isIDStart : next.properties.isIDContinue)
            else { throw failure("The name of a group has letters, digits, `$` and `_`") }
            name.unicodeScalars.append(next)
            position += 1
        }
        guard take(">") else { throw failure("A `>` is missing") }
        guard !name.isEmpty else { throw failure("The name of a group is missing") }
        return name
    }

    /// Reads what names an earlier group, nil for every other escape.
    private mutating func backReference() throws(Pattern.Failure) -> PatternSyntax? {
        let offset = position
        var name = ""
        if take("k") {
            guard take("<") else { throw failure("A `<` is due behind `\\k`") }
            name = try groupName()
        } else {
            guard let first = peek, first >= "1", first <= "9" else { return nil }
            name = number().map(String.init) ?? "0"
        }
        references.append((name, offset))
        return .backReference(name)
    }

    /// What a class or an escape stands for.
    struct Members {
        var ranges: [ClosedRange<UInt32>] = []
        var properties: [ScalarProperty] = []
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
                all.ranges += member.ranges
                all.properties += member.properties
            }
        }
        return ScalarClass(all.ranges, properties: all.properties, isNegated: isNegated)
    }

    private mutating func classMember() throws(Pattern.Failure) -> Members {
        guard let next = peek else { throw failure("A `]` is missing") }
        position += 1
        if next == "\\" { return try escape(inClass: true) }
        return Members(ranges: [next.value...next.value], single: next.value)
    }

    private mutating func number() -> Int? {
        var text = ""
        while let next = peek, next >= "0", next <= "9" {
            text.unicodeScalars.append(next)
            position += 1
        }
        return Int(text).map { min($0, Self.countLimit) }
    }

    var peek: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

    mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard peek == scalar else { return false }
        position += 1
        return true
    }

    func failure(_ message: String) -> Pattern.Failure {
        Pattern.Failure(message: message, offset: position)
    }
}
