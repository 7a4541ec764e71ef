import Formats
import Profiles
import RecordModel

extension Layout {
    /// The theme whose papers are a bibliography.
    public static let alFolio = Layout(
        name: "al-folio",
        summary: "Papers from a bibliography, a CV and cards of projects (al-folio).",
        theme: "https://github.com/alshedivat/al-folio",
        version: 1,
        isSample: { path in
            let folders = ["_news", "_projects", "_posts", "_books", "_teachings", "_bibliography"]
            return folders.contains(String(path.components.first ?? ""))
                || AlFolio.sampleFiles.contains(path.description)
        },
        unshown: AlFolio.unshown,
        output: { input in AlFolio(input).output() })
}

/// Writes the files of the theme.
struct AlFolio {
    /// Pages and data of the theme's own demonstration, and those that an export writes.
    static let sampleFiles: Set<String> = [
        "_pages/about.md", "_pages/about_einstein.md", "_pages/blog.md", "_pages/books.md",
        "_pages/cv.md", "_pages/dropdown.md", "_pages/news.md", "_pages/profiles.md",
        "_pages/projects.md", "_pages/publications.md", "_pages/repositories.md",
        "_pages/teaching.md", "_data/citations.yml", "_data/coauthors.yml", "_data/cv.yml",
        "_data/repositories.yml", "_data/socials.yml", "_data/venues.yml",
        "assets/json/resume.json", "blog/index.html", "news.html",
    ]

    /// The fields that the theme has no place for.
    static let unshown: [FieldPattern] = [
        "/news/*/group", "/positions/*/group", "/education/*/group", "/teaching/*/group",
        "/projects/*/group",
        "/news/*/badge_kind", "/news/*/references", "/news/*/pinned", "/positions/*/kind",
        "/profile/photo/alt", "/profile/cv/label", "/profile/layout/redirects",
        "/profile/layout/repository",
        "/publications/*/authors/*/affiliation", "/publications/*/cite_as",
        "/publications/*/citations/as_of", "/publications/*/group", "/publications/*/permalink",
        "/publications/*/text", "/publications/*/image/alt",
        "/projects/*/references", "/projects/*/selected", "/projects/*/image/alt",
        "/projects/*/stars/as_of",
        "/projects/*/tags", "/sections/*/permalink", "/service/*/kind", "/talks/*/permalink",
    ]

    let input: Layout.Input
    let era: AlFolioEra
    let outline: Outline
    private(set) var draft = Draft()
    let assets: AssetPlaces
    let socials: SidebarPlan

    var profile: Profile { input.profile }

    init(_ input: Layout.Input) {
        self.input = input
        let layout = input.profile.layoutChoices
        era = AlFolioEra(version: layout.version)
        outline = Outline(of: input.profile, style: Self.style)
        let base = layout.baseurl.flatMap { Permalinks.isSafe($0) ? $0 : nil }
        assets = AssetPlaces(
            of: input.profile, to: &draft,
            folders: [
                .photo: "assets/img", .picture: "assets/img",
                .paperPicture: "assets/img/publication_preview", .document: "assets/pdf",
            ], root: SiteRoot.slashed(base))
        socials = SidebarPlan(input.profile, links: Self.links(of: era))
    }

    func output() -> Layout.Output {
        var draft = draft
        config(to: &draft)
        socials(to: &draft)
        about(to: &draft)
        news(to: &draft)
        bibliography(to: &draft)
        cv(to: &draft)
        projects(to: &draft)
        teaching(to: &draft)
        ownPages(to: &draft)
        var output = draft.output
        output.diagnostics += WrittenEntries(input, theme: Self.style.theme).notes()
        output.diagnostics += Layout.alFolio.unshownFields(
            of: input.record, and: socials.unshownLabels)
        return output
    }

    /// Tells whether the site shows a section at all.
    func shows(_ part: PagePart) -> Bool { !outline.hidden.contains(part) }

    /// The words of entries outside the home page.
    func words(_ part: PagePart) -> EntryLines {
        let layout = profile.layoutChoices
        let dates =
            outline[part]?.dates
            ?? EntryDates(
                form: layout.dates ?? Self.style.dates, frame: layout.dateFrame ?? Self.style.frame,
                present: Self.style.present, isChosen: layout.dates != nil)
        return EntryLines(input, theme: Self.style.theme, assets: assets, dates: dates)
    }

    /// The title of the page that shows a section.
    func pageTitle(_ part: PagePart, _ usual: String) -> Value {
        .string(HTMLText.escape(outline.title(of: part) ?? usual))
    }

    /// A template of the theme, included by the name that it has in this version.
    func include(_ name: String) -> String {
        "{% include \(name).\(era.isBefore(.liquidTemplates) ? "html" : "liquid") %}\n"
    }
}
