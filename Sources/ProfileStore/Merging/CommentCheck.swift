internal import Formats

/// What becomes of the comments of three texts when they are merged.
///
/// A comment is somebody's words, and no field holds it. So, however a merged text was made, its
/// comments are counted at the end: a comment that no side took away has to be there, and one that a
/// side has added, too, even where the other side took away what it stood at.
struct CommentCheck {
    private let base: [String: Int]
    private let ours: [String: Int]
    private let theirs: [String: Int]
    /// The comments of both sides in their order, each once.
    private let order: [String]

    /// Takes the texts that are merged; of one that cannot be read no comments are known.
    init(_ texts: ThreeTexts) {
        let (mine, yours) = (Self.comments(in: texts.ours), Self.comments(in: texts.theirs))
        base = Self.counts(mine.isEmpty && yours.isEmpty ? [] : Self.comments(in: texts.base))
        ours = Self.counts(mine)
        theirs = Self.counts(yours)
        var known: Set<String> = []
        order = (mine + yours).filter { known.insert($0).inserted }
    }

    /// Compares the comments that there have to be with those of a merged text.
    ///
    /// - Parameters:
    ///   - texts: The merged text, or where the sides disagree what each side would have.
    ///   - marked: The text in which both are shown with markers.
    /// - Returns: The comments that it lacks, each as often as it lacks it.
    func missing(in texts: [[UInt8]], shownIn marked: [UInt8]? = nil) -> [String] {
        guard !order.isEmpty else { return [] }
        let found = texts.map { Self.counts(Self.comments(in: $0)) }
        let lines = marked.map(Self.lines)
        return order.flatMap { comment in
            var count = found.map { $0[comment] ?? 0 }.max() ?? 0
            if let lines { count = min(count, Self.count(of: comment, in: lines)) }
            return Array(repeating: comment, count: max(0, expected(comment) - count))
        }
    }

    /// Compares the comments that there have to be with the ends of the lines of a text that may
    /// not be readable as YAML.
    func missing(inLinesOf text: [UInt8]) -> [String] {
        guard !order.isEmpty else { return [] }
        let lines = Self.lines(of: text)
        return order.flatMap { comment in
            Array(
                repeating: comment,
                count: max(0, expected(comment) - Self.count(of: comment, in: lines)))
        }
    }

    /// How often a comment has to be there: as the edits of both sides make it, but what both added
    /// alike is one addition.
    private func expected(_ comment: String) -> Int {
        let (before, mine, yours) = (
            base[comment] ?? 0, ours[comment] ?? 0, theirs[comment] ?? 0
        )
        return mine > before && yours > before ? max(mine, yours) : max(0, mine + yours - before)
    }

    private static func comments(in bytes: [UInt8]?) -> [String] {
        // A text that cannot be read was refused before.
        bytes.flatMap { try? YAMLReader().comments(in: $0) } ?? []
    }

    private static func counts(_ comments: [String]) -> [String: Int] {
        comments.reduce(into: [:]) { $0[$1, default: 0] += 1 }
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
