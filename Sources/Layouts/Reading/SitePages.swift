internal import Formats
import RecordModel

/// The pages of a site, in any family.
public struct SitePages {
    let site: SiteSource

    /// The page with which the site begins.
    ///
    /// Nearly always `_pages/about.md`; where several claim the root, the first of the usual names.
    func home() -> SitePage? {
        let usual = [
            "_pages/about.md", "_pages/about.html", "about.md", "index.md", "_pages/index.md",
            "_pages/home.md", "README.md",
        ]
        for path in usual { if let page = page(path) { return page } }
        let candidates = paths.compactMap(page)
        return candidates.first { $0.text("permalink") == "/" }
            ?? candidates.first { $0.path.contains("about") } ?? candidates.first
    }

    /// The pages besides the first one.
    func others(besides home: SitePage?) -> [SitePage] {
        paths.filter { $0 != home?.path }.compactMap(page)
    }

    /// The paths of pages, those of `_pages` first.
    private var paths: [String] {
        let pages = site.texts(in: "_pages").filter {
            Self.isProse($0) && !$0.contains("/includes/")
        }
        let top = site.paths.filter {
            !$0.contains("/") && Self.isProse($0) && site.texts[$0] != nil
                && !Self.notPages.contains($0.lowercased())
        }
        return pages + top
    }

    private static let notPages: Set<String> = [
        "readme.md", "license.md", "contributing.md", "install.md", "customize.md", "faq.md",
        "changelog.md", "404.md", "404.html", "analyze.md", "seo.md", "code_of_conduct.md",
        "troubleshooting.md", "quickstart.md", "boundaries.md",
    ]

    func page(_ path: String) -> SitePage? {
        site.texts[path].map { SitePage(path: path, text: $0) }
    }

    /// Tells whether a file is a page by its name.
    public static func isProseFile(_ path: String) -> Bool { isProse(path) }

    static func isProse(_ path: String) -> Bool {
        [".md", ".markdown", ".html", ".htm", ".mdown"].contains { path.hasSuffix($0) }
    }
}
