public import RecordModel

/// Reads YAML into values.
///
/// Plain scalars follow the core schema of YAML 1.2, but where the shape expects text they are
/// text. Size, depth and the number of values are bounded before memory is.
public struct YAMLReader: Sendable {
    /// What a text may be at most.
    public struct Limits: Sendable {
        /// Bytes of the text.
        public var bytes = 16 << 20
        /// Levels of collections within collections.
        public var depth = 64
        /// Values, those that aliases repeat included.
        public var values = 500_000

        /// The limits for a file of a store.
        public init() {}
    }

    private let limits: Limits

    /// Makes a reader.
    public init(limits: Limits = Limits()) { self.limits = limits }

    /// Reads the one document of a text.
    ///
    /// - Parameters:
    ///   - bytes: The text in UTF-8.
    ///   - file: The name of the text in findings.
    ///   - shape: What the places of the text expect.
    /// - Returns: The value, where its parts stand, and findings that did not stop the reading.
    /// - Throws: The one finding that makes reading on impossible. A duplicate key is not one: the
    ///   document holds its first value, and a finding.
    public func read(
        _ bytes: some Collection<UInt8>, file: String, shape: Shape = .any
    ) throws(Diagnostic) -> ParsedText {
        try read(Array(bytes), file: file, shapes: ShapeTable(shape))
    }

    /// Reads the one document of a text of which others have the same shape.
    ///
    /// - Parameters:
    ///   - bytes: The text in UTF-8.
    ///   - file: The name of the text in findings.
    ///   - shapes: What the places of the text expect.
    /// - Returns: The value, where its parts stand, and findings that did not stop the reading.
    /// - Throws: The one finding that makes reading on impossible.
    public func read(
        _ bytes: [UInt8], file: String, shapes: ShapeTable
    ) throws(Diagnostic) -> ParsedText {
        guard bytes.count <= limits.bytes else {
            throw Diagnostic(
                .yamlTooLarge,
                "The file has \(bytes.count) bytes, more than the \(limits.bytes) that are read",
                hint: "Keep pictures and papers under assets/, and split the text",
                location: SourceLocation(file: file))
        }
        if let text = YAMLShortcut.read(bytes, file: file, shapes: shapes, limits: limits) {
            return text
        }
        return try readByLibrary(bytes, file: file, shapes: shapes)
    }

    /// Reads the one document of a text whatever its form.
    func readByLibrary(
        _ bytes: [UInt8], file: String, shapes: ShapeTable
    ) throws(Diagnostic) -> ParsedText {
        var composer = YAMLComposer(
            stream: try YAMLEventStream(bytes, file: file), file: file, shapes: shapes,
            limits: limits)
        let value = try composer.document()
        return ParsedText(
            value: value, diagnostics: composer.diagnostics, sourceMap: composer.sourceMap)
    }
}

/// Builds the value of one text from its events.
private struct YAMLComposer {
    let stream: YAMLEventStream
    let file: String
    let shapes: ShapeTable
    let limits: YAMLReader.Limits
    var sourceMap: SourceMap
    var diagnostics: [Diagnostic] = []
    private var anchors: [String: (value: Value, size: Int)] = [:]
    private var keyMark: YAMLMark?
    /// How many parts the last collection of each shape had: the next one has about as many.
    private var sizes: [Int]
    /// What is reserved at most, as a hostile text may have few of many.
    private static let sizeLimit = 64

    init(
        stream: YAMLEventStream, file: String, shapes: ShapeTable, limits: YAMLReader.Limits
    ) {
        self.stream = stream
        self.file = file
        self.shapes = shapes
        sizes = Array(repeating: 0, count: shapes.count)
        self.limits = limits
        sourceMap = SourceMap(file: file)
        sourceMap.entries.reserveCapacity(256)
    }

    mutating func document() throws(Diagnostic) -> Value {
        guard case .documentStart = try stream.next() else { return .null }
        let value = try self.value(of: try stream.next(), shape: shapes.root, depth: 0)
        _ = try stream.next()
        guard case .streamEnd = try stream.next() else {
            throw Diagnostic(
                .yamlManyDocuments, "A second document begins here",
                hint: "A file holds one document; remove the line `---` or split the file",
                location: location(stream.start))
        }
        return value
    }

    /// Returns the value that begins with the event of the moment.
    private mutating func value(
        of event: YAMLEvent, shape: ShapeTable.Node, depth: Int
    ) throws(Diagnostic) -> Value {
        let start = stream.start
        let position = sourceMap.entries.count
        try note(start)
        let anchor = stream.anchor
        let value: Value
        switch event {
        case .scalar: value = try scalar(shape: shape, at: start)
        case .listStart:
            try checkDepth(depth, at: start)
            value = .list(try items(shape: shape, depth: depth + 1))
        case .mappingStart:
            try checkDepth(depth, at: start)
            value = .mapping(try fields(shape: shape, depth: depth + 1))
        case .alias: return try repeated(anchor ?? "", at: start)
        default:
            throw Diagnostic(.yamlSyntax, "A value is missing here", location: location(start))
        }
        if let anchor { anchors[anchor] = (value, sourceMap.entries.count - position) }
        return value
    }

