internal import Formats
public import RecordModel

/// A form in which other tools keep what a record holds, and the rule between the two.
///
/// `sections(in: text(of: record))` is the record on all that the form can hold; the rest is listed.
public struct ExchangeForm: Sendable {
    /// The name on the command line.
    public let name: String
    /// The name that people know.
    public let title: String
    /// What is wrong with text in this form, or the value it is.
    private let parse:
        @Sendable (_ text: String, _ file: String) throws(Diagnostic) -> ForeignDocument
    /// Whether its publications say who wrote them.
    private let namesAuthors: Bool
    private let render: (@Sendable (Value) -> String)?
    /// The foreign document of a record.
    private let put: (@Sendable (Value) -> Value)?
    /// The sections of a foreign document.
    private let get: @Sendable (Value) -> Mapping

    /// Makes a form that is read and written.
    init(
        name: String, title: String, namesAuthors: Bool = true,
        parse:
            @escaping @Sendable (_ text: String, _ file: String) throws(Diagnostic) ->
            ForeignDocument,
        render: (@Sendable (Value) -> String)? = nil, put: (@Sendable (Value) -> Value)? = nil,
        get: @escaping @Sendable (Value) -> Mapping
    ) {
        self.name = name
        self.title = title
        self.namesAuthors = namesAuthors
        self.parse = parse
        self.render = render
        self.put = put
        self.get = get
    }

    /// All forms.
    public static let all = [csl, jsonResume, renderCV, bibTeX, orcid]

    /// The forms that a record can be written in.
    public static let writable = all.filter { $0.put != nil }

    /// The form of a name.
    public static func named(_ name: String) -> ExchangeForm? { all.first { $0.name == name } }

    /// A record in this form.
    public struct Written: Sendable {
        /// The document, with a line end at its end.
        public let text: String
        /// What of the record is not in it, by field path.
        public let losses: [ExchangeLoss]
    }

    /// Sections of a record that were read from a document.
    public struct Read: Sendable {
        /// The document as it was read.
        public let document: Value
        /// The sections, by their names, as their schemas have them.
        public let sections: Mapping
        /// What of the document is not in them, by the way to it in the document.
        public let losses: [ExchangeLoss]
        /// What the sections say because a record must, and not because the document does.
        public let guesses: [ExchangeGuess]
        /// What is wrong with the document.
        public let diagnostics: [Diagnostic]
    }

    /// Returns a record in this form; nil for a form that is only read.
    public func text(of record: Record) -> Written? {
        guard let put, let render else { return nil }
        let document = put(record.value)
        let returned = Value.mapping(get(document))
        return Written(
            text: render(document),
            losses: ExchangeLoss.losses(of: record.value, returned: returned, at: .root))
    }

    /// Returns what a document in this form holds.
    ///
    /// - Parameters:
    ///   - text: The document.
    ///   - file: Its name, for diagnostics.
    /// - Returns: The sections and what is lost.
    /// - Throws: A diagnostic where the text is no document of the form at all.
    public func sections(in text: String, file: String) throws(Diagnostic) -> Read {
        let parsed = try parse(text, file)
        return sections(of: parsed.value, diagnostics: parsed.diagnostics)
    }

    /// Returns what a document in this form holds that was read before.
    public func sections(of document: Value) -> Read { sections(of: document, diagnostics: []) }

    private func sections(of document: Value, diagnostics: [Diagnostic]) -> Read {
        let sections = get(document)
        let losses =
            put.map {
                ExchangeLoss.losses(of: document, returned: $0(.mapping(sections)), at: .root)
            } ?? Unread.losses(of: document, in: .mapping(sections))
        return Read(
            document: document, sections: sections, losses: losses,
            guesses: ExchangeGuess.guesses(in: sections, of: document, namesAuthors: namesAuthors),
            diagnostics: diagnostics)
    }
}

/// A document of a form as a value.
struct ForeignDocument: Sendable {
    let value: Value
    var diagnostics: [Diagnostic] = []

    init(_ value: Value, diagnostics: [Diagnostic] = []) {
        self.value = value
        self.diagnostics = diagnostics
    }

    init(_ parsed: ParsedText) { self.init(parsed.value, diagnostics: parsed.diagnostics) }

    /// Reads JSON.
    static let json: @Sendable (String, String) throws(Diagnostic) -> ForeignDocument = {
        text, file throws(Diagnostic) in
        ForeignDocument(try JSONReader().read(Array(text.utf8), file: file))
    }
}

/// What of a document did not come into a record, for a form that is only read.
enum Unread {
    /// Returns the texts of a document that are nowhere in a record.
    static func losses(of document: Value, in record: Value) -> [ExchangeLoss] {
        var texts: [String] = []
        collect(record, into: &texts)
        let all = texts.joined(separator: "\n")
        return losses(of: document, among: all, at: .root)
    }

    private static func collect(_ value: Value, into texts: inout [String]) {
        switch value {
        case .string(let text): texts.append(text)
        case .list(let items): for item in items { collect(item, into: &texts) }
        case .mapping(let mapping):
            for entry in mapping.entries { collect(entry.value, into: &texts) }
        default: break
        }
    }

    private static func losses(
        of value: Value, among texts: String, at path: FieldPath
    ) -> [ExchangeLoss] {
        switch value {
        case .string(let text):
            let isThere = text.isEmpty || texts.contains(text)
            return isThere ? [] : [ExchangeLoss(path: path, kind: .missing)]
        case .list(let items):
            return items.enumerated().flatMap {
                losses(of: $1, among: texts, at: path.appending(String($0)))
            }
        case .mapping(let mapping):
            return mapping.entries.filter { !ORCIDRecord.isAdministrative($0.key) }.flatMap {
                losses(of: $0.value, among: texts, at: path.appending($0.key))
            }
        default: return []
        }
    }
}
