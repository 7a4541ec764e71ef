internal import Formats
internal import RecordModel

/// A file of the profile that the site shows or links to.
struct PlainAsset: Hashable {
    /// The folder of a profile that holds such files; the site keeps its name.
    static let folder = "assets/"

    /// The path within the profile's folder, and within the site.
    let path: TargetPath

    /// Takes a path, nil where it leads out of the folder for such files.
    init?(_ text: String) {
        guard text.hasPrefix(Self.folder), let path = TargetPath(text) else { return nil }
        self.path = path
    }

    /// Reads what `address` wrote, nil where it is no path of such a file.
    init?(address: some StringProtocol) {
        var bytes: [UInt8] = []
        var rest = Array(address.utf8)[...]
        while let byte = rest.popFirst() {
            let digits = rest.prefix(2)
            if byte == UInt8(ascii: "%"), digits.count == 2,
                let decoded = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
            {
                bytes.append(decoded)
                rest = rest.dropFirst(2)
            } else if byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#") {
                break
            } else {
                bytes.append(byte)
            }
        }
        guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
        self.init(text)
    }

    /// Tells whether Jekyll copies the file into a site: it leaves out what it takes for its own
    /// files, for hidden ones and for those of editors.
    var isCopied: Bool {
        path.components.allSatisfy { name in
            !["_", ".", "#"].contains(name.prefix(1)) && !name.hasSuffix("~")
        }
    }

    /// The path as an address relative to the root of the site.
    var address: String {
        path.components.map { URLText.percentEncoded(String($0)) }.joined(separator: "/")
    }

    /// Every file that a site's data shows or links to, in fields and within HTML.
    static func all(in data: Value) -> Set<PlainAsset> {
        var assets: Set<PlainAsset> = []
        collect(data, into: &assets)
        return assets
    }

    private static func collect(_ value: Value, into assets: inout Set<PlainAsset>) {
        switch value {
        case .list(let items):
            for item in items { collect(item, into: &assets) }
        case .mapping(let mapping):
            for entry in mapping.entries {
                if entry.key == "file", let address = entry.value.string {
                    if let asset = PlainAsset(address: address) { assets.insert(asset) }
                } else if entry.key.hasSuffix("_html"), let html = entry.value.string {
                    for address in addresses(in: html) {
                        if let asset = PlainAsset(address: address) { assets.insert(asset) }
                    }
                } else {
                    collect(entry.value, into: &assets)
                }
            }
        default: break
        }
    }

    /// The attribute values that the templates put the root of the site before.
    private static func addresses(in html: String) -> [String] {
        let bytes = Array(html.utf8)
        var addresses: [String] = []
        for position in bytes.indices where bytes[position] == UInt8(ascii: "=") {
            let rest = bytes[position...]
            guard rest.starts(with: opening) else { continue }
            let value = rest.dropFirst(2).prefix { $0 != UInt8(ascii: "\"") }
            addresses.append(String(decoding: value, as: UTF8.self))
        }
        return addresses
    }

    /// How the value of an attribute begins that names a file of the profile.
    static let opening = Array("=\"\(folder)".utf8)
}
