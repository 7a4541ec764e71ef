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
        let name = path.hasPrefix("/") ? String(path.dropFirst()) : path
        let candidates = [name, "images/" + name, "assets/img/" + name]
        guard let file = candidates.first(where: site.contains) else { return }
        assets["assets/" + AssetName.of(file)] = file
        var photo = Mapping()
        photo["file"] = .string("assets/" + AssetName.of(file))
        photo["shape"] = shape.map(Value.string)
        person["photo"] = .mapping(photo)
    }
}

/// The name that a file of a site gets in a profile.
public enum AssetName {
    /// Returns the name for a path: its last part, with nothing but plain letters.
    public static func of(_ path: String) -> String {
        let name = path.split(separator: "/").last.map(String.init) ?? "file"
        let dot = name.lastIndex(of: ".") ?? name.endIndex
        let ending = name[dot...].dropFirst().lowercased().filter {
            $0.isASCII && $0.isLetter || $0.isNumber
        }
        let stem = Slugs.slug(String(name[..<dot]))
        return ending.isEmpty ? stem : stem + "." + ending
    }
}
