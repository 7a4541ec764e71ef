/// Characters that are one sequence of UTF-8, read in a code page.
struct DamagedSequence {
    /// How many characters it has.
    var length: Int
    /// What it may stand for, each with what follows from it; one where no byte is missing.
    var readings: [[Unicode.Scalar]]
    /// Whether all its bytes are there, each as the page has it.
    var isExact = false
    /// How many bytes were dropped without a trace.
    var lostCount = 0
    /// What speaks against it, in the measure of `Plausibility`.
    var cost: Double

    /// Whether it says what it stands for.
    var isCertain: Bool { lostCount == 0 && readings.first != ["\u{FFFD}"] }
}

/// Finds damaged sequences of one code page in a line.
struct SequenceFinder {
    let scalars: [Unicode.Scalar]
    let page: Int
    /// Whether all characters beyond ASCII are in sequences, of which there are several.
    ///
    /// That is no accident.
    private(set) var isWholeLine = false
    /// Whether the line has sequences that only Vietnamese has.
    private let isVietnamese: Bool

    init(_ scalars: [Unicode.Scalar], page: Int) {
        self.scalars = scalars
        self.page = page
        let index = CodePageIndex.shared
        isVietnamese = scalars.indices.dropLast().contains { place in
            guard index.leads(scalars[place]) != 0,
                index.byte(of: scalars[place], in: page) == 0xE1,
                let second = index.byte(of: scalars[place + 1], in: page)
            else { return false }
            return second == 0xBA || second == 0xBB
        }
        isWholeLine = isWhole
    }

    private var isWhole: Bool {
        var (place, count) = (0, 0)
        while place < scalars.count {
            guard !scalars[place].isASCII else {
                place += 1
                continue
            }
            guard let lead = byte(at: place), lead >= 0xC2, lead < 0xF5 else { return false }
            let end = place + (lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4)
            for next in place + 1..<end {
                guard let byte = byte(at: next), byte & 0xC0 == 0x80 else { return false }
            }
            (place, count) = (end, count + 1)
        }
        return count > 1
    }

    /// The sequences that begin at a place, with the costs of what is odd about them; chained is one
    /// that stands behind another.
    func sequences(at place: Int, isChained: Bool) -> [DamagedSequence] {
        guard let lead = byte(at: place) else { return [] }
        let needed: Int
        switch lead {
        case 0xC2...0xDF: needed = 2
        case 0xE0...0xEF: needed = 3
        case 0xF0...0xF4: needed = 4
        default: return []
        }
        if lead == 0xED, let pair = surrogates(at: place) { return [pair] }
        var result: [DamagedSequence] = []
        var partial = Partial(bytes: [lead], end: place + 1)
        collect(&partial, needed, place, isChained, into: &result)
        // Where nothing is missing, nothing was dropped.
        let exact = result.filter(\.isExact)
        return exact.isEmpty ? Self.merged(result) : exact
    }

    /// The sequences, those that differ only in which byte was dropped as one.
    private static func merged(_ sequences: [DamagedSequence]) -> [DamagedSequence] {
        var result: [DamagedSequence] = []
        for sequence in sequences {
            let same = result.firstIndex {
                $0.lostCount > 0 && $0.lostCount == sequence.lostCount
                    && $0.length == sequence.length
            }
            if let same {
                result[same].readings += sequence.readings
                result[same].cost = min(result[same].cost, sequence.cost)
            } else {
                result.append(sequence)
            }
        }
        return result
    }

    /// A sequence of which some bytes are known.
    private struct Partial {
        /// The bytes; nil for one that was dropped.
        var bytes: [UInt8?]
        var end: Int
        var lost = 0
        var marks = 0
        var spaces = 0
        var cost = 0.0
    }

    private func byte(at place: Int) -> UInt8? {
        guard place < scalars.count else { return nil }
        return CodePageIndex.shared.byte(of: scalars[place], in: page)
    }

