import RecordModel

/// The people under whom something was done: `advised by Prof. A and Dr. B`.
struct AdvisorList {
    var advisors: [Value] = []
    /// The text without the advisors.
    var rest: StyledText
    /// The words around the names.
    var words: [String] = []

    private static let phrases: [String] = [
        "co-advised by", "co-supervised by", "jointly supervised by", "jointly advised by",
        "advised by", "supervised by", "mentored by", "under the supervision of",
        "under the guidance of", "under the joint supervision of", "under supervision of",
        "guided by", "hosted by", "working with", "worked with",
        "academic advisors", "academic advisor", "phd advisor", "co-advisors", "co-advisor",
        "advisors", "advisor", "advisers", "adviser",
        "co-supervisors", "co-supervisor", "supervisors", "supervisor", "mentors", "mentor",
        "betreut von", "betreuer", "sous la direction de", "directeur",
        "dirigido por", "director", "指导教师", "导师", "指導教員", "지도교수", "collaborated with", "host",
    ]

    /// The titles before a name.
    private static let titles: [String] = [
        "Associate Professor", "Assistant Professor", "Professors", "Professor", "Profs.", "Prof.",
        "Prof", "A/Prof.", "Assoc. Prof.", "Asst. Prof.", "Drs.",
        "Dr.", "Dr", "Prof. Dr.", "Assist. Prof.", "Mr.", "Ms.", "Mrs.", "PI", "教授",
    ].sorted { $0.count > $1.count }

    /// Finds a phrase and the names after it; nil where there is none, or a name is in doubt.
    init?(_ text: StyledText) {
        let plain = String(String.UnicodeScalarView(text.scalars)).lowercased()
        // Small letters of some signs are longer; such a text has no phrase of ours at that place.
        guard plain.unicodeScalars.count == text.count else { return nil }
        let lower = Array(plain.unicodeScalars)
        var found = Self.withTitle(lower)
        for phrase in Self.phrases {
            guard let start = Self.index(of: Array(phrase.unicodeScalars), in: lower) else {
                continue
            }
            let end = start + phrase.unicodeScalars.count
            if found == nil || start < (found?.start ?? 0) { found = (start, end) }
        }
        guard let found else { return nil }
        var index = found.end
        while let scalar = text.sign(at: index),
            scalar.isBlank || ":：".unicodeScalars.contains(scalar)
        {
            index += 1
        }
        var list: [Value] = []
        var end = index
        words = VisibleWords.words(text.string(found.start..<index))
        while let person = Self.person(text, from: index) {
            list.append(.mapping(person.fields))
            words += person.words
            end = person.end
            guard let joint = Self.joint(text, from: end) else { break }
            if Self.person(text, from: joint.end) == nil { break }
            words += joint.words
            index = joint.end
        }
        guard !list.isEmpty else { return nil }
        advisors = list
        // Brackets that held only the advisors.
        var start = found.start
        while start > 0, text[start - 1].isBlank || ",;，(（".unicodeScalars.contains(text[start - 1])
        { start -= 1 }
        while let scalar = text.sign(at: end), scalar.isBlank || "）".unicodeScalars.contains(scalar)
        { end += 1 }
        if text.sign(at: end) == ")", start < found.start { end += 1 }
        rest = text.removing(start..<min(end, text.count))
    }

    /// `with Prof. Lind`: the title says that this is no company.
    private static func withTitle(_ text: [Unicode.Scalar]) -> (start: Int, end: Int)? {
        for phrase in ["with prof", "with dr."] {
            if let start = index(of: Array(phrase.unicodeScalars.prefix(4)), in: text),
                start + phrase.unicodeScalars.count <= text.count,
                text[start..<start + phrase.unicodeScalars.count].elementsEqual(
                    phrase.unicodeScalars)
            {
                return (start, start + 4)
            }
        }
        return nil
    }

    private static func index(of wanted: [Unicode.Scalar], in text: [Unicode.Scalar]) -> Int? {
        guard text.count >= wanted.count, let first = wanted.first else { return nil }
        for start in 0...(text.count - wanted.count) where text[start] == first {
            guard text[start..<(start + wanted.count)].elementsEqual(wanted) else { continue }
            let isStart = start == 0 || !text[start - 1].isLetter || first.isEastAsian
            let end = start + wanted.count
            let isEnd = end == text.count || !text[end].isLetter || first.isEastAsian
            if isStart, isEnd { return start }
        }
        return nil
    }

    private static func joint(_ text: StyledText, from index: Int) -> (end: Int, words: [String])? {
        var end = index
        while let scalar = text.sign(at: end),
            scalar.isBlank || ",，、&;".unicodeScalars.contains(scalar)
        { end += 1 }
        let rest = text.string(end..<min(text.count, end + 5)).lowercased()
        for word in ["and ", "und ", "et ", "y ", "e "] where rest.hasPrefix(word) {
            return (end + word.unicodeScalars.count, VisibleWords.words(word))
        }
        return end > index
            && text[index..<end].scalars.contains { ",，、&;".unicodeScalars.contains($0) }
            ? (end, []) : nil
    }

    private static func person(_ text: StyledText, from start: Int)
        -> (fields: Mapping, words: [String], end: Int)?
    {
        var index = start
        while let scalar = text.sign(at: index), scalar.isBlank { index += 1 }
        var fields = Mapping()
        var title = ""
        var again = true
        while again {
            again = false
            for form in titles {
                let end = index + form.unicodeScalars.count
                guard end < text.count, text.string(index..<end) == form,
                    form.hasSuffix(".") || text[end].isBlank
                else { continue }
                title += (title.isEmpty ? "" : " ") + form
                index = end
                while let scalar = text.sign(at: index), scalar.isBlank { index += 1 }
                again = true
                break
            }
        }
        guard let list = AuthorList(text, from: index), let first = list.authors.first,
            NameShape.isName(first.name)
                || first.link != nil && NameShape.isName(first.name, isAmongNames: true)
        else { return nil }
        // One name at a time: a title may stand before the next.
        var end = index
        while end < list.end, !",，&;、".unicodeScalars.contains(text[end]) {
            if text[end].isBlank,
                text.string(end..<min(text.count, end + 5)).lowercased().hasPrefix("and ")
            {
                break
            }
            end += 1
        }
        var name = text.string(index..<end)
        if let remark = first.remark, !name.contains(remark) { name += " (\(remark))" }
        if name.hasSuffix("."), !(name.dropLast().last?.isUppercase ?? false) { name.removeLast() }
        guard name.count < 80 else { return nil }
        // A name in its own script after it: `Shijuan Li (李世娟)`.
        if let bracket = text.brackets.first(where: {
            $0.lowerBound >= end && $0.lowerBound <= end + 1
        }),
            text.string(bracket).unicodeScalars.contains(where: \.isEastAsian), bracket.count < 12
        {
            name += " " + text.string(bracket)
            end = bracket.upperBound
        }
        fields["name"] = .string(name)
        if !title.isEmpty { fields["title"] = .string(title) }
        if let link = text.style(at: index).link, let url = LinkFields.address(link, baseURL: nil) {
            fields["url"] = .string(url)
        }
        return (fields, [], end)
    }
}
