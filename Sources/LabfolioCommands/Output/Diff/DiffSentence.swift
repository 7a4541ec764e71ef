/// Words about a change, in which what comes from a record is told apart from what labfolio says.
///
/// Why: text of a record must not act in a terminal, in Markdown or in HTML, and only the one who
/// prints it knows what acts there. So no sentence is ever a plain string: `"ended \(date)"` holds
/// one part that is ours and one that is data.
struct DiffSentence: Hashable, Sendable {
    /// A run of text of one origin.
    enum Part: Hashable, Sendable {
        /// What labfolio says.
        case words(String)
        /// What a record says.
        case data(String)
        /// What a record said and does not any more.
        case removed(String)
        /// What a record says now and did not before.
        case added(String)
    }

    /// The runs, in order.
    private(set) var parts: [Part] = []

    init(_ parts: [Part] = []) { self.parts = parts }

    /// Returns the sentences one after the other, with words of ours between them.
    static func joined(_ sentences: [DiffSentence], by separator: String) -> DiffSentence {
        var result = DiffSentence()
        for (index, sentence) in sentences.enumerated() {
            if index > 0 { result.parts.append(.words(separator)) }
            result.parts += sentence.parts
        }
        return result
    }

    static func + (first: DiffSentence, second: DiffSentence) -> DiffSentence {
        DiffSentence(first.parts + second.parts)
    }

    /// The sentence as plain text, for comparing and for places where nothing acts.
    var plain: String {
        parts.reduce(into: "") { text, part in
            switch part {
            case .words(let run), .data(let run), .removed(let run), .added(let run): text += run
            }
        }
    }
}

extension DiffSentence: ExpressibleByStringInterpolation {
    /// What is written out is ours; what is put in is a record's.
    struct StringInterpolation: StringInterpolationProtocol {
        var parts: [Part] = []

        init(literalCapacity: Int, interpolationCount: Int) {
            parts.reserveCapacity(interpolationCount * 2 + 1)
        }

        mutating func appendLiteral(_ literal: String) {
            if !literal.isEmpty { parts.append(.words(literal)) }
        }

        mutating func appendInterpolation(_ data: String) { parts.append(.data(data)) }

        mutating func appendInterpolation(words: String) { parts.append(.words(words)) }

        mutating func appendInterpolation(removed data: String) { parts.append(.removed(data)) }

        mutating func appendInterpolation(added data: String) { parts.append(.added(data)) }

        mutating func appendInterpolation(_ sentence: DiffSentence) { parts += sentence.parts }
    }

    init(stringLiteral text: String) { self.init([.words(text)]) }

    init(stringInterpolation: StringInterpolation) { self.init(stringInterpolation.parts) }
}
