/// Text in pieces that each have a look, to be broken into lines.
struct StyledText {
    /// A run of text with one look.
    private struct Piece {
        var text: String
        let role: Style.Role?
    }

    private var pieces: [Piece] = []

    init(_ text: String = "", _ role: Style.Role? = nil) { append(text, role) }

    mutating func append(_ text: String, _ role: Style.Role? = nil) {
        if !text.isEmpty { pieces.append(Piece(text: text, role: role)) }
    }

    mutating func append(_ text: StyledText) { pieces += text.pieces }

    static func + (first: StyledText, second: StyledText) -> StyledText {
        var sum = first
        sum.append(second)
        return sum
    }

    /// How many columns of a terminal a text takes.
    static func columns(of text: some StringProtocol) -> Int {
        text.unicodeScalars.reduce(0) { $0 + SourceSnippet.columns(of: $1) }
    }

    /// Returns the text in lines of at most so many columns, each with its line break.
    ///
    /// Lines are broken at spaces; a word that is longer than a line is broken where it has to be.
    /// The first line is indented by other blanks than those that hang below it.
    func lines(_ style: Style, width: Int, indent: Int, hanging: Int) -> String {
        var (result, line) = ("", [Piece]())
        var (margin, filled) = (indent, 0)
        func finish() {
            while let last = line.last, last.text.allSatisfy({ $0 == " " }) || last.text.last == " "
            {
                line[line.count - 1].text.removeLast()
                if line[line.count - 1].text.isEmpty { line.removeLast() }
            }
            result += String(repeating: " ", count: margin)
            for piece in line {
                result += piece.role.map { style.text(piece.text, $0) } ?? piece.text
            }
            result += "\n"
            (line, margin, filled) = ([], hanging, 0)
        }
        func add(_ text: String, _ role: Style.Role?, _ columns: Int) {
            filled += columns
            if line.last?.role == role, !line.isEmpty {
                line[line.count - 1].text += text
            } else {
                line.append(Piece(text: text, role: role))
            }
        }
        for word in words {
            let columns = word.reduce(0) { $0 + Self.columns(of: $1.text) }
            let space = max(8, width - margin)
            if word.first?.text.first == " " {
                // A blank at the end of a line is none at the start of the next one.
                if filled + columns < space, filled > 0 { add(" ", word.first?.role, columns) }
                continue
            }
            if filled > 0, filled + columns > space {
                finish()
            }
            let isLong = columns > max(8, width - margin)
            for piece in word {
                for part in Self.parts(of: piece.text, space: max(8, width - margin)) {
                    let more = Self.columns(of: part)
                    if isLong, filled > 0, filled + more > max(8, width - margin) { finish() }
                    add(part, piece.role, more)
                }
            }
        }
        finish()
        return result
    }

    /// The words and the blanks between them, each in its pieces.
    private var words: [[Piece]] {
        var words: [[Piece]] = []
        var isOpen = false
        for piece in pieces {
            for part in piece.text.split(separator: " ", omittingEmptySubsequences: false)
                .enumerated()
            {
                if part.offset > 0 {
                    words.append([Piece(text: " ", role: piece.role)])
                    isOpen = false
                }
                if part.element.isEmpty { continue }
                let fragment = Piece(text: String(part.element), role: piece.role)
                if isOpen {
                    words[words.count - 1].append(fragment)
                } else {
                    words.append([fragment])
                }
                isOpen = true
            }
        }
        return words
    }

    private static func parts(of text: String, space: Int) -> [String] {
        guard columns(of: text) > space else { return [text] }
        var (parts, part, filled) = ([String](), "", 0)
        for character in text {
            let columns = columns(of: String(character))
            if filled + columns > space {
                parts.append(part)
                (part, filled) = ("", 0)
            }
            part.append(character)
            filled += columns
        }
        return parts + [part]
    }
}
