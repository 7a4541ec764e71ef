internal import Formats

/// Turns Markdown of a record into the HTML of a page.
enum PlainMarkup {
    /// The safe HTML of a piece of Markdown: its headings come below a level and in order, and
    /// links to files of the profile are ready for the root that templates put before them.
    ///
    /// Only tags hold `<` and quotes here, words have them as entities, so bytes are enough to
    /// tell the two apart.
    static func html(of markdown: String, below level: Int) -> String {
        let html = Markdown(markdown).html()
        guard mayNeedChange(html) else { return html }
        let source = Array(html.utf8)
        let levels = headingLevels(in: source, below: level)
        var result: [UInt8] = []
        result.reserveCapacity(source.count)
        var rest = source[...]
        while let byte = rest.first {
            if byte == UInt8(ascii: "<"), let heading = headingLevel(atStartOf: rest) {
                result += rest[rest.startIndex..<heading.position]
                result.append(UInt8(ascii: "0") + UInt8(levels[heading.level] ?? heading.level))
                rest = rest[(heading.position + 1)...]
            } else if byte == UInt8(ascii: "="),
                let path = ["=\"/assets/", "=\"./assets/"].first(where: {
                    rest.starts(with: $0.utf8)
                })
            {
                result += PlainAsset.opening
                rest = rest.dropFirst(path.utf8.count)
            } else {
                result.append(byte)
                rest.removeFirst()
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// Tells, of most texts, that there is no heading and no link within the site in some HTML.
    private static func mayNeedChange(_ html: String) -> Bool {
        let bytes = html.utf8.span
        for position in bytes.indices.dropLast(2) {
            switch bytes[position] {
            case UInt8(ascii: "<"):
                let next = bytes[position + 1]
                let letter = next == UInt8(ascii: "/") ? bytes[position + 2] : next
                if letter == UInt8(ascii: "h") { return true }
            case UInt8(ascii: "="):
                let mark = bytes[position + 2]
                if mark == UInt8(ascii: "/") || mark == UInt8(ascii: ".") { return true }
            default: break
            }
        }
        return false
    }

    /// The new level of each level that is used: the highest one comes right below the section's.
    private static func headingLevels(in source: [UInt8], below level: Int) -> [Int: Int] {
        var used: Set<Int> = []
        for position in source.indices where source[position] == UInt8(ascii: "<") {
            if let heading = headingLevel(atStartOf: source[position...]) {
                used.insert(heading.level)
            }
        }
        var levels: [Int: Int] = [:]
        for (rank, old) in used.sorted().enumerated() { levels[old] = min(6, level + 1 + rank) }
        return levels
    }

    /// The level of the heading whose tag starts some bytes, with the place of its digit.
    private static func headingLevel(
        atStartOf bytes: ArraySlice<UInt8>
    ) -> (level: Int, position: Int)? {
        guard let name = ["<h", "</h"].first(where: { bytes.starts(with: $0.utf8) }) else {
            return nil
        }
        let position = bytes.startIndex + name.utf8.count
        guard position + 1 < bytes.endIndex,
            (UInt8(ascii: "1")...UInt8(ascii: "6")).contains(bytes[position]),
            [UInt8(ascii: ">"), UInt8(ascii: " ")].contains(bytes[position + 1])
        else { return nil }
        return (Int(bytes[position] - UInt8(ascii: "0")), position)
    }
}
