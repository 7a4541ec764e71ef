internal import RecordModel

/// What a rule has to say about one text, wherever the text stands.
struct TextCheck: Sendable {
    /// Words in lower case, of which a text has at least one if the rule finds anything in it.
    let keywords: [String]
    /// The kinds of text that the rule is about.
    let kinds: Set<TextKind>
    /// Whether the free keys of a theme's options are looked at too.
    let isAboutKeys: Bool
    /// Returns what is wrong with a text that has a keyword.
    let findings: @Sendable (LintText) -> [TextFinding]

    init(
        keywords: [String], kinds: Set<TextKind> = Set(TextKind.allCases),
        isAboutKeys: Bool = false, findings: @escaping @Sendable (LintText) -> [TextFinding]
    ) {
        self.keywords = keywords
        self.kinds = kinds
        self.isAboutKeys = isAboutKeys
        self.findings = findings
    }
}

/// One text that rules look at.
struct LintText: Sendable {
    /// The text.
    let content: String
    /// What it is.
    let kind: TextKind
    /// Where it stands; nil for a text that is no field of a record.
    let path: FieldPath?
    /// The addresses that no public text may hold, in lower case.
    let disguisedAddresses: [String]

    init(
        _ content: String, kind: TextKind, path: FieldPath? = nil,
        disguisedAddresses: [String] = []
    ) {
        self.content = content
        self.kind = kind
        self.path = path
        self.disguisedAddresses = disguisedAddresses
    }

    /// The text itself where it is a field, which is mended as a whole; the lines of a page.
    var parts: [(text: String, offset: Int)] {
        guard path == nil else { return [(content, 0)] }
        var offset = 0
        return content.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            .map { line in
                defer { offset += line.count + 1 }
                return (String(Substring(line)), offset)
            }
    }

    /// The findings that are worth telling: one for a field, one for each line of a page.
    func told(_ findings: [TextFinding]) -> [TextFinding] {
        let sorted = findings.sorted { $0.offset < $1.offset }
        guard path == nil else { return Array(sorted.prefix(1)) }
        let bytes = Array(content.utf8)
        var end = -1
        return sorted.filter { finding in
            guard finding.offset > end else { return false }
            end = bytes[finding.offset...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
            return true
        }
    }
}

/// One thing that is wrong with a text.
struct TextFinding: Sendable {
    /// What is wrong, as a sentence.
    let message: String
    /// What to do about it.
    let hint: String
    /// Where in the text it begins, in bytes from 0.
    let offset: Int
    /// The whole text mended, where that can be said.
    let mended: Mended?

    /// A text that no longer has the fault.
    struct Mended: Sendable {
        let summary: String
        let isSafe: Bool
        let text: String
    }

    init(_ message: String, hint: String, at offset: Int, mended: Mended? = nil) {
        self.message = message
        self.hint = hint
        self.offset = offset
        self.mended = mended
    }
}
