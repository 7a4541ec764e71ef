import Formats
/// Who a page is about, as its first sentences say: `I'm Ada Berg, a PhD student at …`.
public struct PersonSentence: Hashable, Sendable {
    /// The name; nil where no sentence says it.
    public var name: String?
    /// The name in its own script, which stands in brackets after the other.
    public var nativeName: String?
    /// What the person is: `PhD student`.
    public var role: String?
    /// Where.
    public var organization: String?
    /// The organization's page.
    public var organizationURL: String?

    /// Reads the beginning of a bio; fields stay nil where nothing is certain.
    public init(_ markdown: String) {
        let item = Item(String(markdown.prefix(4_000)))
        for line in item.lines.prefix(4) {
            for range in line.text.sentences.prefix(4) {
                read(line.text[range])
                if name != nil, role != nil, organization != nil { return }
            }
        }
    }

    /// What stands before a name.
    private static let greetings = [
        "my name is ", "i am ", "i'm ", "i’m ", "this is ", "my name's ", "hello, i am ",
        "hi, i am ", "ich bin ", "mein name ist ", "je suis ",
        "je m'appelle ", "soy ", "me llamo ", "mi nombre es ", "sou ", "meu nome é ", "sono ",
        "mi chiamo ", "我叫", "我是", "저는 ", "私は", "姓名：", "我的名字是",
    ]

    private mutating func read(_ sentence: StyledText) {
        let scalars = Array(
            String(String.UnicodeScalarView(sentence.scalars)).lowercased().unicodeScalars)
        guard scalars.count == sentence.count else { return }
        if name == nil { readGreeting(sentence, scalars) }
        if name == nil { readThirdPerson(sentence) }
        if role == nil { readRole(sentence, scalars) }
    }

    private mutating func readGreeting(_ sentence: StyledText, _ lower: [Unicode.Scalar]) {
        for greeting in Self.greetings {
            let wanted = Array(greeting.unicodeScalars)
            guard let start = Self.index(of: wanted, in: lower) else { continue }
            let known = (name, nativeName)
            guard let end = takeName(sentence, from: start + wanted.count) else { continue }
            // `Sou Desenvolvedora …`: in most languages the same words begin a role.
            let isSure =
                greeting.contains("name") || greeting.hasPrefix("i") && !greeting.hasPrefix("ich")
                || greeting.contains("hi, i") || greeting.contains("hello")
                || sentence.sign(at: end).map { ",，(（".unicodeScalars.contains($0) } ?? false
                || greeting.unicodeScalars.contains(where: \.isEastAsian)
            if isSure { return }
            (name, nativeName) = known
        }
    }

    /// Reads a name that begins a sentence: `Ada Berg (贝格) is a …`.
    private mutating func readThirdPerson(_ sentence: StyledText) {
        let before = (name, nativeName)
        guard let end = takeName(sentence, from: 0) else { return }
        let rest = SearchWords.folded(sentence.string(end..<min(sentence.count, end + 30)))
        let verbs: Set<String> = [
            "is", "was", "received", "works", "ist", "est", "es", "works", "leads", "studies",
        ]
        guard rest.prefix(3).contains(where: verbs.contains) else {
            (name, nativeName) = before
            return
        }
    }

    /// Reads a name that begins at a place; returns where it ends.
    private mutating func takeName(_ sentence: StyledText, from start: Int) -> Int? {
        var index = start
        while let scalar = sentence.sign(at: index), scalar.isBlank { index += 1 }
        var end = index
        while end < sentence.count, end - index < 60 {
            let scalar = sentence[end]
            if ",.，。(（[–—:;!\n|".unicodeScalars.contains(scalar) { break }
            // A bold or linked name ends with its type.
            if end > index, sentence.mark(at: end) != sentence.mark(at: index),
                sentence.style(at: index).isMarked
            {
                break
            }
            if scalar.isBlank,
                ["is", "and", "currently", "a", "an", "the", "from", "in", "was", "now"].contains(
                    Self.word(sentence, after: end))
            {
                break
            }
            end += 1
        }
        let text = sentence.string(index..<end).trimmingSpaces
        let isMixed =
            text.unicodeScalars.contains(where: \.isEastAsian)
            && text.unicodeScalars.contains { $0.isASCII && $0.isLetter }
        guard NameShape.isName(text), !isMixed, !StintWords.isRole(text), !StintWords.isDegree(text)
        else {
            return nil
        }
        name = text
        var next = end
        while let scalar = sentence.sign(at: next), scalar.isBlank { next += 1 }
        if let bracket = sentence.brackets.first(where: { $0.lowerBound == next }) {
            let inner =
                sentence.string(bracket.lowerBound + 1..<bracket.upperBound - 1).split(
                    separator: " in "
                ).first.map(String.init) ?? ""
            if !inner.isEmpty,
                inner.unicodeScalars.allSatisfy({ $0.isEastAsian || $0.isBlank || $0 == "·" })
            {
                nativeName = inner
            }
            return bracket.upperBound
        }
        return end
    }

