/// The grammar of URIs (RFC 3986), and of IRIs, which allow all scripts (RFC 3987).
struct URIForm {
    let allowsAllScripts: Bool

    /// Tells whether a text is a reference with a scheme.
    func isAbsolute(_ text: String) -> Bool {
        let scalars = Array(text.unicodeScalars)
        guard let colon = scalars.firstIndex(of: ":"), Self.isScheme(scalars[..<colon]) else {
            return false
        }
        return isRelative(scalars[(colon + 1)...])
    }

    /// Tells whether a text is a reference with or without a scheme.
    func isReference(_ text: String) -> Bool {
        if isAbsolute(text) { return true }
        let scalars = Array(text.unicodeScalars)
        // A colon in the first segment would make a scheme of what is before it.
        let first = scalars.prefix { !"/?#".unicodeScalars.contains($0) }
        return !first.contains(":") && isRelative(scalars[...])
    }

    private static func isScheme(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
        guard let first = text.first, first.isASCII, first.properties.isAlphabetic else {
            return false
        }
        return text.allSatisfy { isLetterOrDigit($0) || "+-.".unicodeScalars.contains($0) }
    }

    /// What is behind the scheme: authority, path, query and fragment.
    private func isRelative(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
        var rest = text
        if let hash = rest.firstIndex(of: "#") {
            guard holds(rest[(hash + 1)...], extra: ":@/?") else { return false }
            rest = rest[..<hash]
        }
        if let mark = rest.firstIndex(of: "?") {
            guard holds(rest[(mark + 1)...], extra: ":@/?", isQuery: true) else { return false }
            rest = rest[..<mark]
        }
        if rest.starts(with: "//".unicodeScalars) {
            rest = rest.dropFirst(2)
            let end = rest.firstIndex(of: "/") ?? rest.endIndex
            guard isAuthority(rest[..<end]) else { return false }
            rest = rest[end...]
        }
        return holds(rest, extra: ":@/")
    }

    private func isAuthority(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
        var rest = text
        if let at = rest.lastIndex(of: "@") {
            guard holds(rest[..<at], extra: ":") else { return false }
            rest = rest[(at + 1)...]
        }
        if rest.first == "[" {
            guard let close = rest.lastIndex(of: "]"),
                Self.isAddress(rest[(rest.startIndex + 1)..<close])
            else { return false }
            return Self.isPort(rest[(close + 1)...])
        }
        let colon = rest.firstIndex(of: ":") ?? rest.endIndex
        return holds(rest[..<colon], extra: "") && Self.isPort(rest[colon...])
    }

    private static func isPort(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
        text.isEmpty
            || text.first == ":" && text.dropFirst().allSatisfy { ("0"..."9").contains($0) }
    }

    /// What may stand in brackets: an IPv6 address or one of a version to come.
    private static func isAddress(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
        var string = ""
        string.unicodeScalars.append(contentsOf: text)
        guard text.first == "v" || text.first == "V" else { return FormatScanner.isIPv6(string) }
        guard let dot = text.firstIndex(of: ".") else { return false }
        let (version, address) = (text[(text.startIndex + 1)..<dot], text[(dot + 1)...])
        return !version.isEmpty
            && version.allSatisfy { $0.isASCII && $0.properties.isASCIIHexDigit }
            && !address.isEmpty
            && address.allSatisfy { isUnreserved($0) || isDelimiter($0) || $0 == ":" }
    }

    /// Tells whether a text has only characters of segments, and those that are given.
    private func holds(
        _ text: ArraySlice<Unicode.Scalar>, extra: String, isQuery: Bool = false
    ) -> Bool {
        var index = text.startIndex
        while index < text.endIndex {
            let scalar = text[index]
            if scalar == "%" {
                let digits = text[(index + 1)...].prefix(2)
                guard digits.count == 2,
                    digits.allSatisfy({ $0.isASCII && $0.properties.isASCIIHexDigit })
                else { return false }
                index += 2
            } else if !Self.isUnreserved(scalar), !Self.isDelimiter(scalar),
                !extra.unicodeScalars.contains(scalar)
            {
                guard allowsAllScripts, Self.isForeign(scalar, isQuery: isQuery) else {
                    return false
                }
            }
            index += 1
        }
        return true
    }

    private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
    }

    private static func isUnreserved(_ scalar: Unicode.Scalar) -> Bool {
        isLetterOrDigit(scalar) || "-._~".unicodeScalars.contains(scalar)
    }

    private static func isDelimiter(_ scalar: Unicode.Scalar) -> Bool {
        "!$&'()*+,;=".unicodeScalars.contains(scalar)
    }

    /// The characters that IRIs have beyond URIs (RFC 3987, 2.2).
    private static func isForeign(_ scalar: Unicode.Scalar, isQuery: Bool) -> Bool {
        switch scalar.value {
        case 0xA0...0xD7FF, 0xF900...0xFDCF, 0xFDF0...0xFFEF: true
        case 0xE000...0xF8FF, 0xF0000...0xFFFFD, 0x100000...0x10FFFD: isQuery
        case 0xE0000...0xE0FFF: false
        case 0x10000...0xEFFFD: scalar.value & 0xFFFF <= 0xFFFD
        default: false
        }
    }
}
