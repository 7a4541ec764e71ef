/// Text inside HTML.
public enum HTMLText {
    /// Writes a text so that HTML shows exactly it, between tags and in quoted attribute values.
    ///
    /// Braces become entities too: a page passes through Liquid before a browser sees it, and
    /// `{{` must not be a tag there.
    public static func escape(_ text: String) -> String {
        text.rewriting(special) { $0.isForbiddenControl ? "" : entity(for: $0) }
    }

    /// The bytes that something to escape or to leave out may begin with.
    private static let special = ByteSet("&<>\"'{}".utf8).union(.controls)

    /// Writes a piece of HTML source, which has no tags, so that it shows what it showed: its
    /// entities stay, all else is escaped.
    static func escapeKeepingEntities(_ source: String) -> String {
        var result = ""
        let scalars = Array(source.unicodeScalars)
        var index = 0
        while index < scalars.count {
            let scalar = scalars[index]
            if scalar == "&", let end = entityEnd(in: scalars, from: index) {
                for kept in scalars[index..<end] { result.unicodeScalars.append(kept) }
                index = end
                continue
            }
            if !scalar.isForbiddenControl {
                if let entity = entity(for: scalar) {
                    result += entity
                } else {
                    result.unicodeScalars.append(scalar)
                }
            }
            index += 1
        }
        return result
    }

    private static func entity(for scalar: Unicode.Scalar) -> String? {
        switch scalar {
        case "&": "&amp;"
        case "<": "&lt;"
        case ">": "&gt;"
        case "\"": "&quot;"
        case "'": "&#39;"
        case "{": "&#123;"
        case "}": "&#125;"
        default: nil
        }
    }

    /// Where the character reference that starts at `&` ends, nil where none does.
    static func entityEnd(in scalars: [Unicode.Scalar], from start: Int) -> Int? {
        entityEnd(from: start, count: scalars.count) { scalars[$0] }
    }

    /// As above, in UTF-8: a reference is ASCII.
    static func entityEnd(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        entityEnd(from: start, count: bytes.count) { Unicode.Scalar(bytes[$0]) }
    }

    private static func entityEnd(
        from start: Int, count: Int, _ character: (Int) -> Unicode.Scalar
    ) -> Int? {
        var index = start + 1
        guard index < count else { return nil }
        let limit = min(count, start + 40)
        var allowed: (Unicode.Scalar) -> Bool = { $0.isASCIIAlphanumeric }
        if character(index) == "#" {
            index += 1
            allowed = { $0.isASCIIDigit }
            if index < limit, character(index) == "x" || character(index) == "X" {
                index += 1
                allowed = {
                    $0.isASCIIDigit || ("a"..."f").contains($0) || ("A"..."F").contains($0)
                }
            }
        } else if !character(index).isASCIILetter {
            return nil
        }
        let first = index
        while index < limit, allowed(character(index)) { index += 1 }
        guard index > first, index < limit, character(index) == ";" else { return nil }
        return index + 1
    }
}
