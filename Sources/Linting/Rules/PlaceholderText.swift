internal import RecordModel

extension Rule {
    /// Finds text that a theme or a template left behind.
    static let placeholderText = Rule(
        "lint.placeholder-text", "Text of a template is left"
    ) { subject in
        // Paths are only made for the few records that have something to find.
        guard hasSample(subject.record.value) else { return [] }
        var found: [Diagnostic] = []
        visit(subject.record.value, .root) { text, path in
            guard let sample = sample(in: text) else { return }
            found.append(
                Diagnostic(
                    "lint.placeholder-text", "`\(sample)` is text of a template",
                    severity: .warning, hint: "Write your own text, or remove the entry",
                    path: path))
        }
        return found
    }

    /// Words that stand in the samples of themes and in nothing that a person means, in lower case.
    private static let samples = [
        "lorem ipsum", "your name here", "paper title number", "555 your office number",
        "you@example.com", "lorem@ipsum.com",
    ]

    private static let sampleBytes = samples.map { Array($0.utf8) }
    /// Whether a sample begins with a byte, in either case, by the byte.
    private static let isFirst = (UInt8.min...UInt8.max).map { byte in
        sampleBytes.contains { $0.first == folded(byte) }
    }

    /// Returns the first sample in a text, whatever its case.
    ///
    /// Every text of every record comes by here, so bytes are compared, each looked at once
    /// unless a sample may begin with it.
    private static func sample(in text: String) -> String? {
        let bytes = text.utf8.span
        for position in bytes.indices where isFirst[Int(bytes[position])] {
            for (sample, name) in zip(sampleBytes, samples)
            where position + sample.count <= bytes.count
                && sample.indices.allSatisfy({ folded(bytes[position + $0]) == sample[$0] })
            {
                return name
            }
        }
        return nil
    }

    /// A letter of the basic alphabet in lower case, every other byte as it is.
    private static func folded(_ byte: UInt8) -> UInt8 {
        byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
    }

    private static func hasSample(_ value: Value) -> Bool {
        switch value {
        case .string(let text): sample(in: text) != nil
        case .list(let items): items.contains(where: hasSample)
        case .mapping(let mapping): mapping.entries.contains { hasSample($0.value) }
        default: false
        }
    }

    private static func visit(
        _ value: Value, _ path: FieldPath, _ body: (String, FieldPath) -> Void
    ) {
        switch value {
        case .string(let text): body(text, path)
        case .list(let items):
            for (index, item) in items.enumerated() {
                let step = ListRule(identity: .key("id")).name(of: item) ?? String(index)
                visit(item, path.appending(step), body)
            }
        case .mapping(let mapping):
            for entry in mapping.entries { visit(entry.value, path.appending(entry.key), body) }
        default: break
        }
    }
}
