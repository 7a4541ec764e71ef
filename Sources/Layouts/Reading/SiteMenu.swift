import Formats
import RecordModel

/// The top bar of a site, as two of the themes have it in `_data/navigation.yml`.
struct SiteMenu {
    let site: SiteSource

    /// Puts the labels of the bar that lead to headings of the page into a reading, by anchor.
    func read(into reading: inout SiteReading) {
        let menu = site.mapping("_data/navigation.yml")
        for item in menu["main"]?.list ?? [] {
            guard let title = item["title"]?.plainText, let url = item["url"]?.plainText,
                let mark = url.lastIndex(of: "#")
            else { continue }
            let anchor = String(url[url.index(after: mark)...])
            reading.menu[anchor] = title
        }
    }
}

extension SiteReading {
    /// Takes a picture of the person that the site names by its path.
    mutating func photo(at path: String, in site: SiteSource, shape: String? = nil) {
        guard let file = site.asset(at: path, in: ["", "images", "assets/img"]) else { return }
        var photo = Mapping()
        photo["file"] = .string(file)
        photo["shape"] = shape.map(Value.string)
        person["photo"] = .mapping(photo)
    }
}
