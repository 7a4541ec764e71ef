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
    var hasOpenValue = false
    let closer: UInt8

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

    var byte: UInt8? { position < limit ? scanner.bytes[position] : nil }

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

    mutating func fault(
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
