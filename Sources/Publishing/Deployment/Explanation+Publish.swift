public import RecordModel

extension Explanation {
    /// What the findings of publishing mean.
    public static let publish: [Explanation] = [
        Explanation(
            .publishDrift, summary: "A file of a homepage was changed on the site by hand.",
            reason: """
                Whoever owns the site edited or removed what labfolio had published. The record \
                does not have that change, so publishing over it would undo it.
                """,
            remedy: """
                Put the change into the record, then publish with `--force`; or leave the file as \
                it is with `--keep-theirs`. What was overwritten is still in the history of the site.
                """),
        Explanation(
            .publishClash, summary: "Two profiles would be published to the same place.",
            reason: "The one published last would take the place of the other.",
            remedy: "Give one of them a folder, a branch or a repository of its own.",
            bad: """
                targets:
                  ada-lovelace: {repository: ../sites.git}
                  alan-turing: {repository: ../sites.git}
                """,
            good: """
                targets:
                  ada-lovelace: {repository: ../sites.git, folder: ada}
                  alan-turing: {repository: ../sites.git, folder: alan}
                """),
        Explanation(
            .publishDeparted, summary: "A target is that of a profile that is not there.",
            reason: """
                Its homepage is no longer kept up to date, and stays online until somebody takes \
                it down.
                """,
            remedy: """
                Take the homepage off its site and remove the target from labfolio.yml; or bring \
                the profile back, if only its id is misspelt.
                """),
        Explanation(
            .publishTarget, summary: "A target is no place that git could push to.",
            reason: """
                The repository, the branch or the folder could mean something else to git than a \
                place, such as an option.
                """,
            remedy: "Write an address that `git push` takes, the name of a branch, a plain folder.",
            bad: "targets:\n  ada-lovelace: {repository: ../ada.git, folder: ../../etc}",
            good: "targets:\n  ada-lovelace: {repository: ../ada.git, folder: site}"),
        Explanation(
            .publishLayout, summary: "The profile names a layout that there is not.",
            reason: "Nothing says how its homepage is arranged, so nothing is published.",
            remedy: "Write one of the layouts that `labfolio export --help` names to layout/theme.",
            bad: "layout:\n  theme: al_folio", good: "layout:\n  theme: al-folio"),
    ]
}
