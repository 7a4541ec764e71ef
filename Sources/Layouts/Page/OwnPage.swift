import Formats
import Profiles

/// A page for parts that are not on the home page and that the theme has no page for.
struct OwnPage {
    /// The title, which is the heading of the first part.
    let title: String
    /// The label in the top bar.
    let label: String
    /// The address within the site.
    let permalink: String
    /// The name of the page's file, without its ending.
    let stem: String
    /// The language of the page, where it is not that of the homepage.
    let language: String?
    /// The text below the title.
    let body: String

    /// The name that a file has by the address of its page.
    fileprivate static func stem(of permalink: String) -> String {
        let path = permalink.hasSuffix(".html") ? String(permalink.dropLast(5)) : permalink
        return Slugs.slug(path.replacing("/", by: " "))
    }
}

extension Outline {
    /// The language of parts that all have the same.
    private static func language(of items: [OutlineItem]) -> String? {
        let languages = items.map { item in
            if case .free(let section) = item.part { section.language } else { String?.none }
        }
        return Set(languages).count == 1 ? languages.first.flatMap(\.self) : nil
    }

    /// The pages that the record asks for besides those of the theme, each of which holds
    /// something.
    ///
    /// Free prose stands at the address that it has, parts with one address on one page.
    ///
    /// - Parameters:
    ///   - taken: The addresses that the site has already.
    ///   - content: Writes a part with its heading; nil where it holds nothing.
    /// - Returns: The pages in the order of the outline.
    func ownPages(
        besides taken: Set<String>, content: (OutlineItem) -> String?
    ) -> [OwnPage] {
        // Old addresses of the home page lead to it.
        var permalinks = Permalinks(taken: taken.union(["/about/", "/about.html"]))
        var stems = Set(taken.map(OwnPage.stem)).union(["about"])
        var groups: [(wish: String?, items: [OutlineItem])] = []
        for item in homeless {
            var wish: String?
            if case .free(let section) = item.part { wish = section.permalink }
            if let wish, let same = groups.firstIndex(where: { $0.wish == wish }) {
                groups[same].items.append(item)
            } else {
                groups.append((wish, [item]))
            }
        }
        return groups.compactMap { wish, items -> OwnPage? in
            let parts = items.enumerated().map { position, item in
                content(position == 0 ? item.withoutHeading : item)
            }
            guard let first = items.first, parts.contains(where: { $0 != nil }) else { return nil }
            let title = first.title ?? first.part.name
            let permalink = permalinks.unique(wish, or: "/" + first.part.name + "/")
            let stem = Slugs.unique(OwnPage.stem(of: permalink), notIn: stems)
            stems.insert(stem)
            return OwnPage(
                title: title, label: first.menu ?? title, permalink: permalink, stem: stem,
                language: Self.language(of: items),
                body: PageBody.blocks(parts.compactMap(\.self)))
        }
    }
}
