internal import Formats

/// A text whose UTF-8 was read as another encoding, somewhere on its way.
struct DamagedText {
    /// The text as it was meant, as far as that can be said.
    let mended: String
    /// Whether nothing of the damage is left in `mended`, and nothing in it was inferred.
    let isWhole: Bool
    /// The name of the encoding, nil where the damage only can be seen.
    let encoding: String?
    /// Where the damage begins, in bytes from 0.
    let offset: Int
    /// What the damage looks like.
    let sign: String

    /// Looks at a text; nil where it is sound.
    init?(_ text: String) {
        let repaired = TextDecoder().repair(text)
        let repair = repaired.repairs.first
        let trace = Self.firstTrace(in: text)
        guard let offset = [repair?.offset, trace].compactMap({ $0 }).min() else { return nil }
        mended = repaired.text
        encoding = repair?.encoding
        isWhole =
            repair != nil && repaired.repairs.allSatisfy(\.isCertain)
            && Self.firstTrace(in: repaired.text) == nil
        self.offset = offset
        let rest = text.utf8.dropFirst(offset)
        sign = String(String.UnicodeScalarView(Substring(rest).unicodeScalars.prefix(3)))
    }

    /// The place of the first sign of damage that cannot be undone, in bytes.
    ///
    /// That is the mark for what could not be read, such marks read once more, and control
    /// characters that no page has.
    private static func firstTrace(in text: String) -> Int? {
        let scalars = text.unicodeScalars
        let place = scalars.indices.first { place in
            let scalar = scalars[place]
            if scalar == "\u{FFFD}" || (0x80...0x9F).contains(scalar.value) && scalar != "\u{85}" {
                return true
            }
            let next = scalars.index(after: place)
            guard next < scalars.endIndex else { return false }
            switch (scalar, scalars[next]) {
            case ("â", "€"), ("ğ", "Ÿ"), ("ð", "Ÿ"), ("\u{F8FF}", "ü"), ("ï", "¿"), ("锟", "斤"):
                return true
            default: return false
            }
        }
        return place.map { text.utf8.distance(from: text.utf8.startIndex, to: $0) }
    }
}
