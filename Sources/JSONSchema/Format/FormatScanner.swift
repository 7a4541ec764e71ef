/// Reads texts of fixed forms from left to right.
struct FormatScanner {
    private var rest: Substring.UTF8View

    init(_ text: String) { rest = text[...].utf8 }

    var isAtEnd: Bool { rest.isEmpty }
    var next: UInt8? { rest.first }

    mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard rest.first == UInt8(ascii: character) else { return false }
        rest.removeFirst()
        return true
    }

    mutating func take(either one: Unicode.Scalar, or other: Unicode.Scalar) -> Bool {
        take(one) || take(other)
    }

    /// Takes one byte that fits.
    mutating func take(where fits: (UInt8) -> Bool) -> UInt8? {
        guard let byte = rest.first, fits(byte) else { return nil }
        rest.removeFirst()
        return byte
    }

    /// Takes so many digits and returns their number, nil where there are fewer.
    mutating func digits(_ count: Int) -> Int? {
        var number = 0
        for _ in 0..<count {
            guard let digit = take(where: Self.isDigit) else { return nil }
            number = number * 10 + Int(digit - 0x30)
        }
        return number
    }

    /// Takes all digits that follow and returns how many there were.
    mutating func skipDigits() -> Int {
        var count = 0
        while take(where: Self.isDigit) != nil { count += 1 }
        return count
    }

    static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

    static func isHexDigit(_ byte: UInt8) -> Bool {
        isDigit(byte) || byte | 0x20 >= 0x61 && byte | 0x20 <= 0x66
    }

    static func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }
}

extension FormatScanner {
    static func isUUID(_ text: String) -> Bool {
        var scanner = FormatScanner(text)
        for (index, count) in [8, 4, 4, 4, 12].enumerated() {
            if index > 0, !scanner.take("-") { return false }
            for _ in 0..<count where scanner.take(where: isHexDigit) == nil { return false }
        }
        return scanner.isAtEnd
    }

    /// A JSON Pointer (RFC 6901).
    static func isPointer(_ text: String) -> Bool {
        guard text.isEmpty || text.utf8.first == UInt8(ascii: "/") else { return false }
        var scanner = FormatScanner(text)
        while let byte = scanner.take(where: { _ in true }) {
            guard byte == UInt8(ascii: "~") else { continue }
            guard scanner.take(either: "0", or: "1") else { return false }
        }
        return true
    }

    /// A relative JSON Pointer (draft-handrews-relative-json-pointer-01).
    static func isRelativePointer(_ text: String) -> Bool {
        var scanner = FormatScanner(text)
        let isZero = scanner.next == UInt8(ascii: "0")
        let count = scanner.skipDigits()
        guard count > 0, !isZero || count == 1 else { return false }
        let rest = String(text.utf8.dropFirst(count)) ?? "#"
        return rest == "#" || isPointer(rest)
    }

    static func isIPv4(_ text: String) -> Bool {
        var scanner = FormatScanner(text)
        return scanner.takeIPv4() && scanner.isAtEnd
    }

    private mutating func takeIPv4() -> Bool {
        for index in 0..<4 {
            if index > 0, !take(".") { return false }
            let isZero = next == UInt8(ascii: "0")
            var (number, count) = (0, 0)
            while count < 4, let digit = take(where: Self.isDigit) {
                number = number * 10 + Int(digit - 0x30)
                count += 1
            }
            guard count > 0, count < 4, number < 256, !isZero || count == 1 else { return false }
        }
        return true
    }

    /// An IPv6 address (RFC 4291, 2.2): eight groups, of which one run of zeros may be left out.
    static func isIPv6(_ text: String) -> Bool {
        var scanner = FormatScanner(text)
        var groups = 0
        var isShortened = false
        if scanner.take(":") {
            guard scanner.take(":") else { return false }
            isShortened = true
        }
        while !scanner.isAtEnd {
            var lookahead = scanner
            if lookahead.takeIPv4(), lookahead.isAtEnd {
                groups += 2
                return isShortened ? groups < 8 : groups == 8
            }
            var count = 0
            while count < 5, scanner.take(where: isHexDigit) != nil { count += 1 }
            guard count > 0, count < 5 else { return false }
            groups += 1
            if scanner.isAtEnd { break }
            guard scanner.take(":"), !scanner.isAtEnd else { return false }
            if scanner.take(":") {
                guard !isShortened else { return false }
                isShortened = true
            }
        }
        return isShortened ? groups < 8 : groups == 8
    }
}
