import Formats

/// The files of a site besides its texts, with the paths that they would have in a profile.
struct SiteFiles: Sendable {
    private var names: [String: String] = [:]
    private var paths: [String: String] = [:]

    /// Gives each file its name; no two have one.
    init(_ files: [String]) {
        for path in files {
            let candidates = AssetName.candidates(path)
            var name = candidates.reversed().first { paths[$0] == nil }
            var number = 2
            while name == nil, let base = candidates.last {
                let dot = base.lastIndex(of: ".") ?? base.endIndex
                let numbered = String(base[..<dot]) + "-\(number)" + String(base[dot...])
                if paths[numbered] == nil { name = numbered }
                number += 1
            }
            guard let name else { continue }
            names[path] = name
            paths[name] = path
        }
    }

    func path(of asset: String) -> String? { paths[asset] }

    func asset(at address: String, in folders: [String]) -> String? {
        guard !names.isEmpty, let path = Self.path(of: address) else { return nil }
        for folder in folders {
            if let name = names[folder.isEmpty ? path : folder + "/" + path] { return name }
        }
        return nil
    }

    func assets(in text: String, on page: String) -> Set<String> {
        guard !names.isEmpty else { return [] }
        let folder = page.split(separator: "/").dropLast().joined(separator: "/")
        var found: Set<String> = []
        for word in text.split(whereSeparator: { " \t\n()<>\"'".contains($0) })
        where word.contains(".") {
            if let name = asset(at: String(word), in: ["", folder]) { found.insert(name) }
        }
        return found
    }

    /// The path that an address of the site itself has from the root; nil for any other address.
    private static func path(of address: String) -> String? {
        guard !address.contains("://"), !address.hasPrefix("//"), !address.hasPrefix("#"),
            !address.hasPrefix("mailto:")
        else { return nil }
        let plain = address.prefix { $0 != "?" && $0 != "#" }
        var parts: [Substring] = []
        for part in plain.split(separator: "/") where part != "." {
            // Pages stand in folders of their own, so a path may lead up from the root.
            if part == ".." { _ = parts.popLast() } else { parts.append(part) }
        }
        guard !parts.isEmpty else { return nil }
        return parts.map(AssetName.decoded).joined(separator: "/")
    }
}
