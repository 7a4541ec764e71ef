/// Addresses as text: which of them a page may link to, and how to write them.
public enum URLText {
    /// How addresses begin that run a program in the page of whoever follows them.
    public static let scriptSchemes = [
        "javascript:", "vbscript:", "data:text/html", "data:image/svg",
    ]

    /// Returns the form of an address that a page may link to, nil for one that it may not.
    ///
    /// Fine are `http`, `https`, `mailto` and addresses relative to the page; whatever else has a
    /// scheme (`javascript:`, `data:`), or hides one behind control characters or entities, is
    /// not. `//host` becomes `https://host`; characters that have no place in an address are
    /// percent-encoded. A safe address is its own safe form.
    public static func safe(_ url: String) -> String? {
        if isOrdinary(url) { return url }
        let trimmed = url.trimmed
        guard !trimmed.isEmpty, !trimmed.unicodeScalars.contains(where: isHiding)
        else { return nil }
        let text = encoded(trimmed)
        if text.hasPrefix("//") {
            return hasHost(text.dropFirst(2)) ? "https:" + text : nil
        }
        let head = text.unicodeScalars.prefix { !"/?#".unicodeScalars.contains($0) }
        guard let colon = head.firstIndex(of: ":") else {
            // Before the first slash an entity could still turn into a scheme's colon.
            guard head.contains("&") else { return text }
            let all = Array(text.unicodeScalars)
            let references = all.indices.prefix { !"/?".unicodeScalars.contains(all[$0]) }
                .filter { all[$0] == "&" && HTMLText.entityEnd(in: all, from: $0) != nil }
            guard references.isEmpty else { return nil }
            return String(head).replacing("&", by: "%26")
                + String(text.unicodeScalars[head.endIndex...])
        }
        let scheme = String(head[..<colon]).lowercased()
        let rest = text.unicodeScalars[text.unicodeScalars.index(after: colon)...]
        switch scheme {
        case "http", "https":
            guard rest.starts(with: "//".unicodeScalars), hasHost(Substring(rest.dropFirst(2)))
            else { return nil }
        case "mailto":
            guard !rest.isEmpty else { return nil }
            return "mailto:" + mail(Array(rest))
        default: return nil
        }
        return scheme + ":" + String(rest)
    }

    /// Returns an address of mail as RFC 6068 has it: unlike a host it has no brackets, and a percent
    /// sign begins an escape.
    private static func mail(_ address: [Unicode.Scalar]) -> String {
        var result = String.UnicodeScalarView()
        for (index, scalar) in address.enumerated() {
            let next = address[(index + 1)...].prefix(2)
            let isEscape = next.count == 2 && next.allSatisfy { Character($0).isHexDigit }
            if scalar == "[" || scalar == "]" || (scalar == "%" && !isEscape) {
                result += scalar.percentEncoded.unicodeScalars
            } else {
                result.append(scalar)
            }
        }
        return String(result)
    }

    /// Tells at little cost that an address is its own safe form: the web's, with a host, and
    /// nothing in it that an address may not hold.
    private static func isOrdinary(_ url: String) -> Bool {
        var url = url
        return url.withUTF8 { bytes in
            let scheme = bytes.starts(with: "https://".utf8) ? 8 : 7
            guard scheme == 8 || bytes.starts(with: "http://".utf8), bytes.count > scheme
            else { return false }
            return Unicode.Scalar(bytes[scheme]).isASCIIAlphanumeric
                && bytes.allSatisfy(plain.contains)
        }
    }

    /// The bytes that stand in an address as they are.
    private static let plain = ByteSet((0x21..<0x7F).filter { !"\"<>\\^`{|}".utf8.contains($0) })

    /// Tells whether text after `//` begins with a host.
    private static func hasHost(_ rest: Substring) -> Bool {
        guard let first = rest.unicodeScalars.first else { return false }
        return !"/?#:@.".unicodeScalars.contains(first)
    }

