/// Looking ahead. A page of nothing but beginnings must not be searched to its end for each.
extension PageCleaning {
    /// From where a text was looked for, and where it ends.
    struct Search {
        let start: Int
        /// Nil where the text does not stand behind the start.
        let end: Int?
        /// Up to where it was looked for.
        let limit: Int
    }

    func starts(with text: String, ignoringCase: Bool = false) -> Bool {
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
    mutating func find(
        _ text: String, from start: Int, ignoringCase: Bool = false, onOneLine: Bool = false
    ) -> Int? {
        let length = text.utf8.count
        let key = onOneLine ? text + "\n" : text
        if let last = searches[key], start >= last.start {
            if let end = last.end, start + length <= end { return end }
            if last.end == nil, start < last.limit { return nil }
        }
        var index = start
        var end: Int?
        while index + length <= bytes.count, end == nil {
            if matches(text, at: index, ignoringCase: ignoringCase) { end = index + length }
            if onOneLine, bytes[index] == 0x0A { break }
            index += 1
        }
        let isAtEnd = index + length > bytes.count
        searches[key] = Search(start: start, end: end, limit: isAtEnd ? bytes.count + 1 : index)
        return end
    }

    /// Where the tag of Liquid ends that has a name and stands behind a place.
    mutating func findTag(_ name: String, from start: Int) -> Int? {
        let key = "{%" + name
        if let last = searches[key], last.end == nil, start >= last.start { return nil }
        var from = start
        while let open = find("{%", from: from), let close = find("%}", from: open) {
            let tag = String(decoding: bytes[open..<max(open, close - 2)], as: UTF8.self)
            if tag.split(whereSeparator: { $0.isWhitespace || $0 == "-" }).first == name[...] {
                return close
            }
            from = close
        }
        searches[key] = Search(start: start, end: nil, limit: bytes.count)
        return nil
    }
}
