internal import RecordModel

/// What stands between the braces of an entry.
struct BibTeXBody {
    var key = ""
    var fields: [BibTeXEntry.Field] = []
    var isDamaged = false
}

/// Reads the key and the fields of one entry.
struct BibTeXBodyReading {
    /// Something that had to be guessed.
    struct Fault {
        let code: Diagnostic.Code
        let message: String
        let offset: Int
        let hint: String
    }

    let scanner: BibTeXScanner
    let head: BibTeXScanner.Head
    let limit: Int
    let macros: [String: String]
    /// Whether values end before lines that begin a field, as they have to where a brace is missing.
    var isCareful = false
    var position: Int
    private(set) var body = BibTeXBody()
    private(set) var faults: [Fault] = []
    /// Whether the closing brace was found before the limit.
    private(set) var isClosed = false
    /// Whether the end of a value was not found where the grammar has it.
    private(set) var hasOpenValue = false
    private let closer: UInt8

    init(
        _ scanner: BibTeXScanner, _ head: BibTeXScanner.Head, limit: Int, macros: [String: String]
    ) {
        self.scanner = scanner
        self.head = head
        self.limit = limit
        self.macros = macros
        position = head.opening + 1
        closer = BibTeXScanner.closer(of: scanner.bytes[head.opening])
    }

    private var byte: UInt8? { position < limit ? scanner.bytes[position] : nil }

    mutating func read() {
        if head.type != "string" { readKey() }
        while true {
            skipSeparators()
            guard let byte else {
                fault(
                    .bibTeXUnclosed, "The entry is not closed", at: head.start,
                    hint: "Look for a missing brace between here and the next entry")
                return
            }
            if byte == closer {
                position += 1
                if goesOn() {
                    fault(
                        .bibTeXStrayBrace, "A brace closes the entry before its last field",
                        at: position - 1, hint: "Take the brace away")
                    continue
                }
                isClosed = true
                return
            }
            readField()
        }
    }

    // MARK: - Key

    private mutating func readKey() {
        let start = scanner.skippingBlanks(from: position, limit: limit)
        var end = start
        while end < limit, !BibTeXScanner.isBlank(scanner.bytes[end]),
            scanner.bytes[end] != UInt8(ascii: ","), scanner.bytes[end] != closer,
            scanner.bytes[end] != UInt8(ascii: "=") || end == start
        {
            end += 1
        }
        let next = scanner.skippingBlanks(from: end, limit: limit)
        // `name =` is the first field of an entry without a key.
        if next < limit, scanner.bytes[next] == UInt8(ascii: "=") { return }
        body.key = scanner.text(start..<end)
        position = end
        guard next < limit, scanner.bytes[next] != UInt8(ascii: ","), scanner.bytes[next] != closer
        else { return }
        fault(
            .bibTeXNoComma, "No comma follows the key", at: next, hint: "Write one behind the key")
    }

    // MARK: - Fields

    private mutating func readField() {
        let start = position
        let end = scanner.endOfName(from: start, limit: limit)
        let sign = scanner.skippingBlanks(from: end, limit: limit)
        guard end > start, sign < limit, scanner.bytes[sign] == UInt8(ascii: "=") else {
            skipStray(from: start)
            return
        }
        let name = scanner.text(start..<end).lowercased()
        position = scanner.skippingBlanks(from: sign + 1, limit: limit)
        let value = readValue()
        if body.fields.contains(where: { $0.name == name }), head.type != "string" {
            fault(
                .bibTeXDuplicateField, "The field `\(name.prefix(80))` comes twice", at: start,
                hint: "Take one of the two away; the first one counts")
        }
        // A blank at the end of a macro keeps it from the word behind it.
        body.fields.append(
            .init(name: name, value: head.type == "string" ? value : value.trimmed))
    }

    /// Passes over what is no field, up to a place where one may begin again.
    private mutating func skipStray(from start: Int) {
        while position < limit, scanner.bytes[position] != UInt8(ascii: ","),
            scanner.bytes[position] != BibTeXScanner.lineFeed, scanner.bytes[position] != closer
        {
            position =
                scanner.bytes[position] == UInt8(ascii: "{") && !isCareful
                ? scanner.endOfGroup(at: position, limit: limit) ?? position + 1 : position + 1
        }
        let text = scanner.text(start..<position).trimmed
        fault(
            .bibTeXStrayText, "`\(text.prefix(60))` is no field", at: start,
            hint: "A field is written as name = {value}, with a comma behind it")
        // Nothing is lost: what stands there is kept under a name that no field has.
        if !text.isEmpty { body.fields.append(.init(name: "", value: text)) }
    }

    private mutating func skipSeparators() {
        while let byte, BibTeXScanner.isBlank(byte) || byte == UInt8(ascii: ",") { position += 1 }
    }

    /// Tells whether fields follow behind a brace that closes the entry: at once, or at the start
    /// of a line before the next entry.
    private func goesOn() -> Bool {
        var next = scanner.skippingBlanks(from: position, limit: limit)
        if next < limit, scanner.bytes[next] == UInt8(ascii: ",") {
            next = scanner.skippingBlanks(from: next + 1, limit: limit)
        }
        while next < limit {
            if scanner.beginsField(at: next, limit: limit) { return true }
            if scanner.bytes[next] == UInt8(ascii: "@") { return false }
            next = scanner.skippingBlanks(from: scanner.nextLine(from: next), limit: limit)
        }
        return false
    }

    // MARK: - Values

    /// Reads the parts of a value that `#` joins.
    private mutating func readValue() -> String {
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

    private mutating func fault(
        _ code: Diagnostic.Code, _ message: String, at offset: Int, hint: String
    ) {
        if code != .bibTeXUnknownMacro, code != .bibTeXDuplicateField { body.isDamaged = true }
        faults.append(Fault(code: code, message: message, offset: offset, hint: hint))
    }
}

extension Diagnostic.Code {
    static let bibTeXUnclosed: Self = "bibtex.unclosed"
    static let bibTeXStrayBrace: Self = "bibtex.stray-brace"
    static let bibTeXStrayText: Self = "bibtex.stray-text"
    static let bibTeXMissingBrace: Self = "bibtex.missing-brace"
    static let bibTeXNoComma: Self = "bibtex.no-comma"
    static let bibTeXNoKey: Self = "bibtex.no-key"
    static let bibTeXDuplicateKey: Self = "bibtex.duplicate-key"
    static let bibTeXDuplicateField: Self = "bibtex.duplicate-field"
    static let bibTeXUnknownMacro: Self = "bibtex.unknown-macro"
}
