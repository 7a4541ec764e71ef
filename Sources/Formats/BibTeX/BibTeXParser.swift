internal import RecordModel

/// Reads bibliographies, also those that BibTeX would give up on.
///
/// The grammar is BibTeX's own (B. Beeton, O. Patashnik: "BibTeXing"; the notes in `bibtex.web`):
/// entries in braces or parentheses, values in braces, quotation marks, of digits or of macros,
/// joined by `#`. A fault costs no entry after it and no field beside it: where a brace is missing
/// the value ends before the line that begins the next field, the entry before the one that begins
/// the next entry. Each guess is reported.
public struct BibTeXParser: Sendable {
    private let file: String

    /// Makes a parser that names the file in its findings.
    public init(file: String) { self.file = file }

    /// Returns what a text holds.
    ///
    /// - Parameter text: The file's text.
    /// - Returns: All entries that could be found; findings tell what had to be guessed.
    public func parse(_ text: String) -> BibTeXDocument {
        var reading = BibTeXReading(Array(text.utf8), file: file)
        reading.readAll()
        return reading.document
    }
}

/// The state of reading one file.
struct BibTeXReading {
    let scanner: BibTeXScanner
    let file: String
    var position = 0
    var document = BibTeXDocument()
    private var keys: [String: Int] = [:]

    init(_ bytes: [UInt8], file: String) {
        scanner = BibTeXScanner(bytes)
        self.file = file
    }

    mutating func readAll() {
        var start = 0
        while let sign = scanner.next("@", from: position) {
            guard var head = scanner.head(at: sign) else {
                position = sign + 1
                continue
            }
            while let inner = scanner.headInKey(of: head) {
                report(
                    .bibTeXUnclosed, "An entry is cut off by the next one", at: head.start,
                    hint: "Take out what is left of it")
                head = inner
            }
            remark(.text, start..<head.start)
            read(head)
            start = position
        }
        remark(.text, start..<scanner.bytes.count)
    }

    private mutating func read(_ head: BibTeXScanner.Head) {
        switch head.type {
        case "comment":
            position = endOfComment(head)
            let end = scanner.bytes[position - 1] == UInt8(ascii: "}") ? position - 1 : position
            remark(.comment, head.opening + 1..<max(head.opening + 1, end))
        case "preamble":
            let limit = scanner.horizon(after: head)
            let end = scanner.endOfGroup(at: head.opening, limit: limit) ?? limit
            position = end
            remark(.preamble, head.opening + 1..<max(head.opening + 1, end - 1))
        case "string":
            for field in body(of: head).fields { document.macros[field.name] = field.value }
        default: entry(head)
        }
    }

    /// Where a comment ends.
    ///
    /// That is behind its brace, but before an entry that this brace belongs to, and without a brace
    /// at the end of the line. A parenthesis may be no more than a part of the comment.
    private func endOfComment(_ head: BibTeXScanner.Head) -> Int {
        guard let end = scanner.endOfBraces(at: head.opening) else {
            let end = scanner.endOfLine(from: head.opening)
            return max(head.opening + 1, scanner.firstEntry(in: head.opening + 1..<end) ?? end)
        }
        guard let inner = scanner.firstEntry(in: head.opening + 1..<end),
            let opening = scanner.head(at: inner)?.opening
        else { return end }
        // What goes on behind the brace, or goes beyond it, is the entry's.
        let next = scanner.skippingBlanks(from: end)
        let goesOn = next < scanner.bytes.count && scanner.bytes[next] == UInt8(ascii: ",")
        let isBrace = scanner.bytes[opening] == UInt8(ascii: "{")
        let limit = isBrace ? end : scanner.firstEntry(in: opening + 1..<end) ?? end
        let isWhole =
            isBrace
            ? scanner.endOfBraces(at: opening) != nil
            : scanner.endOfGroup(at: opening, limit: limit - 1) != nil
        return goesOn || !isWhole ? inner : end
    }

    private mutating func entry(_ head: BibTeXScanner.Head) {
        var body = body(of: head)
        let line = scanner.line(of: head.start)
        // A key with a sign of equality behind it, and nothing else.
        if body.key.isEmpty, body.fields.count == 1, let field = body.fields.first,
            field.value.isEmpty
        {
            body.key = field.name
            body.fields = []
        }
        let content = BibTeXEntry(type: head.type, key: body.key, fields: body.fields)
        document.entries.append(
            BibTeXDocument.Entry(
                content: content, lines: line...scanner.line(of: max(head.start, position - 1)),
                isDamaged: body.isDamaged))
        guard !body.key.isEmpty else {
            report(
                .bibTeXNoKey, "An entry has no key", at: head.start,
                hint: "Write one behind the brace: @\(head.type){name-year,")
            return
        }
        if let first = keys.updateValue(keys[body.key] ?? line, forKey: body.key) {
            report(
                .bibTeXDuplicateKey, "The key `\(body.key.prefix(80))` is used again",
                at: head.start, hint: "Its first entry is in line \(first); both are read")
        }
    }

    /// Reads what stands between the braces of an entry: first as the grammar has it, and where
    /// that does not end before the next entry, with guesses.
    private mutating func body(of head: BibTeXScanner.Head) -> BibTeXBody {
        var strict = BibTeXBodyReading(
            scanner, head, limit: scanner.horizon(after: head), macros: document.macros)
        strict.read()
        if strict.isClosed, !strict.hasOpenValue { return finish(strict) }
        var careful = BibTeXBodyReading(
            scanner, head, limit: scanner.nearHorizon(after: head), macros: document.macros)
        careful.isCareful = true
        careful.read()
        return finish(careful)
    }

    private mutating func finish(_ reading: BibTeXBodyReading) -> BibTeXBody {
        position = reading.position
        for fault in reading.faults {
            report(fault.code, fault.message, at: fault.offset, hint: fault.hint)
        }
        return reading.body
    }

    private mutating func remark(_ kind: BibTeXDocument.Remark.Kind, _ range: Range<Int>) {
        let text = scanner.text(range).trimmed
        guard !text.isEmpty else { return }
        let first = scanner.skippingBlanks(from: range.lowerBound)
        document.remarks.append(.init(kind: kind, text: text, line: scanner.line(of: first)))
    }

    private mutating func report(
        _ code: Diagnostic.Code, _ message: String, at offset: Int, hint: String
    ) {
        document.diagnostics.append(
            Diagnostic(
                code, message, severity: .warning, hint: hint,
                location: SourceLocation(
                    file: file, line: scanner.line(of: offset), column: scanner.column(of: offset)))
        )
    }
}
