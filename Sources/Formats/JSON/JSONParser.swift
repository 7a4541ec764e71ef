internal import RecordModel

/// Walks the bytes of one text.
struct JSONParser {
    let bytes: [UInt8]
    let file: String
    let depthLimit: Int
    var sourceMap: SourceMap
    var diagnostics: [Diagnostic] = []
    private let keepsPlaces: Bool
    var position: Int
    let end: Int
    private var line = 1
    /// The last place whose column was counted; counting goes on from there, as a text of
    /// megabytes may be one line.
    private var counted = (position: 0, column: 1)
    private var keyPlace: (line: Int, column: Int)?

    init(
        bytes: [UInt8], in range: Range<Int>, file: String, depthLimit: Int, keepsPlaces: Bool
    ) {
        self.bytes = bytes
        position = range.lowerBound
        end = range.upperBound
        counted.position = position
        self.keepsPlaces = keepsPlaces
        self.file = file
        self.depthLimit = depthLimit
        sourceMap = SourceMap(file: file)
    }

    mutating func wholeText() throws(Diagnostic) -> Value {
        if bytes[position..<end].starts(with: [0xEF, 0xBB, 0xBF]) { position += 3 }
        skipSpace()
        let value = try value(depth: 0)
        skipSpace()
        guard position == end else {
            throw failure("Something follows the end of the value")
        }
        return value
    }

    private mutating func value(depth: Int) throws(Diagnostic) -> Value {
        note()
        switch peek() {
        case UInt8(ascii: "{"): return try mapping(depth: depth)
        case UInt8(ascii: "["): return try list(depth: depth)
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        case nil: throw failure("The text ends where a value is due")
        default: return try number()
        }
    }

    private mutating func mapping(depth: Int) throws(Diagnostic) -> Value {
        try enter(depth)
        var mapping = Mapping()
        let first = sourceMap.entries.count
        if take(UInt8(ascii: "}")) { return .mapping(mapping) }
        while true {
            guard peek() == UInt8(ascii: "\"") else { throw failure("A key in quotes is due") }
            let place = keepsPlaces ? (line: line, column: column()) : (line: 0, column: 0)
            let key = try string()
            skipSpace()
            guard take(UInt8(ascii: ":")) else { throw failure("A `:` is due behind a key") }
            if keepsPlaces { keyPlace = place }
            let start = sourceMap.entries.count
            let value = try value(depth: depth + 1)
            if !mapping.insert(value, forNew: key) {
                sourceMap.entries.removeSubrange(start...)
                diagnostics.append(
                    Diagnostic(
                        .jsonDuplicateKey, "The key `\(key.prefix(80))` is there twice",
                        hint: "Remove one of the two; the first one counts until then",
                        location: SourceLocation(
                            file: file, line: place.line, column: place.column),
                        related: sourceMap.firstKey(key, of: mapping, from: first)))
            }
            skipSpace()
            if take(UInt8(ascii: "}")) { return .mapping(mapping) }
            guard take(UInt8(ascii: ",")) else {
                throw failure("A `,` or `}` is due behind a field")
            }
        }
    }

    private mutating func list(depth: Int) throws(Diagnostic) -> Value {
        try enter(depth)
        var items: [Value] = []
        if take(UInt8(ascii: "]")) { return .list(items) }
        while true {
            items.append(try value(depth: depth + 1))
            skipSpace()
            if take(UInt8(ascii: "]")) { return .list(items) }
            guard take(UInt8(ascii: ",")) else {
                throw failure("A `,` or `]` is due behind an item")
            }
        }
    }

    private mutating func enter(_ depth: Int) throws(Diagnostic) {
        guard depth < depthLimit else {
            throw failure("The values are nested more than \(depthLimit) levels deep")
        }
        position += 1
        skipSpace()
    }

