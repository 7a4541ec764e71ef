/// The bytes of a text, so that words can be looked for whatever their case.
struct ByteText {
    /// The bytes, letters of the basic alphabet in lower case.
    let bytes: [UInt8]

    init(_ text: String) { bytes = text.utf8.map(KeywordScan.folded) }

    init(bytes: [UInt8]) { self.bytes = bytes }

    /// The position of the first occurrence of a word, given in lower case, from a position on.
    func position(of word: String, from start: Int = 0) -> Int? {
        let searched = Array(word.utf8)
        guard let first = searched.first else { return nil }
        var position = start
        while position + searched.count <= bytes.count {
            if bytes[position] == first, bytes[position...].starts(with: searched) {
                return position
            }
            position += 1
        }
        return nil
    }

    /// The positions of all occurrences of a word, given in lower case.
    func positions(of word: String) -> [Int] {
        var result: [Int] = []
        var start = 0
        while let found = position(of: word, from: start) {
            result.append(found)
            start = found + word.utf8.count
        }
        return result
    }

    /// The bytes from a position on, as long as a condition holds, as text.
    func run(from start: Int, while isIn: (UInt8) -> Bool) -> String {
        String(decoding: bytes[min(start, bytes.count)...].prefix(while: isIn), as: UTF8.self)
    }

    /// The byte at a position, nil outside of the text.
    subscript(position: Int) -> UInt8? {
        bytes.indices.contains(position) ? bytes[position] : nil
    }
}

extension LintText {
    /// The text as bytes, letters in lower case.
    var folded: ByteText { ByteText(content) }

    /// The text as bytes as they are, with spaces for what no reader of a Markdown page sees as
    /// prose: comments and code.
    var prose: ByteText {
        var bytes = Array(content.utf8)
        guard kind == .markdown else { return ByteText(bytes: bytes) }
        Self.blank(&bytes, from: "<!--", to: "-->")
        Self.blank(&bytes, from: "```", to: "```")
        Self.blank(&bytes, from: "<style", to: "</style>", isInner: true)
        Self.blank(&bytes, from: "<script", to: "</script>", isInner: true)
        Self.blank(&bytes, from: "`", to: "`")
        return ByteText(bytes: bytes)
    }

    /// The same, with letters in lower case.
    var foldedProse: ByteText { ByteText(bytes: prose.bytes.map(KeywordScan.folded)) }

    private static func blank(
        _ bytes: inout [UInt8], from opening: String, to closing: String, isInner: Bool = false
    ) {
        let text = ByteText(bytes: bytes.map(KeywordScan.folded))
        var start = 0
        while let first = text.position(of: opening, from: start) {
            var inner = first + opening.utf8.count
            // What is left out of an element is its content, not its attributes.
            if isInner { inner = text.position(of: ">", from: inner) ?? text.bytes.count }
            guard let last = text.position(of: closing, from: inner) else { return }
            let end = last + closing.utf8.count
            for position in isInner ? inner..<last : first..<end
            where bytes[position] != UInt8(ascii: "\n") {
                bytes[position] = UInt8(ascii: " ")
            }
            start = end
        }
    }
}
