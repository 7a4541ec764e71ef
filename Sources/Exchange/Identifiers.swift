internal import Prose
internal import RecordModel

/// Identifiers and dates as records have them.
enum Identifiers {
    /// A DOI without an address before it.
    static func doi(_ text: String) -> String {
        for prefix in [
            "https://doi.org/", "http://doi.org/", "https://dx.doi.org/",
            "http://dx.doi.org/", "doi:", "DOI:",
        ]
        where text.hasPrefix(prefix) {
            return String(text.dropFirst(prefix.count))
        }
        return text
    }

    /// The arXiv id of a work in CSL-JSON.
    static func arXiv(_ item: Value) -> String? {
        if item["archive"]?.text?.lowercased() == "arxiv",
            let location = item["archive_location"]?.text
        {
            return location
        }
        for key in ["number", "URL", "note"] {
            if let found = item[key]?.text.flatMap(arXiv(in:)) { return found }
        }
        return nil
    }

    /// The arXiv id in `arXiv:2401.17644` or in an address.
    static func arXiv(in text: String) -> String? {
        for prefix in [
            "arXiv:", "arxiv:", "https://arxiv.org/abs/", "http://arxiv.org/abs/",
            "https://arxiv.org/pdf/",
        ]
        where text.hasPrefix(prefix) {
            let id = text.dropFirst(prefix.count).prefix { $0 != " " && $0 != "[" }
            return String(id.hasSuffix(".pdf") ? id.dropLast(4) : id)
        }
        return nil
    }

    /// A partial date of year, month and day; nil where there is none.
    static func date(_ parts: [Int]) -> String? {
        for count in [3, 2, 1] where parts.count >= count {
            let date = PartialDate(
                year: parts[0], month: count > 1 ? parts[1] : nil, day: count > 2 ? parts[2] : nil)
            if let date { return "\(date)" }
        }
        return nil
    }
}
