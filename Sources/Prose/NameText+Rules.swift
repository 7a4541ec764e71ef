/// The lists by which names are split.
extension NameText {
    /// Words that belong to the family name after them.
    static let particles: Set<String> = [
        "af", "al", "am", "auf", "av", "bar", "ben", "bin", "bint", "d'", "da", "dal", "dalla",
        "das",
        "de", "degli", "dei", "del", "della", "den", "der", "di", "do", "dos", "du", "e", "el",
        "ibn",
        "la", "las", "le", "los", "op", "'t", "t", "te", "ten", "ter", "thoe", "van", "ver", "vom",
        "von", "y", "zu", "zum", "zur",
    ]

    /// The number of bytes that the longest particle has.
    static let longestParticle = particles.map(\.utf8.count).max() ?? 0

    /// Tells whether two words are a particle that is written with a capital letter too, as in
    /// `Van der Waals`; a lone capital word is a middle name for all we know.
    static func isPair(_ first: String, _ second: String) -> Bool {
        particles.contains(first.lowercased()) && second.first?.isLowercase == true
    }

    /// Tells whether a word follows a name without being one.
    static func isSuffix(_ word: String) -> Bool {
        guard word.utf8.count <= 6, 2...3 ~= word.utf8.count(where: { $0 != UInt8(ascii: ".") })
        else { return false }
        let plain = word.filter { $0 != "." }.lowercased()
        return ["jr", "sr", "ii", "iii", "iv", "phd", "md"].contains(plain) && plain != word
            || ["II", "III", "IV"].contains(word)
    }

    /// Splits the words of a family name into its particle and the rest.
    static func particle(of words: [String]) -> (particle: String, family: String) {
        var count = 0
        while count < words.count - 1, particles.contains(words[count].lowercased()),
            words[count].first?.isLowercase == true
        {
            count += 1
        }
        return (
            words[..<count].joined(separator: " "), words[count...].joined(separator: " ")
        )
    }

    /// Tells whether a name is written in Chinese, Japanese or Korean script alone.
    static func isEastAsian(_ text: String) -> Bool {
        !text.isEmpty
            && text.unicodeScalars.allSatisfy {
                switch $0.value {
                case 0x3005, 0x3007, 0x3040...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
                    0xAC00...0xD7A3, 0xF900...0xFAFF, 0x20000...0x3FFFF:
                    true
                default: false
                }
            }
    }

    /// Chinese and Korean family names of two characters.
    private static let doubleNames: Set<String> = [
        "欧阳", "歐陽", "司马", "司馬", "诸葛", "諸葛", "上官", "夏侯", "皇甫", "尉迟", "尉遲", "公孙", "公孫", "慕容",
        "令狐", "长孙", "長孫", "宇文", "司徒", "南宫", "南宮", "东方", "東方", "남궁", "황보", "제갈", "선우", "독고",
        "사공",
    ]

    /// Splits a name that is written family name first.
    static func eastAsian(_ name: String) -> NameText {
        // Japanese names have no rule that tells where the family name ends.
        let isJapanese = name.unicodeScalars.contains { (0x3040...0x30FF).contains($0.value) }
        guard !isJapanese, name.count > 1, name.count < 5 else { return NameText(family: name) }
        let isDouble = name.count > 2 && doubleNames.contains(String(name.prefix(2)))
        // Four characters without a known double name are Japanese more often than not.
        guard isDouble || name.count < 4 else { return NameText(family: name) }
        let count = isDouble ? 2 : 1
        return NameText(
            given: String(name.dropFirst(count)), family: String(name.prefix(count)))
    }
}