    private static func word(_ text: StyledText, after blank: Int) -> String {
        var end = blank + 1
        while end < text.count, text[end].isLetter, end - blank < 12 { end += 1 }
        return text.string(blank + 1..<end).lowercased()
    }

    // MARK: Role and place

    private static let articles = [
        " a ", " an ", " the ", " currently ", " ein ", " eine ", " un ", " une ", " als ", " am ",
        " my ",
    ]

    private mutating func readRole(_ sentence: StyledText, _ lower: [Unicode.Scalar]) {
        // `a PhD student at X`, `an Associate Professor in the School of Y at X`.
        for index in lower.indices.prefix(220) where lower[index].isBlank || index == 0 {
            guard
                let article = Self.articles.first(where: {
                    Self.starts(lower, at: index, with: Array($0.unicodeScalars))
                })
            else { continue }
            let start = index + article.unicodeScalars.count
            var end = start
            var stop = ""
            while end < sentence.count, end - start < 90 {
                if ",.，。(;\n".unicodeScalars.contains(sentence[end]),
                    !(sentence[end] == "." && sentence.isDegreeStop(end))
                {
                    break
                }
                if let joint = [
                    " at ", " in ", " of the ", " with ", " from ", " working ", " advised ",
                    " supervised ", " under ", " @ ", " bei ", " à ", " an der ", " en la ",
                    " where ", " who ",
                ].first(where: { Self.starts(lower, at: end, with: Array($0.unicodeScalars)) }) {
                    stop = joint
                    break
                }
                end += 1
            }
            let text = Self.withoutArticles(sentence.string(start..<end).trimmingSeparatorsButStop)
            let words = SearchWords.folded(text)
            let isRole = StintWords.isRole(text) || words.contains("candidate")
            guard (1...7).contains(words.count), isRole, text.first?.isLetter == true else {
                continue
            }
            role = text
            readOrganization(sentence, lower, from: end, isNear: !stop.isEmpty)
            return
        }
    }

    /// `currently a PhD student` is a PhD student.
    private static func withoutArticles(_ text: String) -> String {
        var rest = text
        for _ in 0..<3 {
            guard
                let word = [
                    "a ", "an ", "the ", "currently ", "now ", "also ", "ein ", "eine ", "un ",
                    "une ",
                ].first(where: { rest.lowercased().hasPrefix($0) })
            else { break }
            rest = String(rest.dropFirst(word.count))
        }
        return rest
    }

    /// The organization after ` at `, wherever in the sentence it is.
    private mutating func readOrganization(
        _ sentence: StyledText, _ lower: [Unicode.Scalar], from start: Int, isNear: Bool
    ) {
        var index = start
        while index < sentence.count, index - start < 220 {
            let joint = [
                " at the ", " at ", " @ ", " of the ", " in the ", " in ", " with the ", " bei ",
                " an der ", " à l'", " à ", " en la ",
            ]
            .first { Self.starts(lower, at: index, with: Array($0.unicodeScalars)) }
            guard let joint else {
                index += 1
                continue
            }
            var begin = index + joint.unicodeScalars.count
            while begin < sentence.count, sentence[begin].isBlank { begin += 1 }
            guard begin < sentence.count else { return }
            let link = sentence.style(at: begin).link
            var end = begin
            let number = sentence.style(at: begin).linkNumber
            while end < sentence.count, end - begin < 120 {
                if number > 0 {
                    if sentence.style(at: end).linkNumber != number { break }
                } else if ",.，。(;\n".unicodeScalars.contains(sentence[end]) {
                    break
                } else if [
                    " at ", " under ", " advised ", " supervised ", " where ", " working ",
                    " with ", " led ", " since ",
                ].contains(where: { Self.starts(lower, at: end, with: Array($0.unicodeScalars)) }) {
                    break
                }
                end += 1
            }
            let text = sentence.string(begin..<end).trimmingSeparatorsButStop
            let rank =
                StintWords.organizationRank(text)
                ?? (joint.contains("at") && text.first?.isUppercase == true ? 2 : 0)
            if rank >= 2, text.utf8.count < 100, !text.isEmpty {
                organization = text
                organizationURL = link.flatMap { LinkFields.address($0, baseURL: nil) }
                return
            }
            index = max(end, index + 1)
        }
    }

    private static func starts(
        _ text: [Unicode.Scalar], at index: Int, with wanted: [Unicode.Scalar]
    ) -> Bool {
        index + wanted.count <= text.count
            && text[index..<(index + wanted.count)].elementsEqual(wanted)
    }

    private static func index(of wanted: [Unicode.Scalar], in text: [Unicode.Scalar]) -> Int? {
        text.indices.prefix(200).first {
            starts(text, at: $0, with: wanted)
                && ($0 == 0 || !text[$0 - 1].isLetter || wanted[0].isEastAsian)
        }
    }
}
