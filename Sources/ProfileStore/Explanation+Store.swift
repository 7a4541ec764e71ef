public import RecordModel

extension Explanation {
    /// What the findings about the files of a store mean.
    public static let store: [Explanation] = [
        Explanation(
            .storeNoConfiguration, summary: "The store has no labfolio.yml.",
            reason: "It names the lab and the default layout, and tells a store from any folder.",
            remedy: "Write one, or run `labfolio init` in the folder.",
            good: "lab:\n  name: Example Lab"),
        Explanation(
            .storeProfileName, summary: "A folder in profiles/ has a name that is no profile id.",
            reason: """
                The id becomes part of addresses, branch names and paths, so it is a lower-case \
                slug on every machine. The folder is not read until it has one.
                """,
            remedy: "Rename it with `git mv`: lower-case letters, digits and single `-`.",
            bad: "profiles/Ada Lovelace/", good: "profiles/ada-lovelace/"),
        Explanation(
            .storeNoPerson, summary: "A profile has no profile.yml.",
            reason: "Name and layout stand there; without them there is no homepage to make.",
            remedy: "Write the file; `labfolio new` shows on another profile what it can hold.",
            good: "name:\n  display: Ada Lovelace\nlayout:\n  theme: plain"),
        Explanation(
            .storeUnknownSection, summary: "A profile has a file for a section that there is not.",
            reason: """
                Sections are what schema/ has a schema for. Nothing reads the file, so what it \
                holds would show nowhere.
                """,
            remedy: """
                Rename the file, move its text to sections.yml, or add a schema of its name to \
                schema/.
                """, bad: "publication.yml", good: "publications.yml"),
        Explanation(
            .storeUnknownFile, summary: "A file or folder stands where nothing reads it.",
            reason: "It is kept in the history and shows on no homepage, which is rarely meant.",
            remedy: """
                Move files that a record refers to into the profile's assets/, rename `.yaml` to \
                `.yml`, and keep everything else outside profiles/.
                """),
        Explanation(
            .storeMissingAsset, summary: "A field names a file that the profile does not have.",
            reason: "The page would show a broken picture or a dead link, so nothing is exported.",
            remedy: """
                Put the file into the profile's assets/ (and `git add` it), correct the name, or \
                remove the field. Case counts: Photo.JPG is not photo.jpg.
                """,
            bad: "photo:\n  file: photo.jpg", good: "photo:\n  file: assets/photo.jpg"),
        Explanation(
            .storeUnreadable, summary: "A section file cannot be read.",
            reason: "It is too large, not a regular file, or its rights forbid it.",
            remedy: "Look at it with `ls -l`; a section holds text, and pictures go to assets/."),
        Explanation(
            .storeSymbolicLink, summary: "A symbolic link stands in a profile.",
            reason: """
                A link can lead out of the store: to a file of the machine that builds the sites, \
                which would then be published.
                """,
            remedy: "Put the file itself in the link's place."),
        Explanation(
            .storeUnsafeName, summary: "A name leads out of its folder or into git's own.",
            reason: "No git makes such a tree; it was made by hand, to harm who checks it out.",
            remedy: "Do not use the commit. Ask who made it, and go back to the one before."),
        Explanation(
            .storeLostEdit, summary: "Taking a change back would lose another edit.",
            reason: """
                What is taken back is merged with what changed since, and the result is compared \
                with both. An edit that is in neither the result nor a conflict would be lost, so \
                nothing is written.
                """,
            remedy: "Set the field by hand with `labfolio set`."),
    ]
}
