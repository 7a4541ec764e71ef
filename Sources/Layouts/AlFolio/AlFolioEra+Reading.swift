import RecordModel

extension AlFolioEra {
    /// The version of the theme that a site seems to be built with, as `layout.version` says it;
    /// nil for the newest one, and where nothing tells.
    ///
    /// Files that a version brought say how new a site is at least, keys that one renamed how old.
    /// A fork keeps old keys for years, so files are believed before keys.
    static func version(of site: SiteSource) -> String? {
        let oldest = lowerBound(of: site)
        let newest = upperBound(of: site)
        guard let newest else { return nil }
        return max(newest, oldest ?? newest)
    }

    /// The first month of which the files can be.
    private static func lowerBound(of site: SiteSource) -> String? {
        if site.contains("_data/socials.yml") { return "2024-12" }
        return site.contains("_layouts/about.liquid") ? "2024-01" : nil
    }

    /// The last month of which the keys can be.
    private static func upperBound(of site: SiteSource) -> String? {
        var months: [String] = []
        let config = site.mapping("_config.yml")
        if site.contains("_layouts/about.html") { months.append("2023-12") }
        if config["announcements"] != nil { months.append("2024-12") }
        if config["twitter_username"] != nil { months.append("2023-10") }
        if config["news_limit"] != nil { months.append("2023-03") }
        guard let header = SitePages(site: site).home()?.header else { return months.min() }
        if header["news"] != nil, header["announcements"] == nil { months.append("2024-12") }
        let profile = header["profile"]?.mapping
        if profile?["address"] != nil { months.append("2023-08") }
        if profile?["image_cicular"] != nil { months.append("2022-07") }
        return months.min()
    }
}
