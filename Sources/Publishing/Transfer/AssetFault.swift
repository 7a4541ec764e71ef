internal import Formats
internal import RecordModel

extension Diagnostic.Code {
    /// A file of a profile is not what its name says, or would run as a script.
    static let exportAssetType: Self = "export.asset-type"
}

/// Why a file of a profile must not be copied into a site.
struct AssetFault: Hashable {
    let message: String
    let hint: String

    /// Looks at a file; nil where there is nothing against it.
    init?(of path: String, _ bytes: [UInt8]) {
        let ending = path.split(separator: ".").last.map { $0.lowercased() } ?? ""
        if Self.active.contains(ending) {
            self.init(
                "is a program or a page of its own, which would run as a part of the site",
                "Link to where it is published instead")
        } else if bytes.starts(with: "---\n".utf8) || bytes.starts(with: "---\r\n".utf8) {
            self.init(
                "begins with `---`, and Jekyll would run what is in it",
                "Put an empty line before it")
        } else if ending == "svg" {
            guard let fault = Self.fault(ofDrawing: bytes) else { return nil }
            self = fault
        } else {
            guard !bytes.isEmpty else {
                self.init("is empty", Self.remedy)
                return
            }
            guard let type = AssetType.of(name: path), !type.fits(bytes) else { return nil }
            let found = AssetType.all.first { $0.isTold(by: bytes) }
            self.init(
                found.map { "is \($0.name), not \(type.name)" }
                    ?? "does not begin as \(type.name) does", Self.remedy)
        }
    }

    private init(_ message: String, _ hint: String) {
        self.message = message
        self.hint = hint
    }

    private static let remedy =
        "Put the right file in its place, or give it the ending of its type"

    /// The endings of what a browser runs.
    private static let active: Set<String> = [
        "html", "htm", "xhtml", "xht", "shtml", "js", "mjs", "swf", "php", "md", "markdown",
    ]

    /// A vector picture is a document that may hold scripts, and the browser of whoever opens it
    /// by itself runs them in the name of the site.
    private static func fault(ofDrawing bytes: [UInt8]) -> AssetFault? {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            return AssetFault("is no vector picture: it is not text in UTF-8", remedy)
        }
        let words = text.lowercased()
        guard words.contains("<svg") else {
            return AssetFault("is no vector picture: it holds no `<svg>`", remedy)
        }
        for word in [
            "<script", "<foreignobject", "<iframe", "<embed", "<object", "<!entity", "javascript:",
        ]
        where words.contains(word) {
            return AssetFault("holds `\(word)`, which would run as a part of the site", cleaning)
        }
        guard !hasHandler(words) else {
            return AssetFault("holds a script in an attribute", cleaning)
        }
        return nil
    }

    /// Tells whether a tag has an attribute that begins with `on` and has a value: a handler.
    private static func hasHandler(_ words: String) -> Bool {
        let bytes = words.utf8.span
        var isInTag = false
        var name = 0
        for position in bytes.indices {
            let byte = bytes[position]
            switch byte {
            case UInt8(ascii: "<"): (isInTag, name) = (true, position + 1)
            case UInt8(ascii: ">"): isInTag = false
            case UInt8(ascii: "=") where isInTag:
                if position >= name + 3, bytes[name] == UInt8(ascii: "o"),
                    bytes[name + 1] == UInt8(ascii: "n")
                {
                    return true
                }
            case 0x09, 0x0A, 0x0C, 0x0D, 0x20:
                // Blanks may stand between a name and its `=`; the next name begins after them.
                var next = position
                while next < bytes.count, bytes[next] <= 0x20 { next += 1 }
                if next < bytes.count, bytes[next] != UInt8(ascii: "=") { name = next }
            case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "/"): name = position + 1
            default: break
            }
        }
        return false
    }

    private static let cleaning = "Save the picture without scripts, as plain SVG"
}
