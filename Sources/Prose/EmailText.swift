import Formats

/// E-mail addresses as pages show them.
public enum EmailText {
    /// Returns an address as people read it and simple robots do not: `a [at] b [dot] c`.
    public static func obfuscated(_ address: String) -> String {
        guard let at = address.lastIndex(of: "@") else { return address }
        // Dots of the name stay: only the host tells that this is an address.
        let host = String(address[address.index(after: at)...]).replacing(".", by: " [dot] ")
        return "\(address[..<at]) [at] \(host)"
    }

    /// Returns the address that an obfuscated text stands for, nil where it stands for none.
    ///
    /// `at` and `dot` may stand in square, round or curly brackets, or between spaces.
    public static func plain(_ text: String) -> String? {
        var rest = " " + text + " "
        for (open, close) in [("[", "]"), ("(", ")"), ("{", "}"), ("<", ">"), (" ", " ")] {
            for (word, mark) in [("at", "@"), ("dot", "."), ("AT", "@"), ("DOT", ".")] {
                rest = rest.replacing("\(open)\(word)\(close)", by: mark)
                rest = rest.replacing("\(open) \(word) \(close)", by: mark)
            }
        }
        for mark in ["@", "."] {
            while rest.contains(" " + mark) { rest = rest.replacing(" " + mark, by: mark) }
            while rest.contains(mark + " "), mark == "@" || !rest.hasSuffix(mark + " ") {
                rest = rest.replacing(mark + " ", by: mark)
            }
        }
        let address = rest.split(separator: " ").joined(separator: " ")
        let parts = address.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty && !$0.contains(" ") }),
            parts[1].contains("."), !parts[1].hasPrefix("."), !parts[1].hasSuffix(".")
        else { return nil }
        return address
    }
}
