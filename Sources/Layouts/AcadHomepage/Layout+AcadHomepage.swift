import RecordModel

extension Layout {
    /// The theme of one page with a sidebar: everything is in `_pages/about.md`.
    public static let acadHomepage = Layout(
        name: "acad-homepage",
        summary: "One page with a sidebar and pictures of papers (RayeRen's acad-homepage).",
        theme: "https://github.com/RayeRen/acad-homepage.github.io",
        version: 1,
        isSample: { path in
            path.description == "_pages/about.md"
                || path.description.hasPrefix("_pages/includes/")
                || path.description == "images/500x300.png"
        },
        unshown: AcadHomepage.unshown,
        output: { input in AcadHomepage(input).output() })
}

/// Writes the files of the theme.
struct AcadHomepage {
    /// The fields that the theme has no place for.
    ///
    /// It has one page, so nothing that belongs on an entry's own page is shown.
    static let unshown: [FieldPattern] = [
        "/news/*/badge_kind", "/news/*/references", "/news/*/permalink",
        "/positions/*/kind", "/profile/language", "/profile/photo/alt", "/profile/photo/shape",
        "/profile/photo/align",
        "/publications/*/abstract", "/publications/*/text", "/publications/*/cite_as",
        "/publications/*/bibtex", "/publications/*/tags", "/publications/*/permalink",
        "/publications/*/authors/*/affiliation", "/publications/*/citations/as_of",
        "/projects/*/image", "/projects/*/tags", "/projects/*/references", "/projects/*/permalink",
        "/projects/*/stars/as_of", "/sections/*/permalink",
        "/service/*/kind", "/talks/*/permalink", "/teaching/*/permalink",
    ]

    let input: Layout.Input
    let outline: Outline
    private(set) var draft = Draft()
    let assets: AssetPlaces
    let sidebar: SidebarPlan

    init(_ input: Layout.Input) {
        self.input = input
        outline = Outline(of: input.profile, style: Self.style)
        // Addresses are relative: the page is the root of the site, wherever that is.
        assets = AssetPlaces(
            of: input.profile, to: &draft,
            folders: [
                .photo: "images", .paperPicture: "images", .document: "files",
            ], root: "")
        sidebar = SidebarPlan(input.profile, links: Self.links)
    }

    func output() -> Layout.Output {
        var draft = draft
        config(to: &draft)
        let body = PageBody(input: input, outline: outline, assets: assets)
        let parts = outline.items.map { (item: $0, text: part($0, body: body)) }
        page(of: parts, body: body, to: &draft)
        let more = ownPages(body: body, to: &draft)
        navigation(of: parts, body: body, and: more, to: &draft)
        var output = draft.output
        output.diagnostics += WrittenEntries(input, theme: Self.style.theme).notes()
        output.diagnostics += Layout.acadHomepage.unshownFields(
            of: input.record, and: sidebar.unshownLabels)
        return output
    }
}
