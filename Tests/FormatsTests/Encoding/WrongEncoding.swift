import Foundation
import Testing

/// A code page that UTF-8 is read in by mistake, as Foundation knows it.
struct WrongEncoding: Sendable, CustomTestStringConvertible {
    let name: String
    /// The character of each byte from 128 on; nil for a byte that has none.
    let signs: [Unicode.Scalar?]

    var testDescription: String { name }

    init(_ name: String, _ encoding: String.Encoding) {
        self.name = name
        signs = (UInt8(0x80)...0xFF).map { byte in
            let scalar = String(data: Data([byte]), encoding: encoding)?.unicodeScalars.first
            return scalar.flatMap { (0x80...0x9F).contains($0.value) ? nil : $0 }
        }
    }

    static let all = [
        WrongEncoding("Windows-1252", .windowsCP1252), WrongEncoding("Latin-1", .isoLatin1),
        WrongEncoding("Windows-1254", .windowsCP1254),
        WrongEncoding("Windows-1250", .windowsCP1250),
        WrongEncoding("Windows-1251", .windowsCP1251), WrongEncoding("ISO 8859-2", .isoLatin2),
        macRoman, ibm437,
    ]

    // Foundation does not know these everywhere.
    private static let macRoman = WrongEncoding(
        name: "Mac Roman",
        signs: Array(
            ("ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø"
                + "¿¡¬√ƒ≈∆«»…\u{A0}ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\u{F8FF}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ")
                .unicodeScalars))
    private static let ibm437 = WrongEncoding(
        name: "IBM 437",
        signs: Array(
            ("ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐"
                + "└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{A0}")
                .unicodeScalars))

    private init(name: String, signs: [Unicode.Scalar?]) {
        self.name = name
        self.signs = signs
    }

    /// The text as it looks when its UTF-8 is read in this encoding.
    ///
    /// Of a byte without a character the control character of its number is left, or nothing, as
    /// programs have it.
    func damage(_ text: String, isDropping: Bool = false) -> String {
        var scalars = String.UnicodeScalarView()
        for byte in text.utf8 {
            if byte < 0x80 {
                scalars.append(Unicode.Scalar(byte))
            } else if let sign = signs[Int(byte) - 0x80] {
                if !isDropping || sign != "\u{AD}" { scalars.append(sign) }
            } else if !isDropping {
                scalars.append(Unicode.Scalar(byte))
            }
        }
        return String(scalars)
    }
}