    /// Goes on with a sequence in every way that is possible.
    private func collect(
        _ partial: inout Partial, _ needed: Int, _ start: Int, _ isChained: Bool,
        into result: inout [DamagedSequence]
    ) {
        if partial.bytes.count == needed {
            if let found = finished(partial, start, isChained) { result.append(found) }
            return
        }
        let kept = partial
        if let next = byte(at: partial.end), next & 0xC0 == 0x80 {
            partial.bytes.append(next)
            partial.end += 1
            collect(&partial, needed, start, isChained, into: &result)
            partial = kept
        }
        if kept.end < scalars.count, kept.lost == 0 {
            switch scalars[kept.end] {
            case "\u{FFFD}", "?":
                // What could not be written was marked.
                partial.bytes.append(0x80)
                partial.cost += scalars[kept.end] == "?" ? 2 : 0.5
                partial.marks += 1
                partial.end += 1
                collect(&partial, needed, start, isChained, into: &result)
                partial = kept
            case " " where CodePage.all[page].signs[0x20] == 0xA0:
                // A no-break space was made a plain one.
                partial.bytes.append(0xA0)
                partial.cost += 0.8
                partial.spaces += 1
                partial.end += 1
                collect(&partial, needed, start, isChained, into: &result)
                partial = kept
            default: break
            }
        }
        let isMarked = kept.end < scalars.count && ["\u{FFFD}", "?"].contains(scalars[kept.end])
        guard !CodePage.all[page].lostBytes.isEmpty, !isMarked, kept.lost < 2, kept.marks == 0,
            kept.spaces == 0
        else { return }
        // Where nearly every character begins a sequence, as in Cyrillic, one alone says nothing.
        let isBare = kept.bytes.count == 1 && !isChained && CodePage.all[page].lostBytes.count < 3
        guard !isBare else { return }
        partial.bytes.append(nil)
        partial.cost += kept.lost == 0 ? 2 : 1
        partial.lost += 1
        collect(&partial, needed, start, isChained, into: &result)
        partial = kept
    }

    /// The sequence, once it has all its bytes; nil where they are none.
    private func finished(_ partial: Partial, _ start: Int, _ isChained: Bool) -> DamagedSequence? {
        let needed = partial.bytes.count
        // A long sequence does not come about by accident.
        var cost = partial.cost - [0, 0, 0, 2.2, 3.5][needed]
        if isWholeLine { cost -= 2 }
        // A page that has a sign for a byte does not leave a control character for it. Latin-1, which
        // does, counts as Windows-1252.
        if page > 0 {
            let signs = CodePage.all[page].signs
            for scalar in scalars[start..<partial.end]
            where (0x80...0x9F).contains(scalar.value) && signs[Int(scalar.value) - 0x80] != 0 {
                cost += 1
            }
        }
        let present = needed - partial.lost
        if partial.lost > 0 {
            if present == 1 { cost += isChained || isHalfLetter(at: start) ? 0.5 : 4 }
            if needed == 3 && present == 2 && !isChained { cost += 0.5 }
        }
        if partial.marks > 0 {
            return DamagedSequence(
                length: partial.end - start, readings: [["\u{FFFD}"]], cost: cost - 1.5)
        }
        var readings: [[Unicode.Scalar]] = []
        for bytes in completions(partial.bytes[...]) {
            guard let scalar = String(validating: bytes, as: UTF8.self)?.unicodeScalars.first
            else { continue }
            if partial.lost > 0, SignKind(of: scalar).rarity > 3 { continue }
            readings.append([scalar])
        }
        guard let first = readings.first else { return nil }
        if partial.spaces > 0, needed > 2 { cost += 2.5 }
        if partial.spaces > 0, first == ["à"] {
            cost -= 0.5
            if hasSpaceBehind(from: start, to: partial.end) { readings = [["à", " "]] }
        }
        if partial.spaces > 0, first == ["Š"], isWordStart(from: start, to: partial.end) {
            cost -= 2.4
        }
        // The blank that posts begin with.
        if partial.spaces > 0, first == ["\u{2800}"] { cost -= 3 }
        cost += lookAlikeCost(partial.bytes[0], from: start, to: partial.end, first)
        return DamagedSequence(
            length: partial.end - start, readings: readings,
            isExact: partial.lost == 0 && partial.spaces == 0, lostCount: partial.lost, cost: cost)
    }

    /// All ways to fill in what was dropped.
    private func completions(_ bytes: ArraySlice<UInt8?>) -> [[UInt8]] {
        guard let last = bytes.last else { return [[]] }
        let heads = completions(bytes.dropLast())
        guard let last else {
            return CodePage.all[page].lostBytes.flatMap { byte in heads.map { $0 + [byte] } }
        }
        return heads.map { $0 + [last] }
    }

