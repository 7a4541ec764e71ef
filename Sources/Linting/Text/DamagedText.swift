/// A text whose UTF-8 was read as another encoding, somewhere on its way.
///
/// Such damage is told by what it would be if it were undone: a character that begins a sequence of
/// UTF-8, followed by as many as go on with it. Single such pairs do occur in sound texts ("CAFÉ™"),
/// so a pair counts only where its place or its neighbours speak for it.
struct DamagedText {
    /// The text as it was meant, as far as that can be said.
    let mended: String
    /// Whether nothing of the damage is left in `mended`.
    let isWhole: Bool
    /// The name of the encoding, nil where the damage only can be seen.
    let encoding: String?
    /// Where the damage begins, in bytes from 0.
    let offset: Int
    /// What the damage looks like.
    let sign: String

    /// Looks at a text; nil where it is sound.
    init?(_ text: String) {
        let scalars = Array(text.unicodeScalars)
        let reading = Reading.best(of: scalars)
        let traces = Self.firstTrace(in: scalars)
        guard let place = [reading?.first, traces].compactMap({ $0 }).min() else { return nil }
        var mended = reading?.mended ?? text
        // Some texts went through the mistake more than once.
        for _ in 0..<Self.roundLimit {
            guard let next = Reading.best(of: Array(mended.unicodeScalars)) else { break }
            mended = next.mended
        }
        self.mended = mended
        encoding = reading?.encoding
        isWhole = reading != nil && !Self.mayBeDamaged(Array(mended.unicodeScalars))
        offset = String(String.UnicodeScalarView(scalars[..<place])).utf8.count
        sign = String(String.UnicodeScalarView(scalars[place...].prefix(3)))
    }

    private static let roundLimit = 3

    /// Tells whether anything in a text may be left of damage, or may as well be sound.
    private static func mayBeDamaged(_ scalars: [Unicode.Scalar]) -> Bool {
        firstTrace(in: scalars) != nil || scalars.contains { doubtful.contains($0) }
    }

    /// What two bytes of UTF-8 often begin with when they are damaged.
    private static let doubtful: Set<Unicode.Scalar> = [
        "Ã", "Â", "Ä", "Å", "Ë", "Ì", "Ð", "Ñ", "Ø", "Ù", "Î", "Ï", "ƒ", "√", "¬",
    ]

    /// The place of the first sign of damage that cannot be undone: half of a sequence whose other
    /// half was lost, and the mark for what could not be read.
    private static func firstTrace(in scalars: [Unicode.Scalar]) -> Int? {
        scalars.indices.first { position in
            let scalar = scalars[position]
            if scalar == "\u{FFFD}" || (0x80...0x9F).contains(scalar.value) && scalar != "\u{85}" {
                return true
            }
            guard position + 1 < scalars.count else { return false }
            switch (scalar, scalars[position + 1]) {
            // The start of a quotation mark, of an emoji, of a ligature; the mark for what could
            // not be read, read once more.
            case ("â", "€"), ("ğ", "Ÿ"), ("ð", "Ÿ"), ("\u{F8FF}", "ü"), ("ï", "¬"), ("ï", "¿"),
                ("锟", "斤"):
                return true
            default: return false
            }
        }
    }
}

/// What a text would be if it were bytes of an encoding that are UTF-8 in truth.
private struct Reading {
    private(set) var mended: String
    /// How many sequences were found.
    private(set) var count = 0
    /// The place of the first one, in scalars.
    private(set) var first: Int?
    let encoding: String

    /// Returns the reading that finds most, nil where none finds anything.
    static func best(of scalars: [Unicode.Scalar]) -> Reading? {
        var best: Reading?
        for encoding in LegacyEncoding.all {
            let reading = Reading(scalars, as: encoding)
            if reading.count > (best?.count ?? 0) { best = reading }
        }
        return best
    }

    init(_ scalars: [Unicode.Scalar], as encoding: LegacyEncoding) {
        self.encoding = encoding.name
        var result = String.UnicodeScalarView()
        var position = 0
        var wasDamaged = false
        while position < scalars.count {
            let sequence = Sequence(scalars, at: position, as: encoding)
            if let sequence, sequence.isCertain(in: scalars, after: wasDamaged, encoding) {
                result.append(sequence.scalar)
                first = first ?? position
                count += 1
                position += sequence.length
                wasDamaged = true
            } else {
                result.append(scalars[position])
                position += 1
                wasDamaged = false
            }
        }
        mended = String(result)
    }
}

