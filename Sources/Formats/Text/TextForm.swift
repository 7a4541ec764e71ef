/// How a text is stored, apart from its lines: what a program changes without its person.
public struct TextForm: Hashable, Sendable {
    /// Whether a byte order mark comes first.
    private var hasMark = false
    /// Whether every line ends in a carriage return and a line feed.
    private var breaksWithReturn = false
    /// Whether the last line is ended.
    private(set) var isEnded = true

    private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// Reads the form off a text; a text that mixes line ends keeps them as part of its lines.
    public init(of bytes: [UInt8]) {
        hasMark = bytes.starts(with: Self.mark)
        isEnded = bytes.last == 0x0A || bytes.count == (hasMark ? 3 : 0)
        guard let first = bytes.firstIndex(of: 0x0A), first > 0, bytes[first - 1] == 0x0D else {
            return
        }
        breaksWithReturn = bytes.indices.allSatisfy { index in
            switch bytes[index] {
            case 0x0A: index > 0 && bytes[index - 1] == 0x0D
            case 0x0D: index + 1 < bytes.count && bytes[index + 1] == 0x0A
            default: true
            }
        }
    }

    /// Merges the forms of three texts: what one side changed is taken.
    public init(base: TextForm, ours: TextForm, theirs: TextForm) {
        func merged(_ property: KeyPath<TextForm, Bool>) -> Bool {
            ours[keyPath: property] == base[keyPath: property]
                ? theirs[keyPath: property] : ours[keyPath: property]
        }
        hasMark = merged(\.hasMark)
        breaksWithReturn = merged(\.breaksWithReturn)
        isEnded = merged(\.isEnded)
    }

    /// The same form with the last line ended, or not.
    func ended(_ isEnded: Bool) -> TextForm {
        var form = self
        form.isEnded = isEnded
        return form
    }

    /// Returns the lines of a text of this form, each without its end.
    public func lines(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
        var content = bytes[(hasMark ? 3 : 0)...]
        if isEnded { content = content.dropLast(breaksWithReturn ? 2 : 1) }
        guard bytes.count > (hasMark ? 3 : 0) else { return [] }
        var lines: [ArraySlice<UInt8>] = []
        var start = content.startIndex
        while let end = content[start...].firstIndex(of: 0x0A) {
            lines.append(content[start..<(breaksWithReturn ? end - 1 : end)])
            start = end + 1
        }
        lines.append(content[start...])
        return lines
    }

    /// Returns a text of lines, stored in this form.
    public func text(of lines: [ArraySlice<UInt8>]) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(lines.reduce(8) { $0 + $1.count + 2 })
        if hasMark { bytes += Self.mark }
        for (number, line) in lines.enumerated() {
            bytes += line
            guard number < lines.count - 1 || isEnded else { break }
            if breaksWithReturn { bytes.append(0x0D) }
            bytes.append(0x0A)
        }
        return bytes
    }

    /// Returns lines with nothing but a line feed behind each.
    public static func plain(_ lines: [ArraySlice<UInt8>]) -> [UInt8] {
        lines.flatMap { $0 + [0x0A] }
    }
}
