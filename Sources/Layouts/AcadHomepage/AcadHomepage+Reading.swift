import Formats
import RecordModel

extension AcadHomepage {
    /// Reads sites of the theme.
    static let reader = SiteReader(evidence: evidence, reading: read)

    private static func evidence(_ site: SiteSource) -> Int {
        var points = 0
        let config = site.texts["_config.yml"] ?? ""
        if config.contains("google_scholar_stats_use_cdn") { points += 6 }
        if site.contains("_includes/fetch_google_scholar_stats.html") { points += 4 }
        if site.hasFolder("_pages/includes") { points += 2 }
        guard let home = SitePages(site: site).home() else { return points }
        if home.header["author_profile"] != nil { points += 1 }
        for mark in [
            "gsDataBaseUrl", "class='anchor'", "class=\"anchor\"", "paper-box",
            "show_paper_citations", "include_relative includes/",
        ] where home.body.contains(mark) { points += 3 }
        if points > 0, home.body.contains("\n# ") || home.body.hasPrefix("# ") { points += 1 }
        if home.text("layout") == "about" || home.header["profile"] != nil { points -= 6 }
        return max(0, points)
    }

    private static func read(_ site: SiteSource) -> SiteReading {
        SiteReading(sidebarSite: site, config: site.mapping("_config.yml"), links: links)
    }
}
