internal import RecordModel

/// A line of a file as a terminal shows it, with marks under what a finding is about.
///
/// Of a long line only the part around the marks is shown.
struct SourceSnippet {
    /// The part of the line that is shown, without control characters.
    let line: String
    /// Blanks up to the marks, as wide as what stands above them.
    let margin: String
    /// The width of the marks in columns, at least one.
    let width: Int

    /// The longest line that is shown whole, in Unicode scalars.
    private static let limit = 100

    init(_ text: String, column: Int) {
        let scalars = Array(text.unicodeScalars)
        let first = min(max(0, column - 1), scalars.count)
        let last = min(
            scalars.count, first + SourceSpan.length(in: text, from: column))
        var start = 0
        if scalars.count > Self.limit {
            let before = max(10, (Self.limit - (last - first)) / 2)
            start = max(0, min(first - before, scalars.count - Self.limit))
        }
        let end = min(scalars.count, start + Self.limit)
        var (line, margin, width) = (start > 0 ? "…" : "", start > 0 ? " " : "", 0)
        for (index, scalar) in zip(start..., scalars[start..<end]) {
            let shown = VisibleText.of(String(scalar))
            line += shown
            let columns = shown.unicodeScalars.reduce(0) { $0 + Self.columns(of: $1) }
            if index < first {
                // A tab stays a tab in both lines, so that the marks stand where they should.
                margin += scalar == "\t" ? "\t" : String(repeating: " ", count: columns)
            } else if index < last {
                width += columns
            }
        }
        self.line = end < scalars.count ? line + "…" : line
        self.margin = margin
        self.width = max(1, width)
    }

    /// How many columns a character takes: Han, kana, hangul and emoji two, marks that join the
    /// character before them none.
    static func columns(of scalar: Unicode.Scalar) -> Int {
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
            0xFE30...0xFE4F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF,
            0x20000...0x3FFFD:
            2
        case 0x300...0x36F, 0x200B...0x200F, 0xFE00...0xFE0F: 0
        default: 1
        }
    }
}
