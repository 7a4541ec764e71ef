/// Names of hosts: those of RFC 1123, 2.1, and those of all scripts (IDNA 2008: RFC 5890 to 5893).
enum HostName {
    /// The most bytes that a name and a label of it may have in the domain name system.
    private static let nameLimit = 253
    private static let labelLimit = 63

    static func isValid(_ text: String) -> Bool {
        guard text.utf8.count <= nameLimit, text.utf8.allSatisfy({ $0 < 0x80 }) else {
            return false
        }
        return areLabels(
            text.unicodeScalars.split(separator: ".", omittingEmptySubsequences: false))
    }

    static func isValidInternational(_ text: String) -> Bool {
        areLabels(
            text.unicodeScalars.split(omittingEmptySubsequences: false) {
                ".\u{3002}\u{FF0E}\u{FF61}".unicodeScalars.contains($0)
            })
    }

    private static func areLabels(_ labels: [Substring.UnicodeScalarView]) -> Bool {
        var length = labels.count - 1
        var decoded: [[Unicode.Scalar]] = []
        for label in labels {
            guard let (size, scalars) = read(Array(label)) else { return false }
            length += size
            decoded.append(scalars)
        }
        // One label that is written from right to left puts the others under the rule, too.
        let isBidirectional = decoded.contains { BidiRule.applies(to: $0) }
        return length <= nameLimit
            && (!isBidirectional || decoded.allSatisfy { BidiRule.holds(for: $0) })
    }

    /// Returns how long a label is in the domain name system, and what it reads like; nil where it
    /// is not valid.
    private static func read(_ label: [Unicode.Scalar]) -> (size: Int, scalars: [Unicode.Scalar])? {
        guard !label.isEmpty, label.first != "-", label.last != "-" else { return nil }
        guard label.allSatisfy(\.isASCII) else {
            guard InternationalLabel.isValid(label), let encoded = Punycode.encoded(label),
                encoded.count + 4 <= labelLimit
            else { return nil }
            return (encoded.count + 4, label)
        }
        guard label.count <= labelLimit,
            label.allSatisfy({
                $0 == "-" || $0.properties.isAlphabetic || ("0"..."9").contains($0)
            })
        else { return nil }
        let small = label.map {
            $0.properties.isUppercase ? Unicode.Scalar($0.value + 32) ?? $0 : $0
        }
        guard small.starts(with: "xn--".unicodeScalars) else { return (label.count, label) }
        let encoded = Array(small.dropFirst(4))
        // Only the one way to write a label that needs it is allowed.
        guard let decoded = Punycode.decoded(encoded), !decoded.allSatisfy(\.isASCII),
            Punycode.encoded(decoded) == encoded, InternationalLabel.isValid(decoded)
        else { return nil }
        return (label.count, decoded)
    }
}
