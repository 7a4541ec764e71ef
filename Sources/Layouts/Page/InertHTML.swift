import Formats

/// HTML for values that pass through more than one reader: TeX's escapes, then Markdown.
///
/// al-folio decodes every field of a bibliography as LaTeX and reads some of them as Markdown after
/// that. What either of them could take for markup is an entity here, which both leave alone, and
/// addresses have no character that LaTeX would change.
enum InertHTML {
    /// Returns safe HTML in which only tags and entities mean anything.
    static func write(_ html: String) -> String {
        // Whatever means something is ASCII, so bytes are looked at and other characters copied.
        var result: [UInt8] = []
        var isTag = false
        var isEntity = false
        var previous: Unicode.Scalar = "\n"
        // A number with a full stop or a mark at the start would begin a list.
        var isStart = true
        for byte in html.utf8 {
            let scalar = Unicode.Scalar(byte)
            defer {
                if !isTag, !("0"..."9").contains(scalar) { isStart = false }
                previous = scalar
            }
            switch scalar {
            case "<": isTag = true
            case ">": isTag = false
            case "&": isEntity = true
            case ";": isEntity = false
            default: break
            }
            if isTag {
                switch scalar {
                case "~": result += "%7E".utf8
                case "-" where previous == "-": result += "%2D".utf8
                default: result.append(byte)
                }
            } else if scalar == "#", isEntity {
                result.append(byte)
            } else if markup.contains(byte)
                || scalar == "-" && previous == "-"
                || isStart && "-+.=:)".utf8.contains(byte)
            {
                result += "&#\(byte);".utf8
            } else {
                result.append(byte)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// What TeX or Markdown could take for something else anywhere in running text.
    private static let markup = ByteSet("\\`*_{}[]#|~^$'".utf8)
}

extension Line {
    /// The line as HTML that TeX's escapes and Markdown leave as it is.
    var inert: String { InertHTML.write(html) }
}
