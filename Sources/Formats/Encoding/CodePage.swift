/// An encoding with one byte a character, such as UTF-8 is taken for by mistake.
struct CodePage: Sendable {
    /// The name that people know.
    let name: String
    /// What text costs to be damaged by it: how much less likely it is than the likeliest one.
    let rarity: Double
    /// The characters of the bytes from 128 on; zero for a byte that has none.
    let signs: [UInt32]
    /// The bytes from 128 to 191 whose character was dropped where text passed through the page:
    /// those without one, and the soft hyphen, which no one sees.
    let lostBytes: [UInt8]

    /// Takes the characters of the bytes from 128 on, U+FFFD for a byte without one.
    init(_ name: String, rarity: Double, upper: String) {
        self.name = name
        self.rarity = rarity
        signs = upper.unicodeScalars.map { $0 == "\u{FFFD}" ? 0 : $0.value }
        var lost: [UInt8] = []
        for (index, sign) in signs.prefix(64).enumerated()
        where sign == 0 || sign == 0xAD {
            lost.append(UInt8(0x80 + index))
        }
        lostBytes = lost.count > 20 ? [] : lost
    }

    /// The character of a byte; a byte from 128 to 159 that has none is the control character of
    /// its number, as in browsers.
    func scalar(of byte: UInt8) -> Unicode.Scalar? {
        guard byte >= 0x80 else { return Unicode.Scalar(byte) }
        let sign = signs[Int(byte) - 0x80]
        if sign != 0 { return Unicode.Scalar(sign) }
        return byte < 0xA0 ? Unicode.Scalar(byte) : nil
    }

    /// The pages that texts are damaged by.
    static let all = [
        windows1252, windows1254, macRoman, windows1250, windows1251, windows1257, latin2, ibm437,
    ]

    /// What western Windows systems use; where a control character from 128 to 159 stands for its
    /// byte, this is Latin-1.
    static let windows1252 = CodePage(
        "Windows-1252", rarity: 0,
        upper: "€�‚ƒ„…†‡ˆ‰Š‹Œ�Ž��‘’“”•–—˜™š›œ�žŸ" + latinSigns
            + "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ")

    /// What Turkish Windows systems use.
    static let windows1254 = CodePage(
        "Windows-1254", rarity: 0.3,
        upper: "€�‚ƒ„…†‡ˆ‰Š‹Œ����‘’“”•–—˜™š›œ��Ÿ" + latinSigns
            + "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏĞÑÒÓÔÕÖ×ØÙÚÛÜİŞßàáâãäåæçèéêëìíîïğñòóôõö÷øùúûüışÿ")

    /// What central European Windows systems use.
    static let windows1250 = CodePage(
        "Windows-1250", rarity: 0.5,
        upper: "€�‚�„…†‡�‰Š‹ŚŤŽŹ�‘’“”•–—�™š›śťžź\u{A0}ˇ˘Ł¤Ą¦§¨©Ş«¬\u{AD}®Ż°±˛ł´µ¶·¸ąş»Ľ˝ľż"
            + centralLetters)

    /// What Windows systems use for Cyrillic.
    static let windows1251 = CodePage(
        "Windows-1251", rarity: 0.5,
        upper: "ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—�™љ›њќћџ\u{A0}ЎўЈ¤Ґ¦§Ё©Є«¬\u{AD}®Ї°±Ііґµ¶·ё№є»јЅѕї"
            + "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя")

    /// What Baltic Windows systems use.
    static let windows1257 = CodePage(
        "Windows-1257", rarity: 0.8,
        upper: "€�‚�„…†‡�‰�‹�¨ˇ¸�‘’“”•–—�™�›�¯˛�\u{A0}�¢£¤�¦§Ø©Ŗ«¬\u{AD}®Æ°±²³´µ¶·ø¹ŗ»¼½¾æ"
            + "ĄĮĀĆÄÅĘĒČÉŹĖĢĶĪĻŠŃŅÓŌÕÖ×ŲŁŚŪÜŻŽßąįāćäåęēčéźėģķīļšńņóōõö÷ųłśūüżž˙")

    /// What central European Unix systems used.
    static let latin2 = CodePage(
        "ISO 8859-2", rarity: 0.6,
        upper: String(repeating: "\u{FFFD}", count: 32)
            + "\u{A0}Ą˘Ł¤ĽŚ§¨ŠŞŤŹ\u{AD}ŽŻ°ą˛ł´ľśˇ¸šşťź˝žż" + centralLetters)

    /// What Macintosh systems used.
    static let macRoman = CodePage(
        "Mac Roman", rarity: 0.3,
        upper: "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø"
            + "¿¡¬√ƒ≈∆«»…\u{A0}ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\u{F8FF}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ")

    /// What the first personal computers used.
    static let ibm437 = CodePage(
        "IBM 437", rarity: 0.8,
        upper: "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐"
            + "└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{A0}")

    /// The signs of Latin-1, from 160 to 191.
    private static let latinSigns =
        "\u{A0}¡¢£¤¥¦§¨©ª«¬\u{AD}®¯°±²³´µ¶·¸¹º»¼½¾¿"

    /// The letters of central Europe, from 192 on.
    private static let centralLetters =
        "ŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎĐŃŇÓÔŐÖ×ŘŮÚŰÜÝŢßŕáâăäĺćçčéęëěíîďđńňóôőö÷řůúűüýţ˙"
}
