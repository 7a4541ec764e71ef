import Formats

/// Several publications in one box, each behind a number in brackets.
///
/// `[1] J. Lind. Rivers. [2] A. Berg. Banks.`
struct NumberedPapers {
    /// What stands before the first one.
    private let head: [Item.Line]
    private let papers: [Item]
    private let item: Item

    /// Cuts an item; nil where fewer than two of its lines begin with a number.
    init?(_ item: Item) {
        var (head, papers): ([Item.Line], [Item]) = ([], [])
        for var line in item.lines {
            if let end = Self.endOfNumber(line.text) {
                line.text = line.text[end..<line.text.count]
                var paper = Item()
                paper.lines = [line]
                papers.append(paper)
            } else if papers.isEmpty {
                head.append(line)
            } else {
                papers[papers.count - 1].lines.append(line)
            }
        }
        guard papers.count > 1,
            VisibleWords.words(head.map(\.string).joined(separator: " ")).count < 16
        else { return nil }
        self.head = head
        self.papers = papers
        self.item = item
    }

    /// Returns the entries, nil where one of them is not read.
    func read(_ context: EntryContext) -> [EntryReading]? {
        let grammar = PublicationGrammar(context: context)
        var readings: [EntryReading] = []
        for paper in papers {
            guard let reading = grammar.read(paper) else { return nil }
            readings.append(reading)
        }
        // All words of the notation stand with the first entry.
        for index in readings.indices.dropFirst() {
            readings[0].notation.words += readings[index].notation.words
            readings[index].notation.words = []
        }
        for line in head { readings[0].notation.words += VisibleWords.words(line.string) }
        for line in item.lines where Self.endOfNumber(line.text) != nil {
            let end = Self.endOfNumber(line.text) ?? 0
            readings[0].notation.words += VisibleWords.words(line.text.string(0..<end))
        }
        readings[0].notation.words += item.joinedWords
        guard EntryDraft.isWhole(item, readings.map(\.fields), readings[0].notation) else {
            return nil
        }
        readings[0].notation.images = item.images.filter { !$0.isBadge }.map {
            .init(source: $0.source, alternative: $0.alternative)
        }
        return readings
    }

    /// Where a number in brackets ends that a line begins with: `[12] `, `[J3] `.
    private static func endOfNumber(_ text: StyledText) -> Int? {
        let start = text.trimmed(text.indices).lowerBound
        guard text.sign(at: start) == "[", text.style(at: start).link == nil else { return nil }
        var index = start + 1
        var digits = 0
        while let sign = text.sign(at: index), sign != "]", index - start < 6 {
            guard sign.isDigit || sign.isLetter && digits == 0 else { return nil }
            if sign.isDigit { digits += 1 }
            index += 1
        }
        guard text.sign(at: index) == "]", (1...3).contains(digits),
            text.sign(at: index + 1)?.isBlank == true
        else { return nil }
        return index + 1
    }
}