    /// Tells whether a character can only be there to deceive: browsers skip it when they look
    /// for the scheme.
    private static func isHiding(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
    }

    /// The address with the characters that may not stand in one percent-encoded.
    private static func encoded(_ url: String) -> String {
        url.rewriting(unsound) { scalar in
            scalar.isASCII || scalar.properties.isWhitespace
                || scalar.properties.isDefaultIgnorableCodePoint
                ? scalar.percentEncoded : nil
        }
    }

    private static let unsound = ByteSet(Array("\"<>\\^`{|} ".utf8) + (0x80...0xFF))

    /// Writes any text as one segment of an address's path, or as one value of its query.
    public static func percentEncoded(_ segment: String) -> String {
        let result = segment.rewriting(reserved) { $0.percentEncoded }
        // A path of dots would climb; encoded dots are read as dots by browsers all the same.
        return result == "." || result == ".." ? "" : result
    }

    /// Writes a text as several segments of an address's path: as `percentEncoded`, but slashes
    /// stay what they are.
    public static func percentEncodedPath(_ path: String) -> String {
        // Only a segment of dots is no plain segment.
        guard path.mayHoldDotSegment else {
            return path.rewriting(reservedButSlash) { $0.percentEncoded }
        }
        return path.split(separator: "/", omittingEmptySubsequences: false)
            .map { percentEncoded(String($0)) }.joined(separator: "/")
    }

    private static let reservedButSlash = ByteSet(
        (0x00...0xFF).filter { reserved.contains($0) && $0 != UInt8(ascii: "/") })

    /// All but the letters, digits and marks that mean nothing in any part of an address
    /// (RFC 3986, 2.3).
    private static let reserved = ByteSet(
        (0x00...0xFF).filter {
            !Unicode.Scalar($0).isASCIIAlphanumeric && !"-._~".utf8.contains($0)
        })

    /// Writes an address for the parentheses of a Markdown link: `[label](destination)`.
    ///
    /// The address is that of `safe`, which a caller asks first; brackets, quotes and whatever
    /// else ends a destination in one dialect or the other is percent-encoded.
    public static func markdownDestination(_ url: String) -> String {
        let text = unbracketed(encoded(url.trimmed))
        guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
        var result = ""
        let scalars = Array(text.unicodeScalars)
        for (index, scalar) in scalars.enumerated() {
            if scalar == "&", HTMLText.entityEnd(in: scalars, from: index) != nil {
                result += "&amp;"
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// The address with brackets and apostrophes percent-encoded.
    static func unbracketed(_ url: String) -> String {
        url.rewriting(brackets) { $0.percentEncoded }
    }

    private static let brackets = ByteSet("()[]'\t\n\r".utf8)

    /// Writes an address for a BibTeX field that a page shows through the `latex` filter.
    ///
    /// The filter turns `~` into a space, `--` into a dash and `'` into a quotation mark, also
    /// inside addresses; percent-encoded they stay what they are. `%`, `#`, `&` and `_` need no
    /// backslash: the filter leaves them alone, and LaTeX reads addresses as they are.
    public static func latexSafe(_ url: String) -> String {
        var result = ""
        var previous: Unicode.Scalar?
        for scalar in encoded(url.trimmed).unicodeScalars {
            switch scalar {
            case "~", "'", "$": result += scalar.percentEncoded
            case "-" where previous == "-": result += "%2D"
            default: result.unicodeScalars.append(scalar)
            }
            previous = scalar
        }
        return result
    }
}

extension String {
    /// Tells whether a full stop is the last character of a segment between slashes, as it is where
    /// a segment is `.` or `..`.
    fileprivate var mayHoldDotSegment: Bool {
        let bytes = utf8.span
        var previous = UInt8(ascii: "/")
        for position in bytes.indices {
            let byte = bytes[position]
            if byte == UInt8(ascii: "/"), previous == UInt8(ascii: ".") { return true }
            previous = byte
        }
        return previous == UInt8(ascii: ".")
    }
}
