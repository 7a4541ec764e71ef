import Formats

/// Finds the patterns by which the entries of a section were written.
///
/// Each entry is looked at by itself: where its parts stand in its text, and what is between them.
/// What several entries have in common is a pattern; a single one makes one only where it holds
/// next to no words of its own.
struct PatternFinder {
    /// An entry as its page has it.
    struct Sample {
        /// What the page shows of it.
        let text: ShownText
        /// What its fields say, without what it does not.
        let parts: [EntryPart]
    }

    /// The way a part is written; nil where the entry does not tell, as of a single author.
    private typealias Way = String?

    /// What one entry looks like.
    private struct Form: Hashable {
        /// The pattern with no ways.
        let bare: String
        /// The way of each part, in the order of the text.
        let ways: [Way]

        /// Tells whether an entry of this form may be written as another one is.
        func fits(_ other: Form) -> Bool {
            bare == other.bare && zip(ways, other.ways).allSatisfy { $0 == nil || $0 == $1 }
        }
    }

    /// What stands for the usual way.
    private static let usual = ""
    /// The most patterns that a section gets.
    private static let limit = 6

    /// Returns the patterns of a section's entries, the most frequent first.
    static func patterns(of samples: [Sample]) -> [String] {
        // For each set of parts, what its entries look like.
        var found: [Set<String>: [(form: Form, text: String)]] = [:]
        for sample in samples {
            let names = Set(sample.parts.filter { !$0.isOptional }.map(\.name))
            found[names, default: []] += forms(of: sample)
        }
        var best: [(text: String, count: Int)] = []
        for forms in found.values {
            var counts: [String: Int] = [:]
            for form in forms {
                guard counts[form.text] == nil else { continue }
                counts[form.text] = forms.count { $0.form.fits(form.form) }
            }
            // Of two that are as frequent, the longer one says what the other leaves open.
            let first = counts.max {
                ($0.value, $0.key.utf8.count, $1.key) < ($1.value, $1.key.utf8.count, $0.key)
            }
            guard let first, first.value > 1 || ownWords(of: first.key) < 3 else { continue }
            best.append((first.key, first.value))
        }
        return best.sorted { ($1.count, $0.text) < ($0.count, $1.text) }.prefix(limit).map(\.text)
    }

    /// How many words of a pattern are no names of parts.
    private static func ownWords(of pattern: String) -> Int {
        var count = 0
        for piece in pattern.split(separator: "{", omittingEmptySubsequences: true) {
            let own = piece.contains("}") ? piece.drop { $0 != "}" } : piece
            count += own.split { !$0.isLetter && !$0.isNumber }.count
        }
        return count
    }

    // MARK: One entry

    /// A part at its place in a text.
    private struct Found {
        let range: Range<Int>
        let name: String
        let way: Way
    }

    /// A part, and what it shows written in those of its ways that were asked for.
    private struct ShownPart {
        let part: EntryPart
        /// The names of the ways; the usual one is first and has none.
        let ways: [String?]
        private var texts: [[UInt8]?]
        /// How long the text of the usual way is, in bytes.
        private(set) var size = 0

        init(_ part: EntryPart) {
            self.part = part
            ways = [nil] + part.ways.map(Optional.some)
            texts = Array(repeating: nil, count: ways.count)
            size = text(0).count
        }

        /// What the part shows, written in a way.
        mutating func text(_ way: Int) -> [UInt8] {
            if let text = texts[way] { return text }
            let text = Array(ShownText(part.line(ways[way])).text.utf8)
            texts[way] = text
            return text
        }
    }

    /// What one entry may look like, with the pattern that writes it.
    private static func forms(of sample: Sample) -> [(form: Form, text: String)] {
        var result: [(form: Form, text: String)] = []
        // What is long is found with certainty, and what is short then elsewhere.
        var parts = sample.parts.map(ShownPart.init).sorted { $0.size > $1.size }
        let text = Array(sample.text.text.utf8)
        for isFirst in [true, false] {
            guard let found = places(of: &parts, in: text, isFirst: isFirst),
                let text = pattern(sample.text, found, withWays: true),
                let bare = pattern(sample.text, found, withWays: false),
                let pattern = EntryPattern(text), let line = pattern.line(sample.parts),
                ShownText(line) == sample.text, !result.contains(where: { $0.text == text })
            else { continue }
            result.append((Form(bare: bare, ways: found.map(\.way)), text))
        }
        return result
    }

