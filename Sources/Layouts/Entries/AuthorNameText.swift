import Formats
import Profiles
import Prose

/// The names of authors in the forms that pages and bibliographies have them.
enum AuthorNameText {
    /// Writes a name as the record wants names written.
    static func write(_ name: String, form: LayoutChoices.AuthorNames?) -> String {
        switch form {
        case .initials?: NameText(displayed: name).initials
        case .full?: NameText(displayed: name).full
        case .asWritten?, nil: name
        }
    }

    /// A name as a bibliography has it, with the signs that go after the family name.
    static func bibTeX(_ name: String, form: LayoutChoices.AuthorNames?, marks: String = "")
        -> BibTeXName
    {
        let parts = NameText(displayed: write(name, form: form))
        return BibTeXName(
            given: parts.given, particle: parts.particle, family: parts.family,
            suffix: parts.suffix, marks: marks)
    }
}
