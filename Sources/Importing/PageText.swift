internal import Formats
internal import Layouts

/// The text of a page as a reader of Markdown is to see it: what a visitor never sees taken out,
/// and every line still known by its place in the source.
///
/// Jekyll runs Liquid before Markdown, and kramdown knows comments and attribute lists that
/// GitHub's Markdown does not; both would end up as words.
struct PageText {
    /// The lines of the text, with their places in the files.
    let lines: SourceLines
    /// The text.
    let text: String
    /// What was taken out.
    let drops: [DroppedText]
    /// The widgets whose scripts were taken out.
    let scripts: [String]

    /// Takes out of a text what is not its own words.
    init(_ lines: SourceLines) {
        var cleaning = PageCleaning(lines)
        cleaning.run()
        cleaning.dropStrayEnds()
        let whole = String(decoding: cleaning.result, as: UTF8.self)
        let text = LinkDefinitions.resolved(in: BareAddresses.parted(in: whole))
        self.lines = RawHTML.normalized(lines.replacingText(text))
        self.text = self.lines.text
        drops = cleaning.drops
        scripts = cleaning.scripts
    }
}

/// One pass over the bytes of a page.
private struct PageCleaning {
    let lines: SourceLines
    private let bytes: [UInt8]
    private var position = 0
    private var line = 0
    private(set) var result: [UInt8] = []
    private(set) var drops: [DroppedText] = []
    private(set) var scripts: [String] = []
    /// The fence of the code block that is open.
    private var fence: [UInt8]?
    /// Endings that do not stand behind a place, so that nobody looks for them twice.
    private var missing: Set<String> = []

    init(_ lines: SourceLines) {
        self.lines = lines
        bytes = Array(lines.text.utf8)
        result.reserveCapacity(bytes.count)
    }

    mutating func run() {
        while position < bytes.count {
            if isAtLineStart, readFence() { continue }
            if fence == nil, readSpecial() { continue }
            copy()
        }
    }

    /// Takes end tags out that nothing opened.
    mutating func dropStrayEnds() {
        var (kept, start): ([UInt8], Int) = ([], 0)
        var line = 0
        for range in RawHTML.strayEnds(in: result) {
            line += result[start..<range.lowerBound].count { $0 == 0x0A }
            let place = lines.place(of: line)
            drops.append(
                DroppedText(
                    .markup, String(decoding: result[range], as: UTF8.self), file: place.file,
                    line: place.line))
            kept += result[start..<range.lowerBound]
            start = range.upperBound
        }
        kept += result[start...]
        result = kept
    }

    private var isAtLineStart: Bool { position == 0 || bytes[position - 1] == 0x0A }

    private mutating func copy() {
        if bytes[position] == 0x0A { line += 1 }
        result.append(bytes[position])
        position += 1
    }

    /// Copies the line of a fence around code.
    private mutating func readFence() -> Bool {
        var start = position
        while start < bytes.count, bytes[start] == 0x20, start - position < 3 { start += 1 }
        guard start + 2 < bytes.count, bytes[start] == 0x60 || bytes[start] == 0x7E else {
            return false
        }
        let run = bytes[start...].prefix { $0 == bytes[start] }
        guard run.count >= 3 else { return false }
        if let open = fence {
            if run.first == open.first, run.count >= open.count { fence = nil }
        } else {
            fence = Array(run)
        }
        while position < bytes.count, bytes[position] != 0x0A { copy() }
        if position < bytes.count { copy() }
        return true
    }

    /// Reads what begins here and is no text; false where it is text.
    private mutating func readSpecial() -> Bool {
        switch bytes[position] {
        case UInt8(ascii: "`"): return readCode()
        case UInt8(ascii: "<"): return readHTML()
        case UInt8(ascii: "{"): return readBraces()
        case UInt8(ascii: "["): return isAtLineStart && readCommentLink()
        case UInt8(ascii: " "), 0x09: return false
        default: return false
        }
    }

