public import RecordModel

extension Explanation {
    /// What the findings about merges mean.
    public static let merging: [Explanation] = [
        Explanation(
            .mergeUnreadable, summary: "A side of a merge is a file that cannot be read as YAML.",
            reason: """
                Without a value there are no entries and fields to bring together, so the file was \
                merged line by line, as git does it.
                """,
            remedy: "Look at the lines of the file, mend the fault, and validate again."),
        Explanation(
            .mergeComment, summary: "A comment has no place in the merged file.",
            reason: """
                It stood at lines that the other side took away or wrote anew. A merge says so, \
                because a comment may hold what no field does.
                """,
            remedy: "Take the comment from the message and write it where it belongs, or let it go."
        ),
    ]
}
