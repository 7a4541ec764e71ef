/// The name that a file of a site gets in a profile.
public enum AssetName {
    /// Returns the name for a path: its last part, with nothing but plain letters.
    public static func of(_ path: String) -> String {
        let name = path.split(separator: "/").last.map(String.init) ?? "file"
        let dot = name.lastIndex(of: ".") ?? name.endIndex
        let ending = name[dot...].dropFirst().lowercased().filter {
            $0.isASCII && ($0.isLetter || $0.isNumber)
        }
        let stem = Slugs.slug(String(name[..<dot]))
        return ending.isEmpty ? stem : stem + "." + ending
    }

    /// Returns the paths in a profile that a file may have, the more telling one first: where two
    /// files of a site have one name, the second one's folder is a part of it.
    ///
    /// - Parameter address: The path, or an address of the site itself.
    /// - Returns: Paths that begin with `assets/`.
    public static func candidates(_ address: String) -> [String] {
        let path = decoded(address.prefix { $0 != "?" && $0 != "#" })
        let own = of(path)
        let folders = path.split(separator: "/").dropLast().filter { !$0.allSatisfy { $0 == "." } }
        guard let folder = folders.last else { return ["assets/" + own] }
        return ["assets/" + Slugs.slug(String(folder)) + "-" + own, "assets/" + own]
    }

    /// The path that an address writes with percent signs.
    public static func decoded(_ address: Substring) -> String {
        guard address.contains("%") else { return String(address) }
        var bytes: [UInt8] = []
        var rest = Array(address.utf8)[...]
        while let byte = rest.popFirst() {
            let digits = String(decoding: rest.prefix(2), as: UTF8.self)
            if byte == UInt8(ascii: "%"), digits.count == 2, let code = UInt8(digits, radix: 16) {
                bytes.append(code)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
