/// A text in Markdown, cut into the pieces that are changed as a whole.
///
/// Words are pieces, and so are links, code spans, tags and addresses: half a link of one side and
/// half of the other side would be a link that nobody wrote. White space and line ends are pieces
/// of their own, so that the pieces together are the text, byte for byte.
struct ProseTokens {
    /// What a piece is.
    enum Kind: UInt8 {
        /// A word, or one character of a script that does not put spaces between words.
        case word
        /// A link, a code span, a tag, an address, an escape or an entity.
        case atom
        /// A punctuation mark or a run of the same one.
        case mark
        /// Spaces and tabs.
        case space
        /// One end of a line.
        case lineEnd
    }

    /// The text.
    let bytes: [UInt8]
    /// Where each piece begins, and where the last one ends.
    private(set) var starts: [Int] = []
    private(set) var kinds: [Kind] = []

    /// The number of pieces.
    var count: Int { kinds.count }

    init(_ text: String) {
        bytes = Array(text.utf8)
        var scanner = ProseScanner(bytes)
        while let next = scanner.next() {
            starts.append(next.start)
            kinds.append(next.kind)
        }
        starts.append(bytes.count)
    }

    /// The bytes of a piece.
    subscript(index: Int) -> ArraySlice<UInt8> { bytes[starts[index]..<starts[index + 1]] }

    /// The bytes of a run of pieces.
    subscript(range: Range<Int>) -> ArraySlice<UInt8> {
        bytes[starts[range.lowerBound]..<starts[range.upperBound]]
    }

    /// Tells whether a piece carries meaning of its own.
    func isWord(_ index: Int) -> Bool { kinds[index] == .word || kinds[index] == .atom }

    /// Tells whether a piece is white space.
    func isSpace(_ index: Int) -> Bool { kinds[index] == .space || kinds[index] == .lineEnd }

    /// Tells whether a piece may end a sentence.
    func endsSentence(_ index: Int) -> Bool {
        kinds[index] == .mark && Self.sentenceEnds.contains(Array(self[index]))
    }

    private static let sentenceEnds: Set<[UInt8]> = Set(
        [".", "!", "?", ";", "...", "。", "！", "？", "；"].map { Array($0.utf8) })
}

/// Numbers for the pieces of several texts: the same for the same bytes.
struct ProseNumbering {
    private var numbers: [UInt64: Int] = [:]
    private var pieces: [ArraySlice<UInt8>] = []

    /// How many different pieces there are.
    var count: Int { pieces.count }

    /// Returns the numbers of the pieces of a text.
    mutating func numbers(of tokens: ProseTokens) -> [Int] {
        (0..<tokens.count).map { number(of: tokens[$0]) }
    }

    private mutating func number(of piece: ArraySlice<UInt8>) -> Int {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in piece { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
        while let number = numbers[hash] {
            if pieces[number] == piece { return number }
            hash &+= 1
        }
        numbers[hash] = pieces.count
        pieces.append(piece)
        return pieces.count - 1
    }
}