    /// Copies a code span that ends in its paragraph.
    private mutating func readCode() -> Bool {
        let run = bytes[position...].prefix { $0 == 0x60 }.count
        var end = position + run
        var length = 0
        while end < bytes.count {
            if bytes[end] == 0x0A, end + 1 < bytes.count, bytes[end + 1] == 0x0A { return false }
            length = bytes[end] == 0x60 ? length + 1 : 0
            end += 1
            if length == run, end == bytes.count || bytes[end] != 0x60 { break }
        }
        guard length == run else {
            for _ in 0..<run { copy() }
            return true
        }
        while position < end { copy() }
        return true
    }

    private mutating func readHTML() -> Bool {
        if starts(with: "<!--") {
            guard let end = find("-->", from: position + 4) else { return false }
            return drop(.comment, to: end)
        }
        for (name, reason) in Self.hidden where starts(with: "<" + name, ignoringCase: true) {
            let next = position + 1 + name.utf8.count
            guard next < bytes.count, !Self.isNameByte(bytes[next]) else { continue }
            guard let end = find("</" + name + ">", from: next, ignoringCase: true) else {
                continue
            }
            if reason == .script || reason == .widget {
                scripts.append(String(decoding: bytes[position..<end], as: UTF8.self))
            }
            return drop(reason, to: end)
        }
        guard let (name, end) = tag() else { return false }
        // An element that no page of ours may have would end up as text.
        guard HTMLText.allowsElement(name) else {
            let isClosing = bytes[position + 1] == UInt8(ascii: "/")
            _ = drop(Self.players.contains(name) ? .widget : .markup, to: end)
            // An element that arranges others stays one, so that what it holds stays together.
            if Self.arrangements.contains(name) {
                result += Array((isClosing ? "</div>" : "<div>").utf8)
            }
            return true
        }
        return false
    }

    /// The name of the tag that begins here, and where it ends.
    private func tag() -> (name: String, end: Int)? {
        var start = position + 1
        if start < bytes.count, bytes[start] == UInt8(ascii: "/") { start += 1 }
        let name = bytes[min(start, bytes.count)...].prefix { Self.isNameByte($0) }
        guard let first = name.first, !(0x30...0x39).contains(first), first != 0x2D else {
            return nil
        }
        var index = start + name.count
        guard index < bytes.count, bytes[index] <= 0x20 || "/>".utf8.contains(bytes[index]) else {
            return nil
        }
        while index < bytes.count, bytes[index] != UInt8(ascii: ">") {
            if bytes[index] == 0x0A, index + 1 < bytes.count, bytes[index + 1] == 0x0A {
                return nil
            }
            index += 1
        }
        guard index < bytes.count else { return nil }
        return (String(decoding: name, as: UTF8.self).lowercased(), index + 1)
    }

    private static let arrangements: Set<String> = [
        "article", "header", "footer", "main", "aside", "nav", "form", "fieldset", "picture",
    ]
    private static let players: Set<String> = ["video", "audio", "embed", "object", "source"]

    private static let hidden: [(String, DroppedText.Reason)] = [
        ("script", .script), ("style", .style), ("noscript", .script), ("template", .markup),
        ("svg", .markup), ("iframe", .widget), ("title", .markup), ("head", .markup),
    ]

    private static func isNameByte(_ byte: UInt8) -> Bool {
        Unicode.Scalar(byte).properties.isAlphabetic || (0x30...0x39).contains(byte)
            || byte == UInt8(ascii: "-")
    }

