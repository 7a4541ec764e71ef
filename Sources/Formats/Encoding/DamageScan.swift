/// Looks for lines that may be damaged, at one look at each byte.
struct DamageScan {
    /// One line that has characters beyond ASCII.
    struct Line {
        /// From 1.
        let number: Int
        /// Where it stands, in bytes, without its line end.
        let range: Range<Int>
        /// The code pages in which it has a sequence that may be meant.
        var pages: CodePageIndex.PageSet
        /// Whether it has what no page has: control characters from 128 on.
        var hasControls: Bool
    }

    /// The lines with characters beyond ASCII, if any of them may be damaged; else none.
    let lines: [Line]

    init(_ text: String) {
        var text = text
        lines = text.withUTF8 { bytes in
            var result: [Line] = []
            var line = LineScan()
            var (place, start, number) = (0, 0, 1)
            var isSuspicious = false
            while place < bytes.count {
                let byte = bytes[place]
                if byte < 0x80 {
                    if line.wasWide { line.add(Unicode.Scalar(byte)) }
                    place += 1
                    guard byte == 0x0A else { continue }
                    if line.hasWide {
                        result.append(line.line(number, start..<place - 1))
                        isSuspicious = isSuspicious || line.isSuspicious
                        line = LineScan()
                    }
                    (start, number) = (place, number + 1)
                } else if byte < 0xE0 {
                    let value = (UInt32(byte & 0x1F) << 6) | UInt32(bytes[place + 1] & 0x3F)
                    line.add(Unicode.Scalar(value) ?? "\u{FFFD}")
                    place += 2
                } else if byte >= 0xE3, byte != 0xEF {
                    // No page has a character of these.
                    line.skip()
                    place += byte < 0xF0 ? 3 : 4
                } else {
                    let value =
                        (UInt32(byte & 0x0F) << 12) | (UInt32(bytes[place + 1] & 0x3F) << 6)
                        | UInt32(bytes[place + 2] & 0x3F)
                    line.add(Unicode.Scalar(value) ?? "\u{FFFD}")
                    place += 3
                }
            }
            if line.hasWide {
                result.append(line.line(number, start..<bytes.count))
                isSuspicious = isSuspicious || line.isSuspicious
            }
            return isSuspicious ? result : []
        }
    }
}

/// What was seen of one line.
struct LineScan {
    private(set) var hasWide = false
    private(set) var wasWide = false
    private var pages: CodePageIndex.PageSet = 0
    private var hasControls = false
    private var previous: Unicode.Scalar = " "
    private var beforePrevious: Unicode.Scalar = " "
    private var open: CodePageIndex.PageSet = 0
    private var longOpen: CodePageIndex.PageSet = 0

    var isSuspicious: Bool { pages != 0 || hasControls }

    func line(_ number: Int, _ range: Range<Int>) -> DamageScan.Line {
        DamageScan.Line(number: number, range: range, pages: pages, hasControls: hasControls)
    }

    /// Goes on with a character beyond the basic plane, which no page has.
    mutating func skip() {
        (hasWide, wasWide) = (true, false)
        (open, longOpen) = (0, 0)
    }

    /// Goes on with a character.
    @inline(__always)
    mutating func add(_ scalar: Unicode.Scalar) {
        let index = CodePageIndex.shared
        guard scalar.value >= 0x80 else {
            // What is left of a letter whose second half was made a space, or dropped.
            if previous == "Ã", scalar == " " || scalar.value >= 0x61 { pages |= open }
            (open, longOpen, wasWide, previous) = (0, 0, false, scalar)
            return
        }
        (hasWide, wasWide) = (true, true)
        let met = index.continuations(scalar)
        let (pairs, triples) = (open & met, longOpen & met)
        longOpen = 0
        if triples != 0 { judgeTriple(scalar, triples) }
        if pairs != 0 { judgePair(scalar, pairs) }
        if scalar.value < 0xA0 { hasControls = true }
        if scalar.value == 0xFFFD { pages |= open }
        (beforePrevious, previous) = (previous, scalar)
        open = index.leads(scalar)
    }

    /// Goes on with a character, whatever plane it is of.
    mutating func add(wide scalar: Unicode.Scalar) {
        if scalar.value > 0xFFFF { skip() } else { add(scalar) }
    }

    /// Looks closer at two characters that may be a sequence, or the beginning of one.
    private mutating func judgePair(_ scalar: Unicode.Scalar, _ met: CodePageIndex.PageSet) {
        let index = CodePageIndex.shared
        for page in CodePage.all.indices where met & (1 << UInt16(page)) != 0 {
            guard let first = index.byte(of: previous, in: page),
                let second = index.byte(of: scalar, in: page)
            else { continue }
            let isLossy = !CodePage.all[page].lostBytes.isEmpty
            let isMeant: Bool
            switch first {
            case 0xC2...0xDF:
                let value = (UInt32(first & 0x1F) << 6) | UInt32(second & 0x3F)
                isMeant = Unicode.Scalar(value).map { SignKind(of: $0).rarity < 3 } ?? false
            case 0xF0...0xF4: isMeant = second == 0x9F
            case 0xE2: isMeant = isLossy && second < 0xA0
            case 0xEF: isMeant = isLossy && second >= 0xAC
            default: isMeant = false
            }
            if isMeant {
                pages |= 1 << UInt16(page)
            } else if (0xE0...0xEF).contains(first) {
                longOpen |= 1 << UInt16(page)
            }
        }
    }

    /// Looks closer at three characters that may be a sequence.
    private mutating func judgeTriple(_ scalar: Unicode.Scalar, _ met: CodePageIndex.PageSet) {
        let index = CodePageIndex.shared
        for page in CodePage.all.indices where met & (1 << UInt16(page)) != 0 {
            guard let first = index.byte(of: beforePrevious, in: page),
                let second = index.byte(of: previous, in: page),
                let third = index.byte(of: scalar, in: page)
            else { continue }
            let value =
                (UInt32(first & 0x0F) << 12) | (UInt32(second & 0x3F) << 6) | UInt32(third & 0x3F)
            // A half of a pair of UTF-16 is no character; written so, it is damage all the same.
            let rarity = Unicode.Scalar(value).map { SignKind(of: $0).rarity } ?? 0
            if value >= 0x800, rarity < 3.5 { pages |= 1 << UInt16(page) }
        }
    }
}
