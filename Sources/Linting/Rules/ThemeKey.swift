internal import Profiles
internal import RecordModel

extension Rule {
    /// Finds options of a theme that are spelled as no version of the theme reads them.
    static let themeKey = Rule(
        "lint.theme-key", .warning, "An option of the theme is misspelt",
        reason: "Themes ignore keys that they do not know, so the option does nothing.",
        remedy: "Write the key as the theme reads it.",
        examples: [
            .bad(
                "profile: {layout: {theme: al-folio, options: {image_cicular: true}}}",
                at: "/profile/layout/options/image_cicular"),
            .bad(
                "profile: {layout: {theme: academicpages, options: {author_profle: true}}}",
                at: "/profile/layout/options/author_profle"),
            .good("profile: {layout: {theme: al-folio, options: {image_circular: true}}}"),
            .good("profile: {layout: {theme: al-folio, options: {my_own_option: true}}}"),
        ],
        text: TextCheck(keywords: known.map(\.0), kinds: [.markdown]) { text in
            let bytes = text.foldedProse
            return known.compactMap { wrong, right in
                guard let position = bytes.position(of: wrong + ":") else { return nil }
                return TextFinding(
                    "No theme reads `\(wrong)`", hint: "Did you mean `\(right)`?", at: position)
            }
        }
    ) { subject, _ in
        let layout = subject.profile.layoutChoices
        return layout.options.keys.compactMap { key in
            guard !names.contains(key), let right = names.first(where: { isSlip(key, $0) }) else {
                return nil
            }
            return Finding(
                "No theme reads `\(key)`",
                at: layout.path.appending("options").appending(key),
                hint: "Did you mean `\(right)`?", isAboutKey: true)
        }
    }

    /// Slips that real pages have, as far as they can be told from words.
    private static let known = [
        ("image_cicular", "image_circular"), ("image_cirular", "image_circular"),
        ("redirsect_from", "redirect_from"), ("rediect_from", "redirect_from"),
        ("author_profle", "author_profile"), ("selected_paper", "selected_papers"),
    ]

    private static let names = [
        "author_profile", "announcements", "latest_posts", "selected_papers", "social", "excerpt",
        "redirect_from", "permalink", "image_circular", "image", "align", "more_info", "address",
        "news", "news_limit", "subtitle", "title", "layout", "scrollable", "enabled", "limit",
        "google_scholar_stats_use_cdn", "google_analytics_id", "publication_category",
        "enable_publication_thumbnails", "enable_publication_badges", "max_author_limit",
        "contact_note", "repository", "site_theme", "breadcrumbs", "words_per_minute", "locale",
        "timezone", "description", "cv_pdf", "cv_format", "nav", "nav_order", "toc",
        "enable_darkmode", "enable_math", "enable_masonry", "display_categories", "horizontal",
        "related_publications", "related_posts", "bibtex_show", "show_paper_citations",
    ]

    /// Tells whether one letter too many, too few or another one, or two in the wrong order, make
    /// a long word of another one.
    private static func isSlip(_ word: String, _ other: String) -> Bool {
        let (mine, yours) = (Array(word.utf8), Array(other.utf8))
        guard min(mine.count, yours.count) > 5, abs(mine.count - yours.count) <= 1 else {
            return false
        }
        let start = zip(mine, yours).prefix { $0 == $1 }.count
        let (left, right) = (Array(mine[start...]), Array(yours[start...]))
        if left.dropFirst() == right[...] || left[...] == right.dropFirst() { return true }
        guard left.count == right.count else { return false }
        return left.dropFirst() == right.dropFirst()
            || left.count > 1 && left[0] == right[1] && left[1] == right[0]
                && left.dropFirst(2) == right.dropFirst(2)
    }
}
