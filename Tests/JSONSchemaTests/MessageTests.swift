import Formats
import JSONSchema
import RecordModel
import Testing

/// What the schemas of this repository say about the mistakes that people make.
@Suite struct MessageTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let section: String
        let yaml: String
        let findings: [String]
        var testDescription: String { "\(section): \(yaml.debugDescription)" }

        init(_ section: String, _ yaml: String, _ findings: String...) {
            (self.section, self.yaml, self.findings) = (section, yaml, findings)
        }
    }

    /// A publication that is fine, to add a mistake to.
    private static let entry = "- id: a1\n  title: T\n  authors: [{name: A}]\n"

    @Test(arguments: [
        Case(
            "profile", "name:\n  display: A\n  givne: B\n",
            "schema.unknown-field /name/givne: There is no field `givne` here → Did you mean `given`?"
        ),
        Case(
            "publications", "- id: a1\n  title: T\n  author: [{name: A}]\n",
            "schema.required /a1/authors: The field `authors` is missing → All authors in the printed order",
            "schema.unknown-field /a1/author: There is no field `author` here → Did you mean `authors`?"
        ),
        Case(
            "publications", entry + "  titel: T\n",
            "schema.unknown-field /a1/titel: There is no field `titel` here → The fields that are known: `id`, `title`, `authors`, `others`, `annotation`, `venue`, `date`, `status`, `doi`, `arxiv`, `isbn`, `pmid`, …"
        ),
        Case(
            "profile",
            "name: {display: A}\nlinks: [{id: github, kind: gihub, handle: a}]\n",
            "schema.enum /links/github/kind: `gihub` is none of the values that are allowed here → Did you mean `github`?"
        ),
        Case(
            "profile", "name: {display: A}\nlayout: {theme: Al_Folio}\n",
            "schema.enum /layout/theme: `Al_Folio` is none of the values that are allowed here → Did you mean `al-folio`?"
        ),
        Case(
            "profile", "role: R\n",
            "schema.required /name: The field `name` is missing → The person's name, whole and in parts"
        ),
        Case(
            "news", "- date: 2024\n  text: T\n",
            "schema.required /0/id: The field `id` is missing → The id of the item: what and when; for example `fedimpro-accepted-2024`"
        ),
        Case(
            "profile", "name: Ada\n",
            "schema.type /name: A text stands here; a mapping is due → The person's name, whole and in parts"
        ),
        Case(
            "profile", "name: {display: A}\nkeywords: one\n",
            "schema.type /keywords: A text stands here; a list is due → Research topics in a word or two each"
        ),
        Case(
            "profile", "name: {display: A}\nphone:\n",
            "schema.type /phone: The field has no value; a text is due → Fill it in, or remove the field; for example `+852 0000 0000`"
        ),
        Case(
            "publications", "- id: a1\n  title: T\n  authors: [{name: A, self: yes}]\n",
            "schema.type /a1/authors/0/self: A text stands here; `true` or `false` is due → Write `true`"
        ),
        Case(
            "publications", "- id: a1\n  title: ''\n  authors: []\n",
            "schema.min-length /a1/title: It is empty; at least 1 character is due → The title as printed, without a final full stop; for example `FedImpro: Measuring and Improving Client Update in Federa…`",
            "schema.min-items /a1/authors: It is empty; at least 1 item is due → All authors in the printed order"
        ),
        Case(
            "publications", entry + "  date: 2024-13\n",
            "schema.pattern /a1/date: `2024-13` does not have the form that is due: date → A year, a month or a day: `2024`, `2024-01` or `2024-01-05`; for example `2024`"
        ),
        Case(
            "publications", entry + "  url: javascript:alert(1)\n",
            "schema.pattern /a1/url: `javascript:alert(1)` does not have the form that is due: URL → A full address that begins with `https://`, `http://` or `mailto:`; for example `https://example.org/~ada/`"
        ),
        Case(
            "publications", entry + "  doi: https://doi.org/10.1000/x\n",
            "schema.pattern /a1/doi: `https://doi.org/10.1000/x` does not have the form that is due: DOI → A digital object identifier, bare: without `https://doi.org/` before it; for example `10.1109/TPDS.2022.3230938`"
        ),
        Case(
            "publications", "- id: 2024\n  title: T\n  authors: [{name: A}]\n",
            "schema.pattern /0/id: `2024` does not have the form that is due: entry id → A slug with at least one letter, unique within its list; for example `fedimpro-2024`"
        ),
        Case(
            "publications", entry + "  links: [{label: code}]\n",
            "schema.any-of /a1/links/0: One of the fields `url` or `file` is missing"),
        Case(
            "profile", "name: {display: A}\nkeywords: [a, b, a]\n",
            "schema.duplicate /keywords/2: The items 1 and 3 are the same: `a` → Remove one of the two"
        ),
        Case(
            "profile",
            "name: {display: A}\nlayout: {theme: plain, sections: [{section: news, level: 7}]}\n",
            "schema.maximum /layout/sections/news/level: `7` is too large; at most 3 is due → The level of the heading: 1 for `#`; for example `2`"
        ),
        Case(
            "profile", "name: {display: A}\ncitations: {total: 1.5, as_of: 2024}\n",
            "schema.type /citations/total: A number stands here; a whole number is due → How often the person's works have been cited; for example `1024`"
        ),
        Case(
            "publications", "id: a1\n",
            "schema.type : A mapping stands here; a list is due → Papers, preprints, theses, patents, data sets: what the person has written, newest first; of one date, in the order of the file"
        ),
        Case("publications", entry + "  date: 2024\n  venue: {volume: 1.10, number: no}\n"),
    ])
    func `a mistake is told as a person would tell it`(test: Case) throws {
        let schema = try StoreSchemas.schema(test.section)
        let value = try StoreSchemas.value(test.yaml, schema).value
        let findings = schema.validate(value).map { finding in
            "\(finding.code.rawValue) \(finding.path ?? .root): \(finding.message)"
                + (finding.hint.map { " → " + $0 } ?? "")
        }
        #expect(findings == test.findings)
        #expect(schema.isValid(value) == findings.isEmpty)
    }
}
