internal import Formats
internal import RecordModel

/// A page of the lab's site: front matter that names a template and holds what it shows.
struct LabPage {
    /// The folder of the page with a slash at its end; empty for the root of the site.
    let folder: String
    /// What the template shows.
    private let fields: Mapping

    /// Makes a page.
    ///
    /// - Parameters:
    ///   - folder: Where it lies.
    ///   - layout: The name of its template.
    ///   - title: The title, nil for the front page.
    ///   - menu: The entry of the bar at the top that it belongs to.
    ///   - fields: What the template shows.
    init(
        _ folder: String, layout: String, title: String?, menu: String? = nil,
        _ fields: KeyValuePairs<String, Value?>
    ) {
        self.folder = folder
        let depth = folder.utf8.count { $0 == UInt8(ascii: "/") }
        let root = depth == 0 ? "./" : String(repeating: "../", count: depth)
        self.fields =
            PlainValue.mapping(
                [
                    "layout": .string(layout), "title": PlainValue.text(title),
                    "root": .string(root), "target": PlainValue.text(menu),
                ], and: PlainValue.mapping(fields)
            ).mapping ?? Mapping()
    }

    /// The page as a file; nil where its folder can be none.
    var file: OutputFile? {
        TargetPath(folder + "index.html").map { OutputFile($0, .bytes(bytes)) }
    }

    /// The pictures and documents that the page shows or links to.
    var assets: Set<PlainAsset> { PlainAsset.all(in: .mapping(fields)) }

    /// The front matter, a line for each field.
    ///
    /// JSON on one line is YAML, in which no text can end
    /// the front matter or begin a field.
    private var bytes: [UInt8] {
        let writer = JSONWriter(style: .compact)
        let lines = fields.entries.map { "\($0.key): \(writer.text($0.value))" }
        return Array((["---"] + lines + ["---", ""]).joined(separator: "\n").utf8)
    }
}
