public import RecordModel

extension Explanation {
    /// What the findings about bibliographies mean.
    public static let bibTeX: [Explanation] = [
        Explanation(
            .bibTeXMissingBrace, summary: "A value has no end, or no braces around it.",
            reason: """
                BibTeX reads on until it finds the brace, so it loses this entry and those behind \
                it. labfolio ends the value before the line that begins the next field.
                """,
            remedy: "Put braces around the whole value.",
            bad: "title = {On Computable Numbers,\nyear = 1936,",
            good: "title = {On Computable Numbers},\nyear = 1936,"),
        Explanation(
            .bibTeXUnclosed, summary: "An entry is not closed before the next one begins.",
            reason: "BibTeX would take the next entry for a part of this one.",
            remedy: "Write the closing brace on a line of its own.",
            bad: "@misc{a,\n  title = {A},\n@misc{b,", good: "@misc{a,\n  title = {A},\n}\n@misc{b,"
        ),
        Explanation(
            .bibTeXStrayBrace, summary: "A brace closes an entry although fields follow.",
            reason: "BibTeX would skip these fields.", remedy: "Take the brace away.",
            bad: "@misc{a,\n  title = {A}},\n  year = 1936,\n}",
            good: "@misc{a,\n  title = {A},\n  year = 1936,\n}"),
        Explanation(
            .bibTeXStrayText, summary: "Something between the fields is no field.",
            reason:
                "BibTeX would give the entry up. labfolio keeps the text, and goes on behind it.",
            remedy: "Make it a field, or take it away.", bad: "@misc{a, title = {A}, 1936}",
            good: "@misc{a, title = {A}, year = 1936}"),
        Explanation(
            .bibTeXNoComma, summary: "No comma follows the key of an entry.",
            reason: "BibTeX would give the entry up.", remedy: "Write a comma behind the key.",
            bad: "@misc{a\n  title = {A},\n}", good: "@misc{a,\n  title = {A},\n}"),
        Explanation(
            .bibTeXNoKey, summary: "An entry has no key.",
            reason: "Nothing can cite it, and BibTeX would take the first field for the key.",
            remedy: "Write a key that no other entry has.", bad: "@misc{title = {A}}",
            good: "@misc{turing1936, title = {A}}"),
        Explanation(
            .bibTeXDuplicateKey, summary: "Two entries have one key.",
            reason: "BibTeX drops the second one. labfolio reads both.",
            remedy: "Give one of the two another key, or take it away if it is the same work.",
            bad: "@misc{a, title = {A}}\n@misc{a, title = {B}}",
            good: "@misc{a, title = {A}}\n@misc{b, title = {B}}"),
        Explanation(
            .bibTeXDuplicateField, summary: "An entry has a field twice.",
            reason: "Readers differ in which of the two counts. labfolio takes the first.",
            remedy: "Take one of the two away.", bad: "@misc{a, year = 1936, year = 1937}",
            good: "@misc{a, year = 1936}"),
        Explanation(
            .bibTeXUnknownMacro, summary: "A value without braces names no macro.",
            reason: "BibTeX leaves the value empty. labfolio takes the name for the text.",
            remedy: "Put the text in braces, or define the macro above with @string.",
            bad: "@misc{a, journal = nature}", good: "@misc{a, journal = {nature}}"),
    ]
}
