public import RecordModel

extension Explanation {
    /// What the findings about receipts of exports in parts mean.
    public static let receipt: [Explanation] = [
        Explanation(
            .receiptUnusable, summary: "A file is no receipt of an export.",
            reason: "What it should prove is not proved.",
            remedy: "Name the files that `labfolio export --shard K/N` wrote."),
        Explanation(
            .receiptOtherState, summary: "A receipt is of another state than the others.",
            reason: """
                Its part was exported from another commit, with another version of labfolio or \
                with other options. Put together, the homepages would be of two states.
                """,
            remedy: "Export that part again, from the same commit and with the same labfolio."),
        Explanation(
            .receiptDuplicate, summary: "A part or a profile is in two receipts.",
            reason: "Which of the two exports is deployed would be chance.",
            remedy: "Name one receipt of each part."),
        Explanation(
            .receiptMissing, summary: "A part or a profile is in no receipt.",
            reason: "Its homepages were not exported, or nobody knows.",
            remedy: "Export the part again with `--shard`, or name its receipt."),
        Explanation(
            .receiptMisplaced,
            summary: "A profile is in the receipt of a part that is not its own.",
            reason: "A receipt that does not say what a run writes proves nothing.",
            remedy: "Export the part again."),
        Explanation(
            .receiptNotExported, summary: "A profile of a part could not be exported.",
            reason: "Its homepage is missing, or still that of an earlier commit.",
            remedy: "Mend the record or the target, as the run of that part said, and run it again."
        ),
    ]
}
