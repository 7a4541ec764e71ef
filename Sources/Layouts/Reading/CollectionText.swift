import Formats
import Prose
import RecordModel

/// What the keys of a collection's files say.
enum CollectionText {
    /// The day of a file: its key, else the name of the file.
    static func date(_ page: SitePage) -> Value? {
        if let text = page.text("date"), let date = day(text) { return .string(date) }
        let name = page.path.split(separator: "/").last.map(String.init) ?? ""
        return day(String(name.prefix(10))).map(Value.string)
    }

    /// `2024-05-01`, `2024-5-1`, `2024/05/01 12:00`, `2024-05`, `2024` as a partial date.
    static func day(_ text: String) -> String? {
        let digits = text.prefix { $0.isNumber || $0 == "-" || $0 == "/" || $0 == "." }
        let parts = digits.split { !$0.isNumber }.compactMap { Int($0) }
        guard let year = parts.first, (1900...2199).contains(year) else { return nil }
        let date =
            parts.count > 2
            ? PartialDate(year: year, month: parts[1], day: parts[2])
            : parts.count > 1
                ? PartialDate(year: year, month: parts[1]) : PartialDate(year: year)
        return (date ?? PartialDate(year: year))?.description
    }

    /// The kind of a talk by the theme's words for it.
    static func talkKind(_ type: String) -> String? {
        let text = type.lowercased()
        for (word, kind) in [
            ("keynote", "keynote"), ("invited", "invited"), ("tutorial", "tutorial"),
            ("seminar", "seminar"), ("poster", "poster"), ("panel", "panel"),
            ("conference", "conference"),
        ] where text.contains(word) { return kind }
        return nil
    }

    /// The authors: their own key, else those that the citation begins with; and whether there are
    /// more of them.
    static func authors(of page: SitePage) -> (names: Value, hasOthers: Bool)? {
        var source = page.text("authors") ?? page.text("author")
        if source == nil, case .list(let items)? = page.header["authors"] {
            source = items.compactMap(\.plainText).joined(separator: ", ")
        }
        var read = source.flatMap { CitationAuthors(of: plain($0)) }.flatMap {
            $0.isWhole ? $0 : nil
        }
        if source == nil, let citation = page.text("citation") {
            let words = HTMLText.plainText(citation).words.joined(separator: " ")
            let title = HTMLText.plainText(page.text("title") ?? "")
            source = head(of: words, title: title)
            read = inCitation(words, head: source, title: title)
        }
        if source == nil, read == nil { read = inLine(of: page) }
        var names = read.map { $0.names.map(givenFirst) } ?? names(in: plain(source ?? ""))
        let count = names.count
        names.removeAll { ["et al", "et al.", "etal", "others"].contains($0.lowercased()) }
        guard !names.isEmpty else { return nil }
        return (
            .list(names.map { ["name": .string($0)] }),
            read?.hasOthers == true || names.count < count
        )
    }

    /// A text without HTML, and without the links and the bold type of Markdown.
    private static func plain(_ text: String) -> String {
        let isMarkdown = ["](", "**", "__"].contains(where: text.contains)
        return AuthorBlock.plain(isMarkdown ? Markdown(text).plainText() : text)
    }

    /// The names of a citation: before the title or the year, else at its beginning, else behind the
    /// title that it begins with.
    private static func inCitation(
        _ citation: String, head: String?, title: String
    ) -> CitationAuthors? {
        if let head {
            if let read = CitationAuthors(of: head), read.isWhole { return read }
            // What no name is: a title that is another than that of the file.
            if names(in: head).allSatisfy(isPlausible) { return nil }
        }
        let text = String(citation.drop { "‘'\"“”« ".contains($0) })
        var places = [text]
        if !title.isEmpty, text.hasPrefix(title) { places = [String(text.dropFirst(title.count))] }
        return places.lazy.map { String($0.drop { " .,:\"”’'".contains($0) }) }
            .compactMap { CitationAuthors(of: $0) }.first { $0.names.count > 1 }
    }

    /// The names that are a line by themselves, in the file or in what is shown of it in lists: with
    /// one of them in bold type, with `and` before the last one, or announced.
    private static func inLine(of page: SitePage) -> CitationAuthors? {
        let lines = [page.text("excerpt") ?? ""] + page.body.lines.prefix(12).map(String.init)
        for line in lines where line.utf8.count < 2000 {
            let marks = ["**", "<b>", "<strong>", " and ", " & "]
            let text = plain(line.hasSuffix("\\") ? String(line.dropLast()) : line)
            let label = ["authors:", "author:", "by "].first(where: text.lowercased().hasPrefix)
            guard label != nil || marks.contains(where: line.contains),
                let read = CitationAuthors(of: String(text.dropFirst(label?.count ?? 0))),
                read.isWhole, read.names.count > 1
            else { continue }
            return read
        }
        return nil
    }

    /// `J. Lind` of `Lind, J.`.
    private static func givenFirst(_ name: String) -> String {
        guard let comma = name.firstIndex(of: ","), name[comma...].count(where: { $0 == "," }) == 1
        else { return name }
        return String(name[comma...].dropFirst()).trimmed + " " + name[..<comma]
    }

    /// What stands before the year in brackets, the quotation mark or the title.
    private static func head(of citation: String, title: String) -> String? {
        let ends = ["(", "\"", "“", "‘", title.isEmpty ? "\u{0}" : title]
        let places = ends.compactMap { citation[...].position(of: $0) }
        guard let end = places.min(), end > citation.startIndex else { return nil }
        var text = String(citation[..<end]).trimmed
        while let last = text.last, last == "," || last == "." || last == ":" || last == ";" {
            // The full stop of an initial stays.
            if last == ".", text.dropLast().last?.isUppercase == true { break }
            text.removeLast()
        }
        return text.isEmpty || text.utf8.count > 2000 ? nil : text
    }

    /// The names of a list such as `A. Ada, B. Bob and C. Cid` or `Ada, A., Bob, B., & Cid, C.`.
    static func names(in text: String) -> [String] {
        let plain = text.replacing(" and ", by: ", ").replacing(" & ", by: ", ")
            .replacing(";", by: ",").replacing(",,", by: ",")
        let parts = plain.split(separator: ",").map { String($0).trimmed }.filter { !$0.isEmpty }
        let initials = parts.count { isInitials($0) }
        guard initials * 2 >= parts.count - 1, initials > 0 else { return parts }
        var names: [String] = []
        for part in parts {
            if isInitials(part), let last = names.last, !last.contains(",") {
                names[names.count - 1] = part + " " + last
            } else {
                names.append(part)
            }
        }
        return names
    }

    private static func isPlausible(_ name: String) -> Bool {
        let words = name.split(separator: " ")
        return words.count < 6 && !words.contains { $0.allSatisfy(\.isNumber) }
            && !name.contains(where: { $0 == "[" || $0 == "/" })
    }

    private static func isInitials(_ text: String) -> Bool {
        text.count <= 10 && text.contains(".")
            && text.split(whereSeparator: { $0 == "." || $0 == " " || $0 == "-" })
                .allSatisfy { $0.count <= 1 }
    }
}

extension CitationAuthors {
    /// Whether nothing but names is there, and a year at most.
    fileprivate var isWhole: Bool {
        rest.allSatisfy { !$0.isLetter && !$0.isNumber }
            || rest.filter(\.isNumber).count == 4 && !rest.contains(where: \.isLetter)
    }
}

extension Substring {
    /// Where a text first stands.
    func position(of text: String) -> Index? {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(text) { return start }
            formIndex(after: &start)
        }
        return nil
    }
}
