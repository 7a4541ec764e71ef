public import RecordModel

extension Explanation {
    /// The findings of imports.
    public static let importing: [Explanation] = [
        Explanation(
            .importGuessedName,
            summary: "The person's name was found in running text, or not at all.",
            reason: "The name tells which of the authors of a paper the person is.",
            remedy: "Import again with --name, or set /profile/name."),
        Explanation(
            .importGuessedField,
            summary: "A field that a record must have is not in the document.",
            reason:
                "“Unknown”, or the person as the only author, stands there until somebody knows.",
            remedy: "Set the field, or take the entry away."),
        Explanation(
            .importDamagedHeader,
            summary: "The lines between the two `---` of a page are no sound YAML.",
            reason: "Jekyll shows such a page without its title, and without an error.",
            remedy: "Look at the fields of the profile: what could be read was taken.",
            bad: "title: Ada: a page", good: "title: \"Ada: a page\""),
        Explanation(
            .importMissingInclude,
            summary: "A page includes a file that is not in the source.",
            reason: "What stands in that file is on the homepage and not in the record.",
            remedy: "Import the folder of the site instead of the page."),
        Explanation(
            .importFieldLeft,
            summary: "A value of the source does not fit its field.",
            reason: "A record that breaks its schema could not be committed.",
            remedy: "Set the field by hand, as the message says what the source has."),
        Explanation(
            .importFileLeft,
            summary: "A file that a page refers to does not come into the record.",
            reason: "A store keeps what people read for years; large files belong elsewhere.",
            remedy: "Put the file where it can stay, and set the link to its address."),
        Explanation(
            .importUnexamined,
            summary: "Part of a text was not looked at for damaged characters.",
            reason:
                "Text read in the wrong encoding is repaired where a page could have it; what is "
                + "longer than any page, or has zero bytes, is taken as it stands.",
            remedy: "Look at the lines, and mend them in the source before importing again."),
        Explanation(
            .importTooLarge,
            summary: "A file of the site is too large to be a page, and was not read.",
            reason: "What it says is not in the record.",
            remedy: "If it is a page, part it into several."),
        Explanation(
            .importLostWords,
            summary: "Words of the source are neither in the record nor in the report.",
            reason: "An import promises to lose nothing; this is a fault of the tool.",
            remedy: "Add the words by hand, and report the page."),
    ]
}

extension Diagnostic.Code {
    static let importGuessedName: Self = "import.guessed-name"
    static let importGuessedField: Self = "import.guessed-field"
    static let importDamagedHeader: Self = "import.damaged-header"
    static let importMissingInclude: Self = "import.missing-include"
    static let importFieldLeft: Self = "import.field-left"
    static let importFileLeft: Self = "import.file-left"
    static let importUnexamined: Self = "import.unexamined"
    static let importTooLarge: Self = "import.too-large"
    static let importLostWords: Self = "import.lost-words"
}
