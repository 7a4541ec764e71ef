import Formats
import RecordModel

extension AcademicPages {
    /// Reads sites of the theme.
    static let reader = SiteReader(evidence: evidence, reading: read)

    private static func evidence(_ site: SiteSource) -> Int {
        var points = 0
        for folder in ["_publications", "_talks", "_portfolio", "_teaching"]
        where site.hasFolder(folder) { points += 3 }
        if site.contains("_layouts/single.html") { points += 3 }
        if (site.texts["_config.yml"] ?? "").contains("publication_category") { points += 4 }
        guard let home = SitePages(site: site).home() else { return points }
        if home.header["author_profile"] != nil { points += 3 }
        // The layouts of the theme that this one was made from.
        if ["single", "archive", "splash", "talk"].contains(home.text("layout")) { points += 2 }
        if home.text("layout") == "about" || home.header["profile"] != nil { points -= 6 }
        return max(0, points)
    }

    private static func read(_ site: SiteSource) -> SiteReading {
        let config = site.mapping("_config.yml")
        var reading = SiteReading(sidebarSite: site, config: config, links: links)
        Collections(site: site, config: config).read(into: &reading)
        let permalink = reading.curriculumPermalink { page in
            page.path.contains("cv") || page.path.contains("resume")
        }
        reading.addDocument("_data/cv.json", of: site, as: .jsonResume, at: permalink)
        return reading
    }
}
