internal import Formats

/// What becomes of the comments of three texts when they are merged.
///
/// A comment is somebody's words, and no field holds it. So, however a merged text was made, its
/// comments are counted at the end: a comment that no side took away has to be there, and one that a
/// side has added, too, even where the other side took away what it stood at.
struct CommentCheck {
    private let texts: ThreeTexts
    /// The lines with a `#` that all three texts have alike; nil where they differ in one.
    private let untouched: [ArraySlice<UInt8>]?

    /// Takes the texts that are merged; of one that cannot be read no comments are known.
    init(_ texts: ThreeTexts) {
        self.texts = texts
        let marked = Self.markedLines(of: texts.ours ?? [])
        let others = [texts.base, texts.theirs].map { Self.markedLines(of: $0 ?? []) }
        untouched = others.allSatisfy { $0 == marked } ? marked : nil
    }

    /// Compares the comments that there have to be with those of a merged text.
    ///
    /// - Parameters:
    ///   - texts: The merged text, or where the sides disagree what each side would have.
    ///   - marked: The text in which both are shown with markers.
    /// - Returns: The comments that it lacks, each as often as it lacks it.
    func missing(in texts: [[UInt8]], shownIn marked: [UInt8]? = nil) -> [String] {
        // To know that no comment is gone, the texts need not be read where no line with one is.
        if let untouched, untouched.isEmpty || !texts.isEmpty,
            (texts + [marked].compactMap(\.self)).allSatisfy({
                Self.markedLines(of: $0) == untouched
            })
        {
            return []
        }
        let expected = ExpectedComments(self.texts)
        guard !expected.isEmpty else { return [] }
        let found = texts.map { ExpectedComments.counts(in: $0) }
        let lines = marked.map(Self.lines)
        return expected.missing { comment in
            let count = found.map { $0[comment] ?? 0 }.max() ?? 0
            return lines.map { min(count, Self.count(of: comment, in: $0)) } ?? count
        }
    }

    /// Compares the comments that there have to be with the ends of the lines of a text that may
    /// not be readable as YAML.
    func missing(inLinesOf text: [UInt8]) -> [String] {
        let lines = Self.lines(of: text)
        return ExpectedComments(texts).missing { Self.count(of: $0, in: lines) }
    }

    /// The lines with a `#` in them: all that can hold a comment.
    private static func markedLines(of text: [UInt8]) -> [ArraySlice<UInt8>] {
        guard text.contains(UInt8(ascii: "#")) else { return [] }
        return lines(of: text).filter { $0.contains(UInt8(ascii: "#")) }
    }

    private static func lines(of text: [UInt8]) -> [ArraySlice<UInt8>] {
        text.split { $0 == 0x0A || $0 == 0x0D }
    }

    /// A text with markers is no YAML, so of its lines only the ends are looked at.
    private static func count(of comment: String, in lines: [ArraySlice<UInt8>]) -> Int {
        let end = Array(comment.utf8)
        return lines.count { line in
            var line = line
            while let last = line.last, last == 0x20 || last == 0x09 { line.removeLast() }
            return line.suffix(end.count).elementsEqual(end)
        }
    }
}

/// How often each comment has to be in a merged text.
private struct ExpectedComments {
    private let base: [String: Int]
    private let ours: [String: Int]
    private let theirs: [String: Int]
    /// The comments of both sides in their order, each once.
    private let order: [String]

    init(_ texts: ThreeTexts) {
        let (mine, yours) = (Self.comments(in: texts.ours), Self.comments(in: texts.theirs))
        let oldest = mine.isEmpty && yours.isEmpty ? [] : Self.comments(in: texts.base)
        (base, ours, theirs) = (Self.counts(oldest), Self.counts(mine), Self.counts(yours))
        var known: Set<String> = []
        order = (mine + yours).filter { known.insert($0).inserted }
    }

    var isEmpty: Bool { order.isEmpty }

    /// Returns the comments that a text lacks, each as often as it lacks it.
    func missing(having count: (String) -> Int) -> [String] {
        order.flatMap { comment in
            Array(repeating: comment, count: max(0, number(of: comment) - count(comment)))
        }
    }

    /// As the edits of both sides make it, but what both added alike is one addition.
    private func number(of comment: String) -> Int {
        let (before, mine, yours) = (
            base[comment] ?? 0, ours[comment] ?? 0, theirs[comment] ?? 0
        )
        return mine > before && yours > before ? max(mine, yours) : max(0, mine + yours - before)
    }

    static func counts(in text: [UInt8]) -> [String: Int] { counts(comments(in: text)) }

    private static func counts(_ comments: [String]) -> [String: Int] {
        comments.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    }

    private static func comments(in text: [UInt8]?) -> [String] {
        // A text that cannot be read was refused before.
        text.flatMap { try? YAMLReader().comments(in: $0) } ?? []
    }
}
