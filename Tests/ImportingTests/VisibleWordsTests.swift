import Importing
import Testing

/// What counts as a word, as a reader of the page would say.
@Suite struct VisibleWordsTests {
    @Test(arguments: [
        ("Fast SGD: a Survey", ["fast", "sgd", "a", "survey"]),
        ("ICML'22,23", ["icml", "22", "23"]),
        ("Müller naïve Straße", ["müller", "naïve", "strasse"]),
        ("e\u{301}cole", ["école"]),
        ("ﬁeld ２０２４ x² ™", ["field", "2024", "x2", "tm"]),
        ("论文 Papers", ["论", "文", "papers"]),
        ("🔥 News 🎉🎉", ["🔥", "news", "🎉", "🎉"]),
        ("under_score don't", ["under", "score", "don", "t"]),
        ("", []),
    ])
    func `words are runs of letters and digits`(text: String, words: [String]) {
        #expect(VisibleWords.words(of: text) == words)
    }

    @Test func `markup shows no words`() {
        let words = VisibleWords(ofMarkdown: "[**a**](https://x.y) <b title=\"c\">d</b> ![e](f)")
        #expect(words.sorted == ["a", "d"])
    }

    @Test func `counts are taken apart and together`() {
        let first = VisibleWords(ofText: "a a b")
        let second = VisibleWords(ofText: "a c")
        #expect(first.intersection(second).sorted == ["a"])
        #expect(first.subtracting(second).sorted == ["a", "b"])
        var sum = first
        sum.add(second)
        #expect(sum.sorted == ["a", "a", "a", "b", "c"])
        #expect(sum.total == 5)
    }
}
