public import RecordModel

extension Explanation {
    /// What the findings about pushes mean.
    public static let pushes: [Explanation] = [
        Explanation(
            .pushProtected, summary: "A push deletes or forces a branch that is protected.",
            reason: """
                Others have built on what is there, sites were made from it, and owners were asked \
                for it. It can be taken back by a commit on top, never by pretending.
                """,
            remedy: """
                Fetch the branch, merge or rebase your work onto it, and push without --force. \
                `push/protected` in labfolio.yml says which branches are protected.
                """,
            good: "push:\n  protected: [main, release/*]"),
        Explanation(
            .pushEvents, summary: "A push takes away or changes what was said in a review.",
            reason: """
                The events of reviews are a record of who decided what. They only ever grow, so \
                that clones can be joined and nobody can rewrite a decision.
                """,
            remedy: "Fetch the events, join them with `labfolio proposals --join`, and push again."
        ),
        Explanation(
            .pushSubmodule, summary: "A push brings in a submodule.",
            reason: "Its files are in another repository, which nobody checks.",
            remedy: "Put the files themselves into the store, or keep them elsewhere."),
        Explanation(
            .pushFileTooLarge, summary: "A push brings in a file over the limit.",
            reason: """
                Everybody who clones the store gets every version of every file, for ever, even \
                when it is removed later. So it is also refused in a commit before the last.
                """,
            remedy: """
                Make the file smaller, and rewrite your commits so that none of them has the large \
                one. `push/file_limit` in labfolio.yml sets the limit in megabytes.
                """,
            good: "push:\n  file_limit: 20"),
        Explanation(
            .pushOutside, summary: "A push brings in a file that a store has no place for.",
            reason: """
                A store holds labfolio.yml, schema/, profiles/, files in Markdown, licences, and \
                names with a dot in front; in a profile, section files and assets/.
                """,
            remedy: """
                Move the file, or take it out of the commit. What belongs beside the records is \
                named in `push/also` of labfolio.yml.
                """,
            bad: "profiles/ada-lovelace/photo.jpg",
            good: "profiles/ada-lovelace/assets/photo.jpg"),
        Explanation(
            .pushOctopus, summary: "A merge of more than two branches at once.",
            reason: "Nobody can tell which of its changes it made itself, so no owner is asked.",
            remedy: "Merge the branches one after the other."),
    ]
}
