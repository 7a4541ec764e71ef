import Profiles
import RecordModel

extension Layout {
    /// The theme with a page for every paper, talk, course and project.
    public static let academicPages = Layout(
        name: "academicpages",
        summary: "A sidebar, and a page for every paper, talk and course (academicpages).",
        theme: "https://github.com/academicpages/academicpages.github.io",
        version: 1,
        isSample: { path in
            let folders = [
                "_publications", "_talks", "_teaching", "_portfolio", "_posts", "_drafts",
            ]
            let text = path.description
            return folders.contains(String(path.components.first ?? ""))
                || text.hasPrefix("files/") || text == "_data/cv.json"
                || AcademicPages.samplePages.contains(text)
        },
        unshown: AcademicPages.unshown,
        output: { input in AcademicPages(input).output() })
}

/// Writes the files of the theme.
struct AcademicPages {
    /// Pages of the theme that are about itself, and those that an export writes.
    static let samplePages: Set<String> = [
        "_pages/about.md", "_pages/archive-layout-with-content.md", "_pages/cv-json.md",
        "_pages/cv.md", "_pages/markdown.md", "_pages/non-menu-page.md",
        "_pages/page-archive.html", "_pages/talkmap.html",
    ]

    /// The addresses that pages of the theme have.
    static let addresses: Set<String> = [
        "/", "/cv/", "/cv-json/", "/publications/", "/talks/", "/teaching/", "/portfolio/",
        "/year-archive/", "/categories/", "/tags/", "/sitemap/", "/terms/", "/404.html",
        "/collection-archive/", "/talkmap.html",
    ]

    /// The fields that the theme has no place for.
    static let unshown: [FieldPattern] = [
        "/news/*/badge_kind", "/news/*/references", "/news/*/permalink",
        "/positions/*/kind", "/profile/language", "/profile/photo/alt", "/profile/photo/shape",
        "/profile/photo/align",
        "/publications/*/authors/*/affiliation", "/publications/*/citations/as_of",
        "/publications/*/citations/scholar_id",
        "/publications/*/bibtex/show", "/projects/*/references", "/projects/*/selected",
        "/projects/*/stars/as_of", "/sections/*/permalink", "/service/*/kind",
    ]

    let input: Layout.Input
    let outline: Outline
    private(set) var draft = Draft()
    let assets: AssetPlaces
    let sidebar: SidebarPlan
    let publicationFiles: CollectionFiles
    let talkFiles: CollectionFiles
    let courseFiles: CollectionFiles
    let projectFiles: CollectionFiles

    init(_ input: Layout.Input) {
        self.input = input
        let profile = input.profile
        outline = Outline(of: profile, style: Self.style)
        let base = profile.layoutChoices.baseurl.flatMap { Permalinks.isSafe($0) ? $0 : nil }
        assets = AssetPlaces(
            of: profile, to: &draft,
            folders: [
                .photo: "images", .paperPicture: "images", .picture: "images", .document: "files",
            ], root: SiteRoot.slashed(base))
        sidebar = SidebarPlan(profile, links: Self.links)
        publicationFiles = CollectionFiles(profile.publications, date: \.date)
        talkFiles = CollectionFiles(profile.talks, date: \.date)
        courseFiles = CollectionFiles(profile.teaching, date: \.date)
        // The list of projects is the only one that the theme does not turn round.
        projectFiles = CollectionFiles(profile.projects, newestFirst: false) { $0.start ?? $0.end }
    }

    func output() -> Layout.Output {
        var draft = draft
        var permalinks = Permalinks(taken: ["/", "/cv/", "/publications/", "/talks/", "/teaching/"])
        config(to: &draft)
        about(to: &draft)
        cv(to: &draft)
        publications(to: &draft, permalinks: &permalinks)
        talks(to: &draft, permalinks: &permalinks)
        courses(to: &draft, permalinks: &permalinks)
        projects(to: &draft, permalinks: &permalinks)
        navigation(to: &draft, and: ownPages(to: &draft))
        var output = draft.output
        output.diagnostics += WrittenEntries(input, theme: Self.style.theme).notes()
        output.diagnostics += Layout.academicPages.unshownFields(
            of: input.record, and: sidebar.unshownLabels)
        return output
    }

    /// Tells whether the site shows a section at all.
    func shows(_ part: PagePart) -> Bool { !outline.hidden.contains(part) }

    /// The words of entries on pages of their own.
    func words(_ part: PagePart) -> EntryLines {
        let dates =
            outline[part]?.dates
            ?? EntryDates(
                form: input.profile.layoutChoices.dates ?? Self.style.dates,
                frame: input.profile.layoutChoices.dateFrame ?? Self.style.frame,
                present: Self.style.present, isChosen: false)
        return EntryLines(input, theme: Self.style.theme, assets: assets, dates: dates)
    }

    /// Reports that an entry has no date, without which the theme shows a wrong one.
    func reportUndated(_ entry: some Entry, in draft: inout Draft) {
        draft.report(
            .undatedEntry, "\(entry.path) has no date, and the theme would show that of the build",
            hint: "Give it a date; until then it is in the CV alone.", at: entry.path)
    }
}

extension Diagnostic.Code {
    /// An entry without the date that the theme needs.
    static let undatedEntry: Self = "layout.undated-entry"
}