    private mutating func repeated(
        _ name: String, at mark: YAMLMark
    ) throws(Diagnostic) -> Value {
        guard let target = anchors[name] else {
            throw Diagnostic(
                .yamlAlias, "There is no anchor `&\(name.prefix(80))` before this alias",
                hint: "A text that begins with `*` needs quotes", location: location(mark))
        }
        // What an alias repeats counts as if it were written out: a few lines can name
        // billions of values.
        for _ in 1..<max(1, target.size) { try note(mark) }
        return target.value
    }

    private mutating func items(
        shape: ShapeTable.Node, depth: Int
    ) throws(Diagnostic) -> [Value] {
        var items: [Value] = []
        items.reserveCapacity(sizes[shape])
        let itemShape = shapes.items(of: shape)
        while true {
            let event = try stream.next()
            if case .listEnd = event { break }
            items.append(try value(of: event, shape: itemShape, depth: depth))
        }
        sizes[shape] = min(items.count, Self.sizeLimit)
        return items
    }

    private mutating func fields(
        shape: ShapeTable.Node, depth: Int
    ) throws(Diagnostic) -> Mapping {
        var mapping = Mapping(capacity: sizes[shape])
        let start = sourceMap.entries.count
        while true {
            let event = try stream.next()
            if case .mappingEnd = event { break }
            let mark = stream.start
            let key = try key(of: event, at: mark)
            keyMark = mark
            let position = sourceMap.entries.count
            let value = try value(
                of: try stream.next(), shape: shapes.node(ofKey: key, in: shape), depth: depth)
            guard !mapping.insert(value, forNew: key) else { continue }
            // The places must stay in step with the value, which keeps the first one only.
            sourceMap.entries.removeSubrange(position...)
            diagnostics.append(
                Diagnostic(
                    .yamlDuplicateKey, "The key `\(key.prefix(80))` is there twice",
                    hint: "Remove one of the two; the first one counts until then",
                    location: location(mark),
                    related: sourceMap.firstKey(key, of: mapping, from: start)))
        }
        sizes[shape] = min(mapping.count, Self.sizeLimit)
        return mapping
    }

    private mutating func key(
        of event: YAMLEvent, at mark: YAMLMark
    ) throws(Diagnostic) -> String {
        switch event {
        case .scalar:
            let text = stream.text
            if let anchor = stream.anchor { anchors[anchor] = (.string(text), 1) }
            return text
        case .alias:
            if let name = stream.anchor, let text = anchors[name]?.value.string { return text }
            fallthrough
        default:
            throw Diagnostic(
                .yamlKey, "A key is text, not a list or a mapping", location: location(mark))
        }
    }

    private func scalar(shape: ShapeTable.Node, at mark: YAMLMark) throws(Diagnostic) -> Value {
        let text = stream.text
        switch stream.tag {
        case nil, "?":
            guard stream.style == .plain else { return .string(text) }
            return shapes.isText(shape)
                ? YAMLScalar.value(ofPlainText: text) : YAMLScalar.value(ofPlain: text)
        case "!", "tag:yaml.org,2002:str": return .string(text)
        case "tag:yaml.org,2002:null": return .null
        case "tag:yaml.org,2002:bool", "tag:yaml.org,2002:int", "tag:yaml.org,2002:float":
            return YAMLScalar.value(ofPlain: text)
        case let tag?:
            throw Diagnostic(
                .yamlTag, "The tag `\(tag.prefix(80))` has no meaning here",
                hint: "Remove it; a text that begins with `!` needs quotes",
                location: location(mark))
        }
    }

    /// Notes where the value that begins now stands, and counts it.
    private mutating func note(_ mark: YAMLMark) throws(Diagnostic) {
        guard sourceMap.entries.count < limits.values else {
            throw Diagnostic(
                .yamlTooLarge, "The file holds more than \(limits.values) values",
                hint: "An alias such as `*name` repeats all that its anchor holds; write it out",
                location: location(mark))
        }
        let key = keyMark ?? mark
        keyMark = nil
        sourceMap.entries.append(
            SourceMap.Entry(
                keyLine: UInt32(key.line + 1), keyColumn: UInt32(key.column + 1),
                line: UInt32(mark.line + 1), column: UInt32(mark.column + 1)))
    }

    private func checkDepth(_ depth: Int, at mark: YAMLMark) throws(Diagnostic) {
        guard depth < limits.depth else {
            throw Diagnostic(
                .yamlTooDeep,
                "The values are nested more than \(limits.depth) levels deep",
                hint: "Look for a bracket that is opened again and again",
                location: location(mark))
        }
    }

    private func location(_ mark: YAMLMark) -> SourceLocation {
        SourceLocation(file: file, line: mark.line + 1, column: mark.column + 1)
    }
}

extension Diagnostic.Code {
    static let yamlTooLarge: Self = "yaml.too-large"
    static let yamlTooDeep: Self = "yaml.too-deep"
    static let yamlManyDocuments: Self = "yaml.many-documents"
    static let yamlAlias: Self = "yaml.alias"
    static let yamlDuplicateKey: Self = "yaml.duplicate-key"
    static let yamlKey: Self = "yaml.key"
    static let yamlTag: Self = "yaml.tag"
}