    private mutating func readBraces() -> Bool {
        guard position + 1 < bytes.count else { return false }
        switch bytes[position + 1] {
        case UInt8(ascii: "%"):
            guard let end = find("%}", from: position + 2) else { return false }
            let tag = content(2, to: end, 2)
            let word = tag.split(whereSeparator: { $0.isWhitespace || $0 == "-" }).first ?? ""
            if word == "comment" {
                let close = findTag("endcomment", from: end) ?? end
                return drop(.comment, to: close)
            }
            return drop(.liquid, to: end)
        case UInt8(ascii: "{"):
            guard let end = find("}}", from: position + 2) else { return false }
            if LiquidOutput.isPrefix(content(2, to: end, 2)) {
                position = end
                return true
            }
            if let text = LiquidOutput.path(content(2, to: end, 2)) {
                result += Array(text.utf8)
                position = end
                return true
            }
            return drop(.liquid, to: end)
        case UInt8(ascii: ":"):
            if starts(with: "{::comment}") {
                let end = find("{:/comment}", from: position) ?? find("{:/}", from: position)
                return drop(.comment, to: end ?? bytes.count)
            }
            guard let end = find("}", from: position + 2, onOneLine: true) else { return false }
            return drop(.markup, to: end)
        case UInt8(ascii: "#"):
            // The id of a heading stands at its end.
            guard let end = find("}", from: position + 2, onOneLine: true),
                bytes[end...].prefix(while: { $0 != 0x0A }).allSatisfy({ $0 == 0x20 || $0 == 0x0D })
            else { return false }
            return drop(.markup, to: end)
        default: return false
        }
    }

    /// `[//]: # (words)`, a comment for people who want none in the page.
    private mutating func readCommentLink() -> Bool {
        let isComment = starts(with: "[//]:") || starts(with: "[comment]:", ignoringCase: true)
        guard isComment else { return false }
        var end = position
        while end < bytes.count, bytes[end] != 0x0A { end += 1 }
        return drop(.comment, to: end)
    }

    /// Leaves out what stands from here to a place; its line ends stay.
    private mutating func drop(_ reason: DroppedText.Reason, to end: Int) -> Bool {
        let text = String(decoding: bytes[position..<end], as: UTF8.self)
        let place = lines.place(of: line)
        drops.append(DroppedText(reason, text, file: place.file, line: place.line))
        let lineEnds = bytes[position..<end].count { $0 == 0x0A }
        result += [UInt8](repeating: 0x0A, count: lineEnds)
        line += lineEnds
        position = end
        return true
    }

    private func content(_ head: Int, to end: Int, _ tail: Int) -> String {
        guard position + head <= end - tail else { return "" }
        return String(decoding: bytes[(position + head)..<(end - tail)], as: UTF8.self)
    }

    private mutating func findTag(_ name: String, from start: Int) -> Int? {
        var from = start
        while let open = find("{%", from: from), let close = find("%}", from: open) {
            let tag = String(decoding: bytes[open..<(close - 2)], as: UTF8.self)
            if tag.split(whereSeparator: { $0.isWhitespace || $0 == "-" }).first == name[...] {
                return close
            }
            from = close
        }
        return nil
    }

    private func starts(with text: String, ignoringCase: Bool = false) -> Bool {
        matches(text, at: position, ignoringCase: ignoringCase)
    }

    private func matches(_ text: String, at start: Int, ignoringCase: Bool) -> Bool {
        guard start + text.utf8.count <= bytes.count else { return false }
        var index = start
        for byte in text.utf8 {
            var found = bytes[index]
            if ignoringCase, (0x41...0x5A).contains(found) { found |= 0x20 }
            guard found == byte else { return false }
            index += 1
        }
        return true
    }

    /// Where a text ends that stands behind a place, nil where it does not.
    private mutating func find(
        _ text: String, from start: Int, ignoringCase: Bool = false, onOneLine: Bool = false
    ) -> Int? {
        guard !missing.contains(text) else { return nil }
        var index = start
        while index + text.utf8.count <= bytes.count {
            if matches(text, at: index, ignoringCase: ignoringCase) {
                return index + text.utf8.count
            }
            if onOneLine, bytes[index] == 0x0A { return nil }
            index += 1
        }
        if !onOneLine { missing.insert(text) }
        return nil
    }
}
