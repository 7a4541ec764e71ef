import Formats
import Testing

/// How the names of an author field are taken apart.
struct BibTeXNameListTests {
    @Test(arguments: [
        ("Donald E. Knuth", BibTeXName(given: "Donald E.", family: "Knuth")),
        ("Knuth, Donald E.", BibTeXName(given: "Donald E.", family: "Knuth")),
        (
            "Ludwig van Beethoven",
            BibTeXName(given: "Ludwig", particle: "van", family: "Beethoven")
        ),
        (
            "van der Berg, Jr., Jan",
            BibTeXName(given: "Jan", particle: "van der", family: "Berg", suffix: "Jr.")
        ),
        (
            "Jean de La Fontaine",
            BibTeXName(given: "Jean", particle: "de", family: "La Fontaine")
        ),
        ("jean de la fontaine", BibTeXName(particle: "jean de la", family: "fontaine")),
        ("M{\\\"u}ller, J{\\\"o}rg", BibTeXName(given: "Jörg", family: "Müller")),
        ("Jo\\~{a}o Sacramento", BibTeXName(given: "João", family: "Sacramento")),
        ("\\'Emile Zola", BibTeXName(given: "Émile", family: "Zola")),
        ("{\\\"o}lke, Anna", BibTeXName(given: "Anna", family: "ölke")),
        ("Einstein*†, A.", BibTeXName(given: "A.", family: "Einstein", marks: "*†")),
        (
            "Albert Einstein$^{\\dagger}$",
            BibTeXName(given: "Albert", family: "Einstein", marks: "†")
        ),
        ("{The ATLAS Collaboration}", BibTeXName(organization: "The ATLAS Collaboration")),
        ("Plato", BibTeXName(family: "Plato")),
        ("Smith~Jones, A.", BibTeXName(given: "A.", family: "Smith Jones")),
        ("王小明", BibTeXName(family: "王小明")),
    ])
    func `a name is read by BibTeX's rules`(text: String, expected: BibTeXName) {
        #expect(BibTeXNameList(parsing: text).names == [expected])
    }

    @Test func `names are joined by the word and`() {
        let list = BibTeXNameList(parsing: "Anders And{\\~a}o AND {Barnes and Noble}\n and others")
        #expect(list.names.map(\.family) == ["Andão", "Barnes and Noble"])
        #expect(list.hasOthers)
        #expect(BibTeXNameList(parsing: " and  and ").names.isEmpty)
    }

    @Test(arguments: [
        BibTeXName(given: "Jan", particle: "van der", family: "Berg", suffix: "Jr.", marks: "*"),
        BibTeXName(given: "Émile", family: "de Zola and Sons"),
        BibTeXName(organization: "The R & D Team"), BibTeXName(family: "Plato"),
    ])
    func `a name that is written is read again`(name: BibTeXName) {
        let text = BibTeXName.list([name], for: .document)
        let read = BibTeXNameList(parsing: text).names.first
        #expect(read?.family == name.family)
        #expect(read?.given == name.given)
        #expect(read?.marks == name.marks)
    }
}
