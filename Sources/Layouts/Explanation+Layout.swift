public import RecordModel

extension Explanation {
    /// What the findings of the layouts mean.
    public static let layout: [Explanation] = [
        Explanation(
            .outdatedWriting,
            summary: "An imported entry is no longer written as it was on its page.",
            reason: "Somebody changed a field, so the text of the page would say the old thing.",
            remedy: "Nothing has to be done; take `written` away if it is of no use any more."),
        Explanation(
            .oddPattern, summary: "A pattern writes no entry.",
            reason: """
                A pattern is one line of Markdown with the names of an entry's parts in braces, each \
                once. One with another name fits no entry, so all are written as the theme does.
                """,
            remedy: "Take the names that the hint lists.", bad: "patterns:\n  - '{when}: {title}'",
            good: "patterns:\n  - '{date}: {title}'"),
        Explanation(
            .unmappedField, summary: "The theme has no place for a field.",
            reason: "The field stays in the record and shows nowhere in this layout.",
            remedy: """
                Nothing has to be done. To show it, choose another layout, or write it where the \
                theme looks, for example into the bio.
                """),
        Explanation(
            .undatedEntry, summary: "An entry without a date is not shown.",
            reason: "The theme would put the day of the build in its place.",
            remedy: "Give the entry a date; a year is enough.",
            bad: "- id: engine\n  title: The engine",
            good: "- id: engine\n  title: The engine\n  date: 1843"),
        Explanation(
            .widenedDate, summary: "The theme shows a day where only a month or a year is known.",
            reason: "Jekyll takes whole days only, so the first one of the month is written.",
            remedy: "Write the day into the record if it matters, or leave it.",
            bad: "date: 2024-05", good: "date: 2024-05-17"),
        Explanation(
            .unsafeFile, summary: "A field names no file of the profile's assets.",
            reason: "A path that leads elsewhere could publish a file that is not meant to be.",
            remedy: "Put the file into assets/ and name it from there.",
            bad: "file: ../photo.jpg", good: "file: assets/photo.jpg"),
        Explanation(
            .layoutUnsafeAddress, summary: "A field holds an address that a page must not link to.",
            reason: """
                An address such as `javascript:…` would run as a script in the reader's browser; \
                one without `https://` leads nowhere.
                """,
            remedy: "Write a full address.", bad: "url: example.org",
            good: "url: https://example.org"),
        Explanation(
            .layoutUncopiedFile, summary: "A file has a name that Jekyll leaves out of the site.",
            reason: "Jekyll does not copy what begins with `_`, `.` or `#`, or ends with `~`.",
            remedy: "Rename the file, and the field that names it.",
            bad: "file: assets/_cv.pdf", good: "file: assets/cv.pdf"),
        Explanation(
            .layoutWidget, summary: "A visitor counter is left out.",
            reason: """
                Only counters that are known are put into a page, each by its token; free markup \
                would be a script of somebody else in it.
                """,
            remedy: "Copy kind and token from the code that the service gave.",
            good: "widgets:\n  - kind: clustrmaps\n    token: abcDEF123"),
    ]
}

extension Explanation {
    /// The findings of reading sites.
    public static let siteReading: [Explanation] = [
        Explanation(
            .siteNoTitle, summary: "A file of a collection has no title.",
            reason: "An entry of the record needs one; without it the file is kept as text.",
            remedy: "Give the file a title and import again, or turn the text into an entry.")
    ]
}
