internal import Exchange
internal import Formats
internal import Importing
internal import Layouts
internal import ProfileStore
internal import RecordModel

extension CommandDescription {
    /// Describes `labfolio import`.
    static let importSite = CommandDescription(
        name: "import", summary: "Make a record of a homepage that exists",
        discussion: """
            SOURCE is a page, the folder of a Jekyll site, or a git revision of one \
            (REPOSITORY@REVISION). A document of another tool is a source too: BibTeX, CSL-JSON, \
            JSON Resume, RenderCV or an ORCID record adds what a profile lacks, or begins one, and \
            what a record has no place for is listed. What is \
            understood becomes fields; all other text is kept as it was written, in its place. \
            The report lists what is in no record, and why: comments, scripts, samples of the \
            theme. Nothing is fetched, and no link is followed.

            The record is checked and committed. Importing the same profile again compares the \
            source with what it was at the last import, and merges the difference into what \
            people have made of the record since; conflicts are shown as by labfolio merge. \
            --list imports many sites at once, in one commit: a YAML list of \
            {profile, source, name, family}.
            """,
        operands: [
            Operand(
                name: "SOURCE", summary: "A page, a folder, REPOSITORY@REVISION, or a document",
                count: .optional, completion: .files)
        ],
        options: [
            Option(
                name: "--as", value: "PROFILE", summary: "The id of the profile",
                completion: .profiles),
            Option(
                name: "--name", value: "NAME",
                summary: "The person's name (default: as the source says)"),
            Option(
                name: "--family", value: "auto|" + families.joined(separator: "|"),
                summary: "Which theme the site is made for (default: auto)",
                choices: ["auto"] + families),
            Option(
                name: "--form", value: forms.joined(separator: "|"),
                summary: "Which tool's document SOURCE is (default: by what it holds)",
                choices: forms, completion: .words(forms)),
            Option(
                name: "--at", value: "REVISION",
                summary: "The revision of the repository SOURCE to read"),
            Option(
                name: "--list", value: "FILE", summary: "Import all sites of a list",
                completion: .files),
            Option(
                name: "--each", summary: "With --list: one commit for each profile"),
        ] + importOptions,
        examples: [
            Example(
                line: "labfolio import ~/sites/ada.github.io --as ada-lovelace",
                meaning: "A whole site"),
            Example(
                line: "labfolio import ~/sites/ada.github.io@main~3 --as ada-lovelace --dry-run",
                meaning: "What an older revision would give, nothing written"),
            Example(
                line: "labfolio import about.md --as ada-lovelace --name \"Ada Lovelace\" "
                    + "--report json",
                meaning: "One page, with a report for a program"),
            Example(
                line: "labfolio import publications.bib --as ada-lovelace",
                meaning: "Add the publications of a BibTeX file"),
            Example(
                line: "labfolio import orcid.json --as ada-lovelace --dry-run",
                meaning: "What an ORCID record would add"),
            Example(line: "labfolio import --list sites.yml", meaning: "Many sites in one go"),
        ]
    ) { invocation throws(CommandError) in
        try await ImportRun(invocation).perform()
    }

    private static let forms = ExchangeForm.all.map(\.name)

    /// The families that can be named.
    private static var families: [String] {
        Layout.all.filter { $0.reader != nil }.map(\.name)
    }
}
