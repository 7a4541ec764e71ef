internal import RecordModel

extension BibTeXBodyReading {
    /// Reads the parts of a value that `#` joins.
    mutating func readValue() -> String {
        var result = readPart()
        while true {
            let next = scanner.skippingBlanks(from: position, limit: limit)
            guard next < limit, scanner.bytes[next] == UInt8(ascii: "#") else { break }
            position = scanner.skippingBlanks(from: next + 1, limit: limit)
            result += readPart()
        }
        return result.folded
    }

    private mutating func readPart() -> String {
        switch byte {
        case UInt8(ascii: "{")?: return readDelimited(until: UInt8(ascii: "}"))
        case UInt8(ascii: "\"")?: return readDelimited(until: UInt8(ascii: "\""))
        default: return readBare()
        }
    }

    /// Reads a value in braces or quotation marks.
    private mutating func readDelimited(until end: UInt8) -> String {
        let opening = position
        var (depth, offset) = (0, opening + 1)
        while offset < limit {
            let byte = scanner.bytes[offset]
            if byte == end, depth == 0 {
                position = offset + 1
                return scanner.text(opening + 1..<offset)
            }
            if byte == UInt8(ascii: "{") { depth += 1 }
            if byte == UInt8(ascii: "}") {
                depth -= 1
                // Within quotation marks a brace too many closes the entry.
                if depth < 0 { return readDamaged(from: opening, to: offset) }
            }
            if isCareful, depth == 0, byte == UInt8(ascii: ","), beginsDelimited(behind: offset) {
                return readDamaged(from: opening, to: offset)
            }
            if isCareful, byte == BibTeXScanner.lineFeed, beginsNext(behind: offset) {
                return readDamaged(from: opening, to: offset)
            }
            offset += 1
        }
        return readDamaged(from: opening, to: limit)
    }

    /// Tells whether the line behind a line end begins a field, or closes the entry.
    private func beginsNext(behind lineEnd: Int) -> Bool {
        let start = scanner.skippingBlanks(from: lineEnd, limit: limit)
        if start >= limit { return true }
        if scanner.beginsField(at: start, limit: limit) { return true }
        return scanner.bytes[start] == closer
            && scanner.skippingBlanks(from: start + 1, limit: limit) >= limit
    }

    /// Tells whether a field with a value in braces or quotation marks stands behind a comma.
    private func beginsDelimited(behind comma: Int) -> Bool {
        let start = scanner.skippingBlanks(from: comma + 1, limit: limit)
        guard scanner.beginsField(at: start, limit: limit),
            let sign = scanner.next("=", from: start)
        else { return false }
        let value = scanner.skippingBlanks(from: sign + 1, limit: limit)
        return value < limit && "{\"".utf8.contains(scanner.bytes[value])
    }

    /// Takes a value whose end is missing: up to a place, without the comma and the brace there.
    private mutating func readDamaged(from opening: Int, to end: Int) -> String {
        fault(
            .bibTeXMissingBrace,
            scanner.bytes[opening] == UInt8(ascii: "{")
                ? "The brace of a value is not closed"
                : "The quotation mark of a value is not closed",
            at: opening, hint: "Close it before the comma")
        hasOpenValue = true
        position = end
        var last = end
        while last > opening + 1,
            BibTeXScanner.isBlank(scanner.bytes[last - 1])
                || scanner.bytes[last - 1] == UInt8(ascii: ",")
        {
            last -= 1
        }
        var text = scanner.text(opening + 1..<last)
        // Of an entry that ends with its last value, the brace there is the entry's.
        var open = text.utf8.reduce(0) { depth, byte in
            depth + (byte == UInt8(ascii: "{") ? 1 : byte == UInt8(ascii: "}") ? -1 : 0)
        }
        while open < 0, text.hasSuffix("}") {
            text = String(text.dropLast()).trimmed
            open += 1
        }
        return text
    }

    /// Reads a number or the name of a macro.
    private mutating func readBare() -> String {
        let start = position
        let end = scanner.endOfName(from: start, limit: limit)
        let next = scanner.skippingBlanks(from: end, limit: limit)
        let isWhole =
            next >= limit || ",#".utf8.contains(scanner.bytes[next])
            || scanner.bytes[next] == closer
            || scanner.beginsField(at: next, limit: limit)
        guard end > start, isWhole else { return readUnquoted(from: start) }
        position = end
        let name = scanner.text(start..<end)
        if name.utf8.allSatisfy(BibTeXScanner.isDigit) { return name }
        if let value = macros[name.lowercased()] ?? Self.months[name.lowercased()] { return value }
        fault(
            .bibTeXUnknownMacro, "There is no macro `\(name.prefix(80))`", at: start,
            hint:
                "Put the value in braces, or define the macro before: @string{\(name.prefix(40)) = "
                + "{…}}")
        return name
    }

    /// Takes a value without braces up to the end of its line.
    private mutating func readUnquoted(from start: Int) -> String {
        var end = min(scanner.endOfLine(from: start), limit)
        position = end
        fault(
            .bibTeXMissingBrace, "A value of several words stands in no braces", at: start,
            hint: "Put it in braces")
        while end > start, BibTeXScanner.isBlank(scanner.bytes[end - 1]) { end -= 1 }
        if end > start, scanner.bytes[end - 1] == UInt8(ascii: ",") { end -= 1 }
        let text = scanner.text(start..<end).trimmed
        let isOpen = text.utf8.count { $0 == UInt8(ascii: "{") }
        let isClosed = text.utf8.count { $0 == UInt8(ascii: "}") }
        return isClosed > isOpen && text.hasSuffix("}") ? String(text.dropLast()) : text
    }

    private static let months = [
        "jan": "January", "feb": "February", "mar": "March", "apr": "April", "may": "May",
        "jun": "June", "jul": "July", "aug": "August", "sep": "September", "oct": "October",
        "nov": "November", "dec": "December",
    ]
}