    /// Tells whether the one space behind what was an `à` also stood for a space: an `à` is a word
    /// of its own, or the end of one, but for `às` and `àquele` in Portuguese and syllables in
    /// Vietnamese.
    private func hasSpaceBehind(from start: Int, to end: Int) -> Bool {
        guard end < scalars.count else { return true }
        let next = scalars[end...].prefix { $0.properties.isAlphabetic || $0.value == 0x27 }
        let word = String(String.UnicodeScalarView(next))
        if Self.portugueseTails.contains(word) { return false }
        if isVietnamese, start > 0, scalars[start - 1].isASCIILetter,
            Self.vietnameseTails.contains(word)
        {
            return false
        }
        return !next.isEmpty
    }

    /// Tells whether the rest of a word follows, and no unit of a number.
    private func isWordStart(from start: Int, to end: Int) -> Bool {
        guard end < scalars.count, SignKind(of: scalars[end]).sort == .small else { return false }
        let before = scalars[..<start].reversed().prefix(2).map { SignKind(of: $0) }
        return !(before.first?.isLetter ?? false) && !before.contains { $0.sort == .digit }
    }

    /// What sound text looks so often that damage must be told by more: signs of logic, drawn lines.
    private func lookAlikeCost(
        _ lead: UInt8?, from start: Int, to end: Int, _ reading: [Unicode.Scalar]
    ) -> Double {
        guard end - start == 2, let scalar = reading.first else { return 0 }
        let isAlone = start == 0 || scalars[start - 1].isASCII
        if CodePage.all[page].name == CodePage.macRoman.name, lead == 0xC2, isAlone { return 2.5 }
        let kind = SignKind(of: scalar)
        let isWord = start == 0 || !SignKind(of: scalars[start - 1]).isLetter
        if scalar == "ù", isWord, end == scalars.count || !SignKind(of: scalars[end]).isLetter {
            // No word is this letter alone, and `√π` is a number.
            return 4
        }
        if scalars[start..<end].allSatisfy({ SignKind(of: $0).sort == .box }), kind.script == .latin
        {
            return kind.rarity > 2 ? 12 : 4
        }
        // Whatever damages a letter damages the dashes and quotation marks of its line as well: where
        // one of them is sound, a single letter came from elsewhere, and who knows how.
        guard kind.isLetter, kind.script == .latin, scalars.count(where: { $0 == "Ã" }) == 1 else {
            return 0
        }
        return scalars.indices.contains(where: isSoundMark) ? 10 : 0
    }

    /// Tells whether a dash or a quotation mark stands here that is no part of a sequence.
    private func isSoundMark(at place: Int) -> Bool {
        guard "–—“”‘’„".unicodeScalars.contains(scalars[place]) else { return false }
        let (before, after) = (place - 1, place + 1)
        return (before < 0 || scalars[before].isASCII)
            && (after >= scalars.count || scalars[after].isASCII)
    }

    /// Tells whether an `Ã` stands before a small letter: what is left of many another letter.
    private func isHalfLetter(at place: Int) -> Bool {
        guard scalars[place] == "Ã", place + 1 < scalars.count else { return false }
        return SignKind(of: scalars[place + 1]).sort == .small
    }

    private static let portugueseTails: Set = ["s", "quele", "queles", "quela", "quelas", "quilo"]
    private static let vietnameseTails: Set = ["i", "o", "u", "y", "m", "n", "ng", "nh", "c", "t"]

    /// Two halves of a pair of UTF-16 that were written as if they were characters.
    private func surrogates(at place: Int) -> DamagedSequence? {
        let bytes = (place..<place + 6).compactMap(byte(at:))
        guard bytes.count == 6, bytes[3] == 0xED, (0xA0...0xAF).contains(bytes[1]),
            (0xB0...0xBF).contains(bytes[4]), bytes[2] & 0xC0 == 0x80, bytes[5] & 0xC0 == 0x80
        else { return nil }
        let high = (UInt32(bytes[1] & 0x0F) << 6) | UInt32(bytes[2] & 0x3F)
        let low = (UInt32(bytes[4] & 0x0F) << 6) | UInt32(bytes[5] & 0x3F)
        return Unicode.Scalar(0x10000 + ((high << 10) | low)).map {
            DamagedSequence(length: 6, readings: [[$0]], cost: -4)
        }
    }
}
