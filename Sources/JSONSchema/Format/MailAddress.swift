/// E-mail addresses (RFC 5321, 4.1.2, and RFC 6531 for all scripts).
enum MailAddress {
    static func isValid(_ text: String, isInternational: Bool) -> Bool {
        guard let at = text.lastIndex(of: "@") else { return false }
        let (local, domain) = (text[..<at], text[text.index(after: at)...])
        return isLocalPart(local, isInternational) && isDomain(domain, isInternational)
    }

    private static func isLocalPart(_ text: Substring, _ isInternational: Bool) -> Bool {
        if text.utf8.first == UInt8(ascii: "\"") { return isQuoted(text, isInternational) }
        let words = text.unicodeScalars.split(separator: ".", omittingEmptySubsequences: false)
        return words.allSatisfy { word in
            !word.isEmpty
                && word.allSatisfy {
                    $0.isASCII ? atomCharacters.contains($0) : isInternational
                }
        }
    }

    private static func isQuoted(_ text: Substring, _ isInternational: Bool) -> Bool {
        let scalars = Array(text.unicodeScalars)
        guard scalars.count >= 2, scalars.last == "\"" else { return false }
        var isEscaped = false
        for scalar in scalars.dropFirst().dropLast() {
            guard scalar.isASCII ? scalar.value >= 0x20 && scalar.value < 0x7F : isInternational
            else { return false }
            if !isEscaped, scalar == "\"" { return false }
            isEscaped = !isEscaped && scalar == "\\"
        }
        return !isEscaped
    }

    private static func isDomain(_ text: Substring, _ isInternational: Bool) -> Bool {
        if text.first == "[", text.last == "]" {
            let literal = String(text.dropFirst().dropLast())
            if literal.lowercased().hasPrefix("ipv6:") {
                return FormatScanner.isIPv6(String(literal.dropFirst(5)))
            }
            return FormatScanner.isIPv4(literal)
        }
        let labels = text.unicodeScalars.split(separator: ".", omittingEmptySubsequences: false)
        return labels.allSatisfy { label in
            !label.isEmpty && label.first != "-" && label.last != "-"
                && label.allSatisfy {
                    $0.isASCII
                        ? $0 == "-" || $0.properties.isAlphabetic || ("0"..."9").contains($0)
                        : isInternational
                }
        }
    }

    private static let atomCharacters = Set(
        ("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
            + "!#$%&'*+-/=?^_`{|}~").unicodeScalars)
}
