/// The rows of a table in raw HTML.
enum HTMLRows {
    /// Returns the rows of the first table of a text, each with its tags; none where it has none.
    static func rows(of html: String) -> [String] {
        var rows: [String] = []
        var rest = html[...]
        while let start = rest.position(of: "<tr") {
            guard let end = rest[start...].position(of: "</tr>") else { break }
            let close = rest.index(end, offsetBy: 5)
            rows.append(String(rest[start..<close]))
            rest = rest[close...]
        }
        return rows
    }
}
