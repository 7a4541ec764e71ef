/// An encoding with one byte a character, such as UTF-8 is taken for by mistake.
struct LegacyEncoding: Sendable {
    /// The name that people know.
    let name: String
    private let bytes: [Unicode.Scalar: UInt8]

    /// Takes the characters of the bytes from 128 on, those that are the encoding's own and those
    /// of Latin-1 at which it does not differ.
    ///
    /// A byte without a character is read as the control character of its number, as browsers do.
    private init(_ name: String, upper: String, latin: [UInt8: Unicode.Scalar] = [:]) {
        self.name = name
        var bytes: [Unicode.Scalar: UInt8] = [:]
        var byte: UInt8 = 0x80
        for scalar in upper.unicodeScalars {
            bytes[scalar == "\u{FFFD}" ? Unicode.Scalar(byte) : scalar] = byte
            if byte < 0xFF { byte += 1 }
        }
        if upper.unicodeScalars.count < 128 {
            for byte in UInt8(0xA0)...0xFF { bytes[latin[byte] ?? Unicode.Scalar(byte)] = byte }
        }
        self.bytes = bytes
    }

    /// The byte of a character beyond ASCII.
    func byte(of scalar: Unicode.Scalar) -> UInt8? { bytes[scalar] }

    /// What western Windows systems use.
    static let windows1252 = LegacyEncoding(
        "Windows-1252",
        upper: "€\u{FFFD}‚ƒ„…†‡ˆ‰Š‹Œ\u{FFFD}Ž\u{FFFD}\u{FFFD}‘’“”•–—˜™š›œ\u{FFFD}žŸ")

    /// What Turkish Windows systems use.
    static let windows1254 = LegacyEncoding(
        "Windows-1254",
        upper: "€\u{FFFD}‚ƒ„…†‡ˆ‰Š‹Œ\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}‘’“”•–—˜™š›œ\u{FFFD}\u{FFFD}Ÿ",
        latin: [
            0xD0: "\u{11E}", 0xDD: "\u{130}", 0xDE: "\u{15E}", 0xF0: "\u{11F}", 0xFD: "\u{131}",
            0xFE: "\u{15F}",
        ])

    /// What Macintosh systems used.
    static let macRoman = LegacyEncoding(
        "Mac Roman",
        upper:
            "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u{A0}ÀÃÕŒœ–—“”‘’÷"
            + "◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\u{F8FF}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ")

    /// The encodings that texts are damaged by, the likeliest first.
    static let all = [windows1252, windows1254, macRoman]
}
