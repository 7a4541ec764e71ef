import Formats

extension Unicode.Scalar {
    /// A sign of an emoji: a picture, a joiner, a skin colour.
    var isEmojiPart: Bool {
        switch value {
        case 0x1F000...0x1FAFF, 0x2600...0x27BF, 0x2B00...0x2BFF, 0xFE0F, 0x200D, 0x20E3,
            0x231A...0x23FF:
            true
        default: false
        }
    }
}

extension String {
    /// The text without emoji, and without the space that they left at its ends.
    var withoutEmoji: String {
        guard unicodeScalars.contains(where: \.isEmojiPart) else { return self }
        // A joiner stands within letters of some scripts as well.
        return filter { character in
            let scalars = character.unicodeScalars
            return scalars.first?.isEmojiPart != true && scalars.last != "\u{20E3}"
        }.withoutOuterSpaces
    }
}
