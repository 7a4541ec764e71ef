import Foundation

/// The links of a built site that lead to nothing.
enum SiteLinks {
    /// What does not lead to a file of the site, or to an id of one; `base` is the path below which
    /// the site lies.
    static func broken(in site: JekyllSite, base: String = "/home") -> [String] {
        let pages = site.pages
        let ids = Dictionary(uniqueKeysWithValues: pages.map { ($0.path, Set($0.ids)) })
        var broken: [String] = []
        for page in pages {
            for tag in page.tags {
                guard let address = tag.attributes["href"] ?? tag.attributes["src"],
                    !address.contains(":")
                else { continue }
                let parts = address.split(
                    separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
                let here = URL(string: "http://site\(base)/" + page.path)
                let url = parts[0].isEmpty ? here : URL(string: String(parts[0]), relativeTo: here)
                var path = url?.absoluteURL.path ?? ""
                if !base.isEmpty, path.hasPrefix(base) { path.removeFirst(base.count) }
                path = path.trimmingCharacters(in: ["/"])
                if !path.contains(".") { path += (path.isEmpty ? "" : "/") + "index.html" }
                let isThere = site.files[path] != nil
                let isMarked =
                    parts.count < 2 || parts[1].isEmpty
                    || ids[path]?.contains(String(parts[1])) == true
                if !isThere || !isMarked { broken.append("\(page.path): \(address)") }
            }
        }
        return broken
    }
}
