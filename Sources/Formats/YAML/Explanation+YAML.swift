public import RecordModel

extension Explanation {
    /// What the findings about YAML texts mean.
    public static let yaml: [Explanation] = [
        Explanation(
            .yamlSyntax, summary: "The file is not YAML.",
            reason: """
                A file that cannot be read has no fields: its section is missing from the record, \
                and the profile is not exported until it is mended.
                """,
            remedy: """
                Look at the marked place and at the line above it. Most often a text holds a colon \
                and a space and needs quotes, a quote or a bracket is not closed, or lines of one \
                mapping do not begin in one column.
                """,
            bad: "title: Engines: a history", good: "title: \"Engines: a history\""),
        Explanation(
            .yamlEncoding, summary: "The file is not text in UTF-8.",
            reason: """
                Bytes of another encoding would show as garbage on the homepage, and nobody could \
                tell afterwards what was meant.
                """,
            remedy: """
                Find the encoding with `file FILE`, then write the file anew with \
                `iconv -f latin1 -t utf-8`, or save it as UTF-8 in the editor.
                """),
        Explanation(
            .yamlDuplicateKey, summary: "A mapping has the same key twice.",
            reason: """
                Readers of YAML differ in which of the two counts, and one of the two values is \
                lost. labfolio takes the first one and says so.
                """,
            remedy: "Remove one of the two lines, or give it the key that was meant.",
            bad: "date: 2024\ndate: 2023", good: "date: 2024"),
        Explanation(
            .yamlKey, summary: "A key is a list or a mapping, not text.",
            reason: "Fields go by names; a key of another kind has none.",
            remedy: """
                Put the text into quotes. A key that begins with `[` or `{` is taken for a list or \
                a mapping.
                """, bad: "[Oral]: true", good: "badges: [Oral]"),
        Explanation(
            .yamlAlias, summary: "An alias repeats an anchor that is not there.",
            reason: "`*name` stands for the value that `&name` marks further up; there is none.",
            remedy: "Put a text that begins with `*` into quotes, or write the value out.",
            bad: "text: *new* paper", good: "text: \"*new* paper\""),
        Explanation(
            .yamlTag, summary: "A value has a tag that means nothing here.",
            reason: """
                A tag such as `!date` asks the reader for a type of its own. Records hold text, \
                numbers, truth values, lists and mappings, nothing else.
                """,
            remedy: "Remove the tag; put a text that begins with `!` into quotes.",
            bad: "title: !important thing", good: "title: \"!important thing\""),
        Explanation(
            .yamlManyDocuments, summary: "The file holds more than one document.",
            reason: "A section is one document; what follows a line `---` would be lost.",
            remedy: "Remove the line `---`, or move what follows it into the file it belongs in."),
        Explanation(
            .yamlTooLarge, summary: "The file is larger than any record is.",
            reason: """
                Reading stops at a bound, so that no file can take all the memory of the machine \
                that checks it. Aliases count as what they repeat.
                """,
            remedy: "Move pictures and papers to assets/, and write out what aliases repeat."),
        Explanation(
            .yamlTooDeep, summary: "Values are nested deeper than any record is.",
            reason: "Reading stops at a bound, so that no file can exhaust the stack.",
            remedy: "Look for a bracket that is opened again and again and never closed."),
        Explanation(
            .yamlNoPlace, summary: "An edit names a field that has no place in the file.",
            reason: """
                A field path leads through mappings and to items that are there; labfolio does not \
                guess where else the value could go.
                """,
            remedy: """
                Show what is there with `labfolio show PROFILE`, then name a field of it. A new \
                entry is added as a whole, to the list.
                """),
        Explanation(
            .yamlEditAlias, summary: "An edit would change what an alias repeats.",
            reason: """
                The value stands in the file once and counts in several places; a change of it \
                would change all of them, which nobody asked for.
                """,
            remedy: "Write the value out in place of the alias `*name`, then edit again.",
            bad: "url: &home https://a.example\nblog: *home",
            good: "url: https://a.example\nblog: https://a.example"),
        Explanation(
            .yamlEditFailed, summary: "An edit could not be made without harm to the lines around.",
            reason: """
                An edit is read again before it is written. If the file would not hold exactly \
                what was asked for, nothing is changed.
                """,
            remedy: "Make the change by hand, or write the lines around it in the usual way."),
    ]
}
