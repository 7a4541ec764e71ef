import Formats

/// Finds e-mail addresses in running text, however they are hidden from robots.
public enum EmailFinder {
    /// An address, and how it stands in the text.
    public struct Found: Hashable, Sendable {
        /// The address itself: `a@b.org`.
        public var address: String
        /// The text that stands for it: `a [at] b [dot] org`.
        public var written: String
        /// Tells whether the text is the address as it is.
        public var isPlain: Bool { address == written }
    }

    /// Returns the addresses of a text in order.
    ///
    /// `at` may stand in brackets of any kind, even in two different ones, between blanks or
    /// between underscores; so may `dot`. A plain `at` between blanks counts only where the host
    /// after it is hidden too, or where the text is no more than the address.
    public static func find(in text: String) -> [Found] {
        guard text.utf8.count < 20_000 else { return [] }
        return pattern.matches(in: text).compactMap { match in
            let written = String(match.0)
            let sign = String(match.2).trimmingSpaces.lowercased()
            let host = String(match.3)
            let isHidden = host.lowercased().contains("dot")
            let isWord = sign == "at"
            guard !isWord || isHidden || text.trimmingSpaces.count < written.count + 14 else {
                return nil
            }
            let plainHost = plain(host: host)
            let parts = plainHost.split(separator: ".", omittingEmptySubsequences: false)
            guard parts.count >= 2, parts.allSatisfy({ !$0.isEmpty }),
                let top = parts.last, top.count >= 2, top.allSatisfy(\.isLetter)
            else { return nil }
            let name = dots.replacing(in: String(match.1), with: ".")
            guard !name.hasPrefix("."), !name.hasSuffix(".") else { return nil }
            return Found(address: "\(name)@\(plainHost)", written: written)
        }
    }

    private static func plain(host: String) -> String {
        dots.replacing(in: host, with: ".").replacing("..", with: ".").filter { !$0.isWhitespace }
    }

    private static let dots = TextPattern(
        /\s*[\[({<]\s*(?i:dot|\.)\s*[\])}>]\s*|\s+(?i:dot)\s+/)
    private static let pattern = TextPattern(
        /([A-Za-z0-9][A-Za-z0-9._%+\-]{0,62}(?:\s*[\[({<]\s*(?i:dot)\s*[\])}>]\s*[A-Za-z0-9]+){0,3})(\s*(?:@|＠|[\[({<]\s*(?i:at|@|a)\s*[\])}>]|_at_|#at#|\.at\.|\s(?i:at)\s)\s*)([A-Za-z0-9\-]+(?:(?:\.|\s*[\[({<]\s*(?i:dot|\.)\s*[\])}>]\s*\.?\s*|\s+(?i:dot)\s+)[A-Za-z0-9\-]+){1,6})/
    )
}

extension String {
    var trimmingSpaces: String {
        var scalars = unicodeScalars[...]
        while let first = scalars.first, first.isBlank { scalars.removeFirst() }
        while let last = scalars.last, last.isBlank { scalars.removeLast() }
        return String(scalars)
    }
}
