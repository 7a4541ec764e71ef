import Formats
import Profiles
import Prose

extension AlFolio {
    /// The name in the parts that the theme prints one after the other.
    ///
    /// They make up the name as it is shown, whatever its order, and not what the record says of
    /// its grammar.
    struct ShownName: Equatable {
        let first: String
        let last: String

        init(_ name: PersonName) {
            let words = name.display.split(separator: " ").map(String.init)
            let family = [name.particle, name.family, name.suffix].compactMap(\.self)
                .joined(separator: " ")
            if !family.isEmpty, name.display.hasSuffix(" " + family) {
                first = String(name.display.dropLast(family.count + 1))
                last = family
            } else if name.display.first?.isLetter != true {
                // No name but a remark, such as one in brackets, and not to be cut in two.
                first = name.display
                last = ""
            } else {
                first = words.dropLast().joined(separator: " ")
                last = words.last ?? ""
            }
        }
    }

    /// A name as this theme's bibliography needs it: of family names it prints neither particle
    /// nor suffix, so these are a part of the name, and marks stand behind it.
    func bibliographyName(_ author: Author, in authors: AuthorLines) -> BibTeXName {
        let marks = era.isBefore(.marksAfterSurnames) ? "" : authors.signs(author)
        return bibliographyName(author.name, marks: marks)
    }

    func bibliographyName(_ name: String, marks: String = "") -> BibTeXName {
        let parts = AuthorNameText.bibTeX(name, form: profile.layoutChoices.authorNames)
        let family = [parts.particle, parts.family, parts.suffix].filter { !$0.isEmpty }
            .joined(separator: " ")
        return BibTeXName(given: parts.given, family: family, marks: marks)
    }

    /// The authors, with marks that the theme takes off a surname before it looks for the person;
    /// any other character there would hide the name.
    var authors: AuthorLines { AuthorLines(input, allowing: "*∗†‡§¶‖&^") }

    /// Every surname and every given name under which the bibliography lists the person.
    func ownNames() -> (last: [String], first: [String]) {
        let authors = self.authors
        var names: [BibTeXName] = []
        for paper in profile.publications {
            for author in paper.authors where authors.isSelf(author, in: paper) {
                names.append(bibliographyName(author.name))
            }
        }
        let person = profile.person.name
        names += ([person.display] + person.variants).map { bibliographyName($0) }
        let unique = { (texts: [String]) -> [String] in
            var seen: Set<String> = []
            return texts.filter { !$0.isEmpty && seen.insert($0).inserted }
        }
        return (unique(names.map(\.family)), unique(names.map(\.given)))
    }

    /// A surname as the theme looks coauthors up.
    func coauthorKey(_ surname: String) -> String {
        guard !era.isBefore(.liquidTemplates) else { return surname }
        return surname.lowercased().map { character -> String in
            guard !character.isASCII else { return String(character) }
            let plain = Slugs.slug(String(character))
            // What has no Latin spelling is a question mark to the theme.
            return plain.hasPrefix("x-") ? "?" : plain
        }.joined()
    }
}