    /// Where the parts stand in the text; a part that stands there more than once is taken to be
    /// the first or the last one.
    private static func places(
        of parts: inout [ShownPart], in text: [UInt8], isFirst: Bool
    ) -> [Found]? {
        var found: [Found] = []
        for index in parts.indices {
            let part = parts[index].part
            var place: Found?
            for (number, way) in parts[index].ways.enumerated() where place == nil {
                let free = ranges(of: parts[index].text(number), in: text).filter { range in
                    !found.contains { $0.range.overlaps(range) }
                }
                place = (isFirst ? free.first : free.last).map {
                    Found(range: $0, name: part.name, way: part.ways.isEmpty ? nil : way ?? usual)
                }
            }
            guard let place else {
                if part.isOptional { continue }
                return nil
            }
            found.append(place)
        }
        return found.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    /// The places of whole words in a text, outside its tags.
    private static func ranges(of words: [UInt8], in text: [UInt8]) -> [Range<Int>] {
        guard let first = words.first else { return [] }
        var result: [Range<Int>] = []
        var isTag = false
        for start in text.indices {
            if text[start] == UInt8(ascii: ">") { isTag = false }
            if text[start] == UInt8(ascii: "<") { isTag = true }
            guard text[start] == first, !isTag || first == UInt8(ascii: "<"),
                text[start...].starts(with: words)
            else { continue }
            let end = start + words.count
            let isWhole =
                !(isInWord(text[..<start].suffix(4), words[...].prefix(4))
                || isInWord(words[...].suffix(4), text[end...].prefix(4)))
            if isWhole { result.append(start..<end) }
        }
        return result
    }

    /// Tells whether a word goes on from the end of some bytes to the beginning of others.
    private static func isInWord(_ end: ArraySlice<UInt8>, _ start: ArraySlice<UInt8>) -> Bool {
        guard let last = String(decoding: end, as: UTF8.self).unicodeScalars.last,
            let next = String(decoding: start, as: UTF8.self).unicodeScalars.first
        else { return false }
        return isOfWord(last) && (isOfWord(next) || next.properties.isGraphemeExtend)
    }

    /// Whether a letter or digit is one of a script that has spaces between its words.
    private static func isOfWord(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x2E80
            && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
    }

    // MARK: Writing

    /// The text of a pattern; nil where something between the parts has no place in one.
    private static func pattern(_ shown: ShownText, _ found: [Found], withWays: Bool) -> String? {
        let text = Array(shown.text.utf8)
        var result = ""
        var position = 0
        for place in found {
            guard let between = markdown(text[position..<place.range.lowerBound]) else {
                return nil
            }
            result += between + "{" + place.name
            if withWays, let way = place.way, way != usual { result += ":" + way }
            result += "}"
            position = place.range.upperBound
        }
        guard let end = markdown(text[position...]) else { return nil }
        return result + end
    }

    private static let marks = [
        "<em>": "*", "</em>": "*", "<strong>": "**", "</strong>": "**", "<code>": "`",
        "</code>": "`",
    ]

    /// What stands between parts, as Markdown.
    private static func markdown(_ shown: ArraySlice<UInt8>) -> String? {
        var result = ""
        var rest = String(decoding: shown, as: UTF8.self)[...]
        while let scalar = rest.first {
            if scalar == "<" {
                guard let mark = marks.first(where: { rest.hasPrefix($0.key) }) else { return nil }
                result += mark.value
                rest = rest.dropFirst(mark.key.count)
                continue
            }
            // A number between parts is something of this entry, and not of all.
            if scalar == "{" || scalar == "}" || scalar.isNumber { return nil }
            if "\\`*_[]<&#~".contains(scalar) { result += "\\" }
            result.append(scalar)
            rest.removeFirst()
        }
        return result.utf8.count <= 80 ? result : nil
    }
}
