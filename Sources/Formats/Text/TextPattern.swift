/// A regular expression that is put together once.
///
/// A literal within a function is parsed and compiled each time that it is come to, which takes
/// much longer than matching a line of text.
public struct TextPattern<Output>: @unchecked Sendable {
    // `Regex` is not sendable because it may hold functions of its author. A literal holds none,
    // and its program, made when it is first asked, is put in place by one atomic exchange.
    private let regex: Regex<Output>

    /// Takes a literal.
    public init(_ literal: Regex<Output>) { regex = literal }

    /// The first match within a text; nil where there is none.
    public func firstMatch(in text: String) -> Regex<Output>.Match? { text.firstMatch(of: regex) }

    /// All matches within a text, in order.
    public func matches(in text: String) -> [Regex<Output>.Match] { text.matches(of: regex) }

    /// Returns a text with something in the place of each match.
    public func replacing(in text: String, with replacement: String) -> String {
        text.replacing(regex) { _ in replacement }
    }
}
