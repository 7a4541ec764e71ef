import Prose
import Testing

@Suite struct SentenceTests {
    @Test func `lists in words`() {
        #expect(Sentence.list([]) == "" && Sentence.list(["A"]) == "A")
        #expect(
            Sentence.list(["A", "B"]) == "A and B"
                && Sentence.list(["A", "", "B", "C"]) == "A, B, and C")
        #expect(Sentence.joined(["A", nil, "", "B"]) == "A, B")
        #expect(
            Sentence.closed("A") == "A." && Sentence.closed("A!") == "A!"
                && Sentence.closed("") == "")
    }

    @Test(arguments: [
        ("a@b.c", "a [at] b [dot] c"), ("j.doe@cs.x.edu", "j.doe [at] cs [dot] x [dot] edu"),
        ("no address", "no address"),
    ])
    func `an address is hidden`(address: String, text: String) {
        #expect(EmailText.obfuscated(address) == text)
    }

    @Test(
        arguments: [
            ("a [at] b [dot] c", "a@b.c"), ("j.doe(at)cs(dot)x(dot)edu", "j.doe@cs.x.edu"),
            ("a at b dot c", "a@b.c"),
            ("a@b.c", "a@b.c"), ("a [AT] b.c", "a@b.c"), ("meet me at the dot", nil),
            ("a [at] b", nil), ("", nil),
        ] as [(String, String?)])
    func `a hidden address is found`(text: String, address: String?) {
        #expect(EmailText.plain(text) == address)
    }
}
