/// How one text became another, word by word.
struct WordDiff: Hashable, Sendable {
    /// A piece of either text or of both.
    enum Run: Hashable, Sendable {
        /// It stands in both.
        case same(String)
        /// It stands in the text before.
        case removed(String)
        /// It stands in the text after.
        case added(String)
    }

    /// The pieces, in order; what goes stands in front of what comes in its place.
    let runs: [Run]

    init(from before: String, to after: String) {
        let (old, new) = (Self.words(of: before), Self.words(of: after))
        let found = WordDiff(runs: Self.joined(Self.steps(old, new)))
        // A text that was written anew is not read better for the words that it has in common.
        let isNew = found.likeness < Self.leastLikeness && !before.isEmpty && !after.isEmpty
        runs = isNew ? [.removed(before), .added(after)] : found.runs
    }

    /// The share that has to stay for words to be marked one by one.
    private static let leastLikeness = 0.3

    private init(runs: [Run]) { self.runs = runs }

    /// The share of the longer text that stayed, from 0 to 1.
    var likeness: Double {
        var (same, removed, added) = (0, 0, 0)
        for run in runs {
            switch run {
            case .same(let text): same += text.utf8.count
            case .removed(let text): removed += text.utf8.count
            case .added(let text): added += text.utf8.count
            }
        }
        return Double(same) / Double(max(1, same + max(removed, added)))
    }

    /// Returns the pieces with only so many words around each difference, and `…` for the rest.
    func shortened(toContext count: Int) -> [Run] {
        runs.enumerated().map { index, run in
            guard case .same(let text) = run else { return run }
            let words = Self.words(of: text)
            // Spaces are words here as well.
            let (head, tail) = (index == 0 ? 0 : 2 * count, index == runs.count - 1 ? 0 : 2 * count)
            guard words.count > head + tail + 2 else { return run }
            return .same(
                words.prefix(head).map(\.text).joined() + "…"
                    + words.suffix(tail).map(\.text).joined())
        }
    }

    /// A word, the space between two, or a single sign.
    ///
    /// Equal only byte for byte: texts that look alike may still be different ones.
    private struct Word: Hashable {
        let text: Substring
        let isSpace: Bool

        static func == (one: Word, other: Word) -> Bool {
            one.text.utf8.elementsEqual(other.text.utf8)
        }

        func hash(into hasher: inout Hasher) { hasher.combine(text) }
    }

    private enum Kind { case word, space, sign }

    private static func words(of text: String) -> [Word] {
        var words: [Word] = []
        var (start, kind) = (text.startIndex, Kind.sign)
        var index = start
        while index < text.endIndex {
            let (next, after) = Self.sign(at: index, of: text)
            if index > start, next != kind || next == .sign {
                words.append(Word(text: text[start..<index], isSpace: kind == .space))
                start = index
            }
            kind = next
            index = after
        }
        if start < text.endIndex {
            words.append(Word(text: text[start...], isSpace: kind == .space))
        }
        return words
    }

    /// The kind of the sign at a place, and the place of the next one.
    ///
    /// Finding where a character ends is slow, and an ASCII byte before another one is a character.
    private static func sign(at index: String.Index, of text: String) -> (Kind, String.Index) {
        let bytes = text.utf8
        let next = bytes.index(after: index)
        guard bytes[index] < 0x80, next == bytes.endIndex || bytes[next] < 0x80 else {
            return (kind(of: text[index]), text.index(after: index))
        }
        let kind: Kind =
            switch bytes[index] {
            case 0x09...0x0D, 0x20: .space
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "'"):
                .word
            default: .sign
            }
        return (kind, next)
    }

    private static func kind(of character: Character) -> Kind {
        if character.isWhitespace { return .space }
        guard let scalar = character.unicodeScalars.first else { return .sign }
        // Scripts without spaces between words change sign by sign.
        if (0x2E80...0x9FFF).contains(scalar.value) || scalar.value >= 0x1F000 { return .sign }
        return character.isLetter || character.isNumber || scalar == "'" || scalar == "’"
            ? .word : .sign
    }

    private static func steps(_ old: [Word], _ new: [Word]) -> [Run] {
        var runs: [Run] = []
        var (i, j) = (0, 0)
        func append(upTo end: SequenceMatch.Pair) {
            if i < end.before {
                runs.append(.removed(old[i..<end.before].map(\.text).joined()))
            }
            if j < end.after { runs.append(.added(new[j..<end.after].map(\.text).joined())) }
        }
        var pairs = SequenceMatch.pairs(old, new)
        // A lone space between two words that changed tells nothing.
        pairs = pairs.enumerated().filter { index, pair in
            guard old[pair.before].isSpace else { return true }
            let isAfterChange =
                index > 0
                ? pairs[index - 1].before < pair.before - 1
                    || pairs[index - 1].after < pair.after - 1
                : pair.before > 0 || pair.after > 0
            let isBeforeChange =
                index + 1 < pairs.count
                ? pairs[index + 1].before > pair.before + 1
                    || pairs[index + 1].after > pair.after + 1
                : pair.before + 1 < old.count || pair.after + 1 < new.count
            return !(isAfterChange && isBeforeChange)
        }.map(\.element)
        for pair in pairs {
            append(upTo: pair)
            runs.append(.same(String(old[pair.before].text)))
            (i, j) = (pair.before + 1, pair.after + 1)
        }
        append(upTo: (old.count, new.count))
        return runs
    }

    private static func joined(_ runs: [Run]) -> [Run] {
        var result: [Run] = []
        var same = ""
        func close() {
            if !same.isEmpty { result.append(.same(same)) }
            same = ""
        }
        for run in runs {
            // Built in place: a text of a million words has a run for each of them.
            if case .same(let more) = run {
                same += more
            } else {
                close()
                result.append(run)
            }
        }
        close()
        return result
    }
}
