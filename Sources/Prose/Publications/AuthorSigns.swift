/// The signs that stand after authors' names.
enum AuthorSigns {
    /// Signs whose meaning a page's key says.
    static let marks: Set<Unicode.Scalar> = Set(
        "*†‡#+§¶^∗⋆♯✝☨♣♠♦♥✩★☆◇△⁎﹡＊＃✶✱‖°º=".unicodeScalars)

    /// Signs that need no key: letters to write to.
    static let envelopes: Set<Unicode.Scalar> = ["✉", "📧", "📨", "📩", "✉️", "🖂"].reduce(into: []) {
        $0.formUnion($1.unicodeScalars.filter { $0.value != 0xFE0F })
    }

    /// Whether each of the signs of ASCII is one, since nearly all that is looked at is ASCII.
    private static let asciiMarks = (0..<128).map { marks.contains(Unicode.Scalar($0 as UInt8)) }

    static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return asciiMarks[Int(scalar.value)] }
        return marks.contains(scalar) || envelopes.contains(scalar)
            || scalar.isEmojiPart && scalar.value != 0xFE0F && scalar.value != 0x200D
    }
}
