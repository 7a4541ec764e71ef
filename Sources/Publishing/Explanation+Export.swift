public import RecordModel

extension Explanation {
    /// What the findings of an export mean.
    public static let export: [Explanation] = [
        Explanation(
            .exportForeignFile, summary: "A file that labfolio did not write is in the way.",
            reason: "It may be somebody's work; an export never overwrites what it did not write.",
            remedy: """
                Move the file away, export into another folder, or say what becomes of it: with \
                `--keep-theirs` it stays, with `--force` the record's own takes its place. \
                `--adopt` takes over files that hold already what would be written.
                """),
        Explanation(
            .exportChangedFile, summary: "A file was changed by hand since it was exported.",
            reason: "Overwriting it would lose that change, which the record does not have.",
            remedy: """
                Take the change over into the record, then export with `--force`; or keep the file \
                as it is with `--keep-theirs`.
                """),
        Explanation(
            .exportKeptFile, summary: "A file that is no longer exported was left where it is.",
            reason: """
                It was changed by hand, or holds keys of others, so it is not removed. Until \
                somebody does, the old page may still be online.
                """,
            remedy: """
                Look at it, and remove it if nobody needs it. If it shall stay, export once with \
                `--keep-theirs`: it is no longer labfolio's then.
                """),
        Explanation(
            .exportOtherProfile,
            summary: "The folder holds the homepage of another profile, or the lab's own site.",
            reason: "Exporting here would replace one site by another one.",
            remedy: "Choose another folder, or say `--force` if the person's id has changed."),
        Explanation(
            .exportCollision, summary: "Two files of one export would have the same name.",
            reason: "One of the two would be lost, and which one would be chance.",
            remedy: "Give one of the two entries another id or permalink."),
        Explanation(
            .exportMissingAsset, summary: "The record names a file that the profile does not have.",
            reason: "The page would show a broken picture or a dead link.",
            remedy: "Put the file into the profile's assets/, or remove the field that names it."),
        Explanation(
            .exportAssetType,
            summary: "A file is not what its name says, or would run as a script.",
            reason: """
                Browsers go by the ending of a name, so a file under a wrong one is not shown; and \
                a picture or a page with a script in it runs as a part of the homepage.
                """,
            remedy: """
                Put the right file in its place, or give it the ending of its type; save a vector \
                picture without scripts and links to other hosts.
                """),
        Explanation(
            .exportObstacle, summary: "A link or a folder stands where a file has to go.",
            reason: "Writing through a link could change files outside of the target.",
            remedy: "Remove what stands there, or choose another folder."),
        Explanation(
            .exportManifest, summary: "The manifest of the target cannot be used.",
            reason: """
                It says which files are labfolio's own. Without it nothing can be told from what \
                others wrote, so nothing is touched.
                """,
            remedy: """
                Use the newer version of labfolio that wrote it, or export into an empty folder.
                """),
        Explanation(
            .exportMissingFile, summary: "A file of a homepage is not there.",
            reason: "Whoever opens the homepage misses a page, or gets a broken one.",
            remedy: "Export the profile again."),
        Explanation(
            .exportOutdatedFile, summary: "A file of a homepage is not what the record says.",
            reason: """
                The record, the schema, the layout or labfolio has changed since the export, so \
                what is online is not what the store says.
                """,
            remedy: "Export the profile again."),
        Explanation(
            .exportStaleFile, summary: "A file shows what the record no longer has.",
            reason: "Until it is removed, something that was taken back stays online.",
            remedy: "Export the profile again, which removes it."),
        Explanation(
            .exportIncomplete, summary: "An export did not come to its end.",
            reason: "Some of its files may be new ones and some old ones.",
            remedy: "Export the profile again; the next run completes what was begun."),
        Explanation(
            .exportDepartedProfile, summary: "The homepage of a profile that is gone is there.",
            reason: "Nothing of a person who left shall stay online by accident.",
            remedy: """
                `labfolio export --prune` removes what labfolio wrote there and nobody changed \
                since; with `--dry-run` it only says so. Or bring the profile back.
                """),
        Explanation(
            .exportFormerLayout,
            summary: "The homepage in a layout that the profile no longer has is there.",
            reason: """
                The profile has chosen another layout since, and with `--by-layout` that one has a \
                folder of its own. The old pages are never changed again, and stay online.
                """,
            remedy: """
                `labfolio export --by-layout --prune` removes what labfolio wrote there and nobody \
                changed since. With `--layout` no other layout counts as a former one.
                """),
        Explanation(
            .exportOtherStore, summary: "The folder holds homepages of another store as well.",
            reason: """
                Each homepage names the lab of its store. What is of another one is not known to \
                this one, so it is neither checked nor removed.
                """,
            remedy: """
                Nothing, if several labs share the folder. If the lab's name has changed, export \
                all profiles; what is still of the old name then is of people who left before: \
                remove it.
                """),
        Explanation(
            .exportSample, summary: "A sample page of the theme is still there.",
            reason: "Themes come with pages of invented people, which would be published too.",
            remedy: "Remove the file; labfolio does not, since it did not write it."),
        Explanation(
            .exportTheme, summary: "The folder that --theme names holds no theme.",
            reason: "The export is laid over a checkout of the theme, and there is none.",
            remedy: "Clone the theme with git, then name that folder."),
    ]
}