/// Characters that would be one sequence of UTF-8.
private struct Sequence {
    /// What the sequence stands for.
    let scalar: Unicode.Scalar
    let position: Int
    let length: Int
    private let lead: UInt8

    init?(_ scalars: [Unicode.Scalar], at position: Int, as encoding: LegacyEncoding) {
        guard !scalars[position].isASCII, let lead = encoding.byte(of: scalars[position]) else {
            return nil
        }
        let length: Int
        switch lead {
        case 0xC2...0xDF: length = 2
        case 0xE0...0xEF: length = 3
        case 0xF0...0xF4: length = 4
        default: return nil
        }
        guard position + length <= scalars.count else { return nil }
        var bytes = [lead]
        for scalar in scalars[position..<position + length].dropFirst() {
            guard !scalar.isASCII, let byte = encoding.byte(of: scalar), byte & 0xC0 == 0x80 else {
                return nil
            }
            bytes.append(byte)
        }
        guard let text = String(validating: bytes, as: UTF8.self),
            let scalar = text.unicodeScalars.first
        else { return nil }
        self.scalar = scalar
        self.position = position
        self.length = length
        self.lead = lead
    }

    /// Tells whether no sound text has these characters at this place.
    func isCertain(
        in scalars: [Unicode.Scalar], after wasDamaged: Bool, _ encoding: LegacyEncoding
    ) -> Bool {
        switch length {
        case 4: return scalar.value >= 0x1F000 || hasNeighbour(scalars, wasDamaged, encoding)
        case 3:
            switch scalar.value {
            case 0x2010...0x2BFF, 0x3000...0x303F, 0xFB00...0xFB06, 0xFE0F, 0xFEFF,
                0xFF00...0xFFEF, 0x1E00...0x1EFF, 0x200B...0x200F:
                return true
            default: return hasNeighbour(scalars, wasDamaged, encoding)
            }
        default: return isCertainPair(scalars, wasDamaged, encoding)
        }
    }

    private func isCertainPair(
        _ scalars: [Unicode.Scalar], _ wasDamaged: Bool, _ encoding: LegacyEncoding
    ) -> Bool {
        let before = position > 0 ? scalars[position - 1] : " "
        let end = position + length
        let after = end < scalars.count ? scalars[end] : " "
        let (isAfterSmall, isBeforeSmall) = (isSmall(before), isSmall(after))
        guard scalar.properties.isAlphabetic || lead == 0xC2 || lead == 0xC3 else { return false }
        if encoding.name == LegacyEncoding.macRoman.name {
            // `√π` and `¬±` are formulas; within a word they are not.
            let isInWord =
                isAfterSmall && position > 1 && isSmall(scalars[position - 2])
                || isBeforeSmall && end + 1 < scalars.count && isSmall(scalars[end + 1])
            return (0xC2...0xC5).contains(lead) && isInWord
        }
        let isQuote = Self.quotes.contains(scalars[position + 1])
        switch lead {
        case 0xC2: return !before.properties.isUppercase || !isQuote
        case 0xC3: return !before.properties.isUppercase || !isQuote || isBeforeSmall
        case 0xC4, 0xC5:
            return isBeforeSmall || isAfterSmall && !isQuote
                || hasNeighbour(scalars, wasDamaged, encoding)
        case 0xCE...0xD1: return hasNeighbour(scalars, wasDamaged, encoding)
        default: return false
        }
    }

    /// Tells whether the characters before or behind would be a sequence too.
    private func hasNeighbour(
        _ scalars: [Unicode.Scalar], _ wasDamaged: Bool, _ encoding: LegacyEncoding
    ) -> Bool {
        if wasDamaged { return true }
        guard position + length < scalars.count else { return false }
        return Sequence(scalars, at: position + length, as: encoding) != nil
    }

    private func isSmall(_ scalar: Unicode.Scalar) -> Bool { ("a"..."z").contains(scalar) }

    /// Characters that may stand behind a word of capital letters.
    private static let quotes: Set<Unicode.Scalar> = [
        "\u{A0}", "»", "‘", "’", "“", "”", "›", "™", "…", "–", "—", "®", "‚", "„", "•", "«",
    ]
}
