/// An ORCID iD: sixteen digits, the last of which checks the others (ISO 7064, 11-2).
struct ORCID: Hashable, Sendable {
    /// The iD with its hyphens.
    let text: String

    /// Takes an iD, bare or as an address; nil for a text that is none.
    init?(_ text: String) {
        var rest = text[...]
        for prefix in ["https://", "http://", "www.", "orcid.org/"] where rest.hasPrefix(prefix) {
            rest = rest.dropFirst(prefix.count)
        }
        if rest.hasSuffix("/") { rest = rest.dropLast() }
        let groups = rest.split(separator: "-", omittingEmptySubsequences: false)
        guard groups.count == 4, groups.allSatisfy({ $0.utf8.count == 4 }) else { return nil }
        let digits = groups.flatMap(\.utf8)
        var total = 0
        for digit in digits.dropLast() {
            guard digit >= 0x30, digit <= 0x39 else { return nil }
            total = (total + Int(digit - 0x30)) * 2 % 11
        }
        let check = (12 - total) % 11
        let expected = check == 10 ? UInt8(ascii: "X") : UInt8(0x30 + check)
        guard let last = digits.last, last == expected || last == UInt8(ascii: "x") && check == 10
        else { return nil }
        self.text = rest.uppercased()
    }
}