    private mutating func string() throws(Diagnostic) -> String {
        position += 1
        let start = position
        position = Self.plainEnd(of: bytes, start..<end)
        if peek() == UInt8(ascii: "\"") {
            // Most texts stand in the file as they are.
            guard let text = Self.text(bytes, start..<position) else {
                throw failure("The text is not UTF-8")
            }
            position += 1
            return text
        }
        return try escapedString(Array(bytes[start..<position]))
    }

    /// Where the bytes end that stand for themselves within quotes.
    private static func plainEnd(of bytes: [UInt8], _ range: Range<Int>) -> Int {
        let span = bytes.span
        var index = range.lowerBound
        while index < range.upperBound {
            let byte = span[index]
            if byte == UInt8(ascii: "\"") || byte < 0x20 || byte == UInt8(ascii: "\\") { break }
            index += 1
        }
        return index
    }

    private static func text(_ bytes: [UInt8], _ range: Range<Int>) -> String? {
        guard let text = try? UTF8Span(validating: bytes.span.extracting(range)) else {
            return nil
        }
        return String(copying: text)
    }

    /// Reads a number by JSON's grammar, which is stricter than `Number`'s: no `+`, no leading
    /// zero, digits on both sides of the point.
    private mutating func number() throws(Diagnostic) -> Value {
        let start = position
        if peek() == UInt8(ascii: "-") { position += 1 }
        let whole = digits()
        var isValid = whole == 1 || whole > 1 && bytes[position - whole] != UInt8(ascii: "0")
        if peek() == UInt8(ascii: ".") {
            position += 1
            isValid = digits() > 0 && isValid
        }
        if let letter = peek(), letter == UInt8(ascii: "e") || letter == UInt8(ascii: "E") {
            position += 1
            if let sign = peek(), sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") {
                position += 1
            }
            isValid = digits() > 0 && isValid
        }
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        guard isValid, let number = Number(parsing: text) else {
            position = start
            throw failure("A value is due here")
        }
        return .number(number)
    }

    private mutating func digits() -> Int {
        let start = position
        while let byte = peek(), byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") {
            position += 1
        }
        return position - start
    }

    private mutating func word(_ word: String, _ value: Value) throws(Diagnostic) -> Value {
        guard bytes[position..<end].starts(with: word.utf8) else {
            throw failure("A value is due here")
        }
        position += word.utf8.count
        return value
    }

    func peek() -> UInt8? { position < end ? bytes[position] : nil }

    mutating func take(_ byte: UInt8) -> Bool {
        guard peek() == byte else { return false }
        position += 1
        skipSpace()
        return true
    }

    private mutating func skipSpace() {
        while let byte = peek() {
            switch byte {
            case UInt8(ascii: "\n"):
                line += 1
                counted = (position + 1, 1)
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): break
            default: return
            }
            position += 1
        }
    }

    /// Returns the column of the current byte in Unicode scalars, from 1.
    private mutating func column() -> Int {
        guard counted.position < position else { return counted.column }
        for byte in bytes[counted.position..<position] where byte & 0xC0 != 0x80 {
            counted.column += 1
        }
        counted.position = position
        return counted.column
    }

    private mutating func note() {
        guard keepsPlaces else { return }
        let here = (line: line, column: column())
        let key = keyPlace ?? here
        keyPlace = nil
        sourceMap.entries.append(
            SourceMap.Entry(
                keyLine: UInt32(key.line), keyColumn: UInt32(key.column),
                line: UInt32(here.line), column: UInt32(here.column)))
    }

    mutating func failure(_ message: String) -> Diagnostic {
        Diagnostic(
            .jsonSyntax,
            "The JSON cannot be read: \(message.prefix(1).lowercased())"
                + message.dropFirst(),
            location: SourceLocation(file: file, line: line, column: column()))
    }
}

extension Diagnostic.Code {
    static let jsonSyntax: Self = "json.syntax"
    static let jsonDuplicateKey: Self = "json.duplicate-key"
}
