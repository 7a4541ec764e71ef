import Prose
import TestSupport
import Testing

@Suite struct NameTextTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let text: String
        let name: NameText
        let initials: String
        var testDescription: String { text }

        init(
            _ text: String, _ given: String, _ particle: String, _ family: String, _ suffix: String,
            _ initials: String
        ) {
            self.text = text
            name = NameText(given: given, particle: particle, family: family, suffix: suffix)
            self.initials = initials
        }
    }

    static let cases = [
        Case("Zhenheng Tang", "Zhenheng", "", "Tang", "", "Z. Tang"),
        Case("Jan van der Berg", "Jan", "van der", "Berg", "", "J. van der Berg"),
        Case("Ludwig van Beethoven", "Ludwig", "van", "Beethoven", "", "L. van Beethoven"),
        Case("Wernher von Braun Jr.", "Wernher", "von", "Braun", "Jr.", "W. von Braun Jr."),
        Case("Martin Luther King, Jr.", "Martin Luther", "", "King", "Jr.", "M. L. King Jr."),
        Case("John Smith III", "John", "", "Smith", "III", "J. Smith III"),
        Case("Jean-Paul Sartre", "Jean-Paul", "", "Sartre", "", "J.-P. Sartre"),
        Case("Tang, Zhenheng", "Zhenheng", "", "Tang", "", "Z. Tang"),
        Case("van der Berg, Jan", "Jan", "van der", "Berg", "", "J. van der Berg"),
        Case("Berg, Jr., Jan", "Jan", "", "Berg", "Jr.", "J. Berg Jr."),
        Case("Z. Tang", "Z.", "", "Tang", "", "Z. Tang"),
        Case("Van Jacobson", "Van", "", "Jacobson", "", "V. Jacobson"),
        Case("Maria de la Cruz", "Maria", "de la", "Cruz", "", "M. de la Cruz"),
        Case("Aristotle", "", "", "Aristotle", "", "Aristotle"),
        Case("Yann LeCun", "Yann", "", "LeCun", "", "Y. LeCun"),
        Case("Do Xuan Long", "Do Xuan", "", "Long", "", "D. X. Long"),
        Case("唐振衡", "振衡", "", "唐", "", "唐振衡"), Case("欧阳修", "修", "", "欧阳", "", "欧阳修"),
        Case("王伟", "伟", "", "王", "", "王伟"), Case("김민준", "민준", "", "김", "", "김민준"),
        Case("  Bo   Li ", "Bo", "", "Li", "", "B. Li"), Case("", "", "", "", "", ""),
    ]

    @Test(arguments: cases) func `a name is split by its words`(_ example: Case) {
        #expect(NameText(displayed: example.text) == example.name)
        #expect(example.name.initials == example.initials)
    }

    @Test(arguments: cases) func `a split name reads as before`(_ example: Case) {
        #expect(NameText(displayed: example.name.full) == example.name)
        #expect(NameText(displayed: example.name.familyFirst).full == example.name.full)
    }

    @Test func `family first`() {
        #expect(NameText(displayed: "Jan van der Berg Jr.").familyFirst == "van der Berg, Jan, Jr.")
        #expect(NameText(displayed: "唐振衡").familyFirst == "唐振衡")
    }
}
