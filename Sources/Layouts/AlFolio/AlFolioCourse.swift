import Formats
import Prose
import RecordModel

/// One file of `_teachings`, read as a course.
struct AlFolioCourse {
    /// The fields; empty for a file without a title.
    private(set) var fields = Mapping()
    /// The words of the file that have no field of their own, as Markdown.
    private(set) var source: String
    /// What no field is for.
    private(set) var left: [DroppedText] = []

    /// Keys that show no word of their own.
    private static let silent: Set = ["layout", "title", "course_id", "permalink", "date"]

    init(_ page: SitePage, of site: SiteSource) {
        source = page.body
        guard let title = page.text("title") else { return }
        fields["course"] = .string(AuthorBlock.plain(title))
        let names = [
            ("term", "term"), ("instructor", "instructor"), ("location", "place"), ("time", "time"),
        ]
        for (key, field) in names {
            fields[field] = page.text(key).map { .string(AuthorBlock.plain($0)) }
        }
        fields["date"] = page.text("year").flatMap(CollectionText.day).map(Value.string)
        if fields["date"] == nil, page.text("year") == nil {
            fields["date"] = CollectionText.date(page)
        }
        let permalink = page.text("permalink")
        fields["permalink"] = permalink.flatMap { $0.hasPrefix("/") ? .string($0) : nil }
        var meetings: [Value] = []
        for week in page.header["schedule"]?.list ?? [] {
            if let meeting = meeting(week, site, page) { meetings.append(meeting) }
        }
        if !meetings.isEmpty { fields["schedule"] = .list(meetings) }
        if let description = page.text("description") {
            source = description + "\n\n" + source.trimmed
        }
        let known = Self.silent.union(names.map(\.0)).union(["year", "schedule", "description"])
        for entry in page.header.entries where !known.contains(entry.key) {
            guard let text = entry.value.plainText else { continue }
            left.append(
                DroppedText(.unplaced, "\(entry.key): \(text)", file: page.path, line: 1))
        }
    }

    /// One week of the course; nil for one without any word.
    private mutating func meeting(
        _ value: Value, _ site: SiteSource, _ page: SitePage
    ) -> Value? {
        var meeting = Mapping()
        func text(_ key: String) -> String? { value[key]?.plainText.map(AuthorBlock.plain) }
        guard let topic = text("topic") ?? text("description") else { return nil }
        meeting["week"] = text("week").map(Value.string)
        let date = text("date")
        let day = date.flatMap { DateRange(written: $0)?.start }
        meeting["date"] = day.map { .string($0.description) }
        meeting["topic"] = .string(topic)
        var words = day == nil ? [date].compactMap(\.self) : []
        if text("topic") != nil, let more = value["description"]?.plainText { words.append(more) }
        if !words.isEmpty { meeting["text"] = .string(words.joined(separator: "\n\n")) }
        var links: [Value] = []
        for material in value["materials"]?.list ?? [] {
            guard let address = material["url"]?.plainText else { continue }
            var link = Mapping()
            link["label"] = material["name"]?.plainText.map { .string(AuthorBlock.plain($0)) }
            if let url = URLText.safe(address), url.hasPrefix("http") {
                link["url"] = .string(url)
            } else if let file = site.asset(at: address) {
                link["file"] = .string(file)
            } else {
                left.append(DroppedText(.unplaced, address, file: page.path, line: 1))
                continue
            }
            links.append(.mapping(link))
        }
        if !links.isEmpty { meeting["links"] = .list(links) }
        return .mapping(meeting)
    }
}
