internal import Formats
internal import Layouts
internal import RecordModel

/// The rows of a picture and a text each that minimal-mistakes, and themes that come from it, make of
/// lists in a page's front matter: `{% include feature_row id="papers" %}`.
///
/// Source: https://mmistakes.github.io/minimal-mistakes/docs/helpers/#feature-row
enum FeatureRows {
    /// Returns the rows that a line of a page shows, as items of a list; nil where it includes
    /// anything else, or none but the theme's own samples.
    static func markdown(of tag: IncludeTag, in header: Mapping) -> String? {
        guard tag.kind == "include", tag.name == "feature_row" else { return nil }
        let id = tag.parameters.first { $0.hasPrefix("id=") }
            .map { $0.dropFirst("id=".count).filter { $0 != "\"" && $0 != "'" } }
        let rows = (header[id ?? "feature_row"]?.list ?? []).compactMap(\.mapping).map(item)
        let own = rows.filter { !$0.isEmpty && !TemplateText.isSample($0) }
        return own.isEmpty ? nil : own.joined(separator: "\n")
    }

    /// One row as an item of a list: picture, title, text, button, and what the picture is called.
    private static func item(_ row: Mapping) -> String {
        func text(_ key: String) -> String? { row[key]?.plainText }
        var parts: [String] = []
        if let path = text("image_path") {
            let name = KramdownText.escape(text("alt") ?? "")
            parts.append("![\(name)](\(URLText.markdownDestination(path)))")
        }
        if let title = text("title") { parts.append("**\(KramdownText.escape(title))**") }
        if let excerpt = text("excerpt") { parts.append(excerpt) }
        if let url = text("url"), let label = text("btn_label") {
            parts.append(
                "[\(KramdownText.escape(label))](\(URLText.markdownDestination(url)))")
        }
        if let caption = text("image_caption") { parts.append(caption) }
        let lines = parts.joined(separator: "\n\n").lines
        return lines.enumerated().map { number, line in
            number == 0 ? "- " + line : line.isEmpty ? "" : "  " + line
        }.joined(separator: "\n")
    }
}
