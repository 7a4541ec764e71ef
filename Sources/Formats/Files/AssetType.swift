/// A type of file that homepages use: the endings of its names and the bytes it begins with.
public struct AssetType: Sendable {
    /// The name with its article: `a PNG picture`.
    public let name: String
    /// Whether pages show it as a picture.
    public let isPicture: Bool
    private let endings: [String]
    /// The first bytes; nil stands for any byte.
    ///
    /// A type without them is told by its ending alone.
    private let heads: [[UInt8?]]

    /// Returns the type that a file name has the ending of, nil for one that is not known.
    public static func of(name: String) -> AssetType? {
        let file = name.split(separator: "/").last ?? ""
        guard let dot = file.lastIndex(of: "."), dot != file.startIndex else { return nil }
        let ending = file[file.index(after: dot)...].lowercased()
        return all.first { $0.endings.contains(ending) }
    }

    /// Tells whether a file of this type may begin with these bytes.
    public func fits(_ head: [UInt8]) -> Bool { heads.isEmpty || isTold(by: head) }

    /// Tells whether only a file of this type begins with these bytes.
    public func isTold(by head: [UInt8]) -> Bool {
        heads.contains { expected in
            expected.count <= head.count
                && zip(expected, head).allSatisfy { $0 == nil || $0 == $1 }
        }
    }

    private init(_ name: String, _ endings: [String], isPicture: Bool = false, _ heads: [[UInt8?]])
    {
        self.name = name
        self.endings = endings
        self.isPicture = isPicture
        self.heads = heads
    }

    private static func text(_ text: String) -> [UInt8?] { text.utf8.map { $0 } }

    private static let boxed = [UInt8?](repeating: nil, count: 4)

    /// All types that are known.
    public static let all = [
        AssetType("a PNG picture", ["png"], isPicture: true, [[0x89] + text("PNG")]),
        AssetType("a JPEG picture", ["jpg", "jpeg"], isPicture: true, [[0xFF, 0xD8, 0xFF]]),
        AssetType("a GIF picture", ["gif"], isPicture: true, [text("GIF8")]),
        AssetType(
            "a WebP picture", ["webp"], isPicture: true, [text("RIFF") + boxed + text("WEBP")]),
        AssetType(
            "an AVIF picture", ["avif"], isPicture: true, [boxed + text("ftypavi")]),
        AssetType(
            "a HEIC picture", ["heic", "heif"], isPicture: true,
            [
                boxed + text("ftyphei"), boxed + text("ftypmif"),
            ]),
        AssetType(
            "an icon", ["ico"], isPicture: true, [[0x00, 0x00, 0x01, 0x00]]),
        AssetType("a PDF document", ["pdf"], [text("%PDF-")]),
        AssetType(
            "a web page", ["html", "htm"],
            [text("<!doctype"), text("<!DOCTYPE"), text("<html"), text("<HTML"), text("<script")]),
        AssetType(
            "a ZIP archive", ["zip", "pptx", "docx", "xlsx", "key", "odp", "odt"], [text("PK")]),
        AssetType("an old Office document", ["ppt", "doc", "xls"], [[0xD0, 0xCF, 0x11, 0xE0]]),
        AssetType("a film", ["mp4", "m4v", "mov"], [boxed + text("ftyp"), boxed + text("moov")]),
        AssetType("a gzip archive", ["gz", "tgz"], [[0x1F, 0x8B]]),
        AssetType("a vector picture", ["svg"], isPicture: true, []),
        AssetType("a BibTeX file", ["bib"], []),
    ]
}
