import Prose
import Testing

/// Who a page is about, and how to reach that person.
@Suite struct PersonTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let text: String
        let parts: [String?]
        var testDescription: String { text }

        init(_ text: String, _ parts: String?...) {
            self.text = text
            self.parts = parts
        }
    }

    @Test(arguments: [
        Case(
            "Hi, I'm Ada Berg, a PhD student at the [University of Graz](https://g.example).",
            "Ada Berg", nil, "PhD student", "University of Graz"),
        Case(
            "My name is **Ada Berg** (贝格), and I am currently an Associate Professor in the School of Rivers at Oslo University.",
            "Ada Berg", "贝格", "Associate Professor", "Oslo University"),
        Case(
            "Ada Berg is a postdoctoral researcher at the University of Oslo, where she works on rivers.",
            "Ada Berg", nil, "postdoctoral researcher", "University of Oslo"),
        Case("我是李明，南昌大学的研究生。", "李明", nil, nil, nil),
        Case("Ich bin Ada Berg, Doktorandin an der Universität Graz.", "Ada Berg", nil, nil, nil),
        Case("I am interested in rivers and in Large Models.", nil, nil, nil, nil),
        Case("Sou Desenvolvedora Jr. em transição.", nil, nil, nil, nil),
        Case("", nil, nil, nil, nil),
    ])
    func `the first sentences say who it is`(_ example: Case) {
        let person = PersonSentence(example.text)
        #expect(
            [person.name, person.nativeName, person.role, person.organization] == example.parts)
    }

    @Test(arguments: [
        ("ada@berg.example", "ada@berg.example"),
        ("ada [at] berg [dot] example", "ada@berg.example"),
        ("ada(at)berg.example", "ada@berg.example"), ("ada {at} berg.example", "ada@berg.example"),
        ("ada [at) berg.example", "ada@berg.example"),
        ("ada at berg dot example", "ada@berg.example"),
        ("ada.b [AT] berg.example", "ada.b@berg.example"),
        ("ada[at]berg[dot].example", "ada@berg.example"),
        ("write to a.b-c_d@x.y.example, please", "a.b-c_d@x.y.example"),
        ("ada ＠ berg.example", "ada@berg.example"),
        ("I work at example.com and like it a lot there", ""), ("meet me @ noon", ""), ("", ""),
    ])
    func `an address is found however it is hidden`(text: String, address: String) {
        #expect(EmailFinder.find(in: text).map(\.address) == (address.isEmpty ? [] : [address]))
    }

    @Test(arguments: [
        EntryExample(
            "📧 Email: ada [at] berg [dot] example", as: .contact,
            [
                "emails/0/address": "ada@berg.example", "emails/0/show": "obfuscated",
                "emails/0/written": "ada [at] berg [dot] example",
            ]),
        EntryExample(
            "**Email:** [ada@berg.example](mailto:ada@berg.example)", as: .contact,
            ["emails/0/address": "ada@berg.example", "emails/0/show": "plain"]),
        EntryExample("Office: Tower 3, G2326", as: .contact, ["office": "Tower 3, G2326"]),
        EntryExample("电话：+86 10 1234", as: .contact, ["phone": "+86 10 1234"]),
        EntryExample(
            "<tr><td>📍 Location</td><td>Graz, Austria</td></tr>", as: .contact,
            ["location": "Graz, Austria"]),
        EntryExample(
            "WeChat: ada_b", as: .contact, ["links/0/kind": "wechat", "links/0/handle": "ada_b"]),
        EntryExample(
            "**GitHub:** [ada](https://github.com/ada)", as: .contact,
            ["links/0/kind": "github", "links/0/handle": "ada"]),
        EntryExample(
            "[Google Scholar](https://scholar.google.com/citations?user=abc) · [CV](https://a.example/cv.pdf)",
            as: .contact,
            [
                "links/0/kind": "scholar", "links/0/handle": "abc", "links/1/kind": "cv",
                "links/1/url": "https://a.example/cv.pdf", "links/1/label": "CV",
            ]),
        EntryExample("Come by whenever you like, the door is open.", as: .contact, nil),
    ])
    func `a line of contacts is fields of the person`(_ example: EntryExample) { example.check() }
}
