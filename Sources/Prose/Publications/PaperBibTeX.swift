import Formats
import RecordModel

/// The BibTeX of a publication that stands with it on its page: in a fence, in `<pre>`, in a fold.
struct PaperBibTeX {
    /// The entries in order; the first one is the paper's.
    let entries: [BibTeXEntry]
    /// The block as it stands there.
    let text: String

    /// Takes the block out of an item's lines; nil where there is none, or none that ends.
    init?(takenFrom lines: inout [Item.Line]) {
        guard
            let first = lines.firstIndex(where: { Self.start(in: $0.string) != nil }),
            let start = Self.start(in: lines[first].string)
        else { return nil }
        var (text, end) = ("", first)
        var entries: [BibTeXEntry] = []
        // The block goes on as long as entries do.
        for index in first..<lines.count {
            let part = index == first ? String(lines[index].string[start...]) : lines[index].string
            let isOpen = Self.depth(of: text) > 0
            guard index == first || isOpen || Self.start(in: part) == part.startIndex else { break }
            text += (text.isEmpty ? "" : "\n") + part
            end = index + 1
            guard text.utf8.count < 20_000 else { return nil }
        }
        let document = BibTeXParser(file: "").parse(text)
        guard Self.depth(of: text) == 0, !document.entries.isEmpty,
            document.entries.allSatisfy({ !$0.isDamaged && !$0.content.key.isEmpty })
        else { return nil }
        entries = document.entries.map(\.content)
        self.entries = entries
        // What stands behind the last brace is the page's again.
        let behind = text.lastIndex(of: "}").map { text.index(after: $0) } ?? text.endIndex
        let rest = String(text[behind...])
        self.text = String(text[..<behind])
        let head = lines[first].text
        let cut = lines[first].string.unicodeScalars.distance(
            from: lines[first].string.startIndex, to: start)
        lines.removeSubrange(first + 1..<end)
        lines[first].text = head[0..<cut]
        if rest.contains(where: { $0.isLetter || $0.isNumber }) {
            lines[first].text.append(" " + rest, TextStyle())
        }
        if lines[first].text.string.trimmingSeparators.isEmpty { lines.remove(at: first) }
    }

    private static let beginning = TextPattern(
        #/@[A-Za-z]{3,20}\s{0,3}\{\s{0,3}[^\s,{}@"]{1,80}\s{0,3},/#)

    /// Where `@type{key,` begins in a text.
    private static func start(in text: String) -> String.Index? {
        guard text.utf8.contains(UInt8(ascii: "@")), text.utf8.contains(UInt8(ascii: "{")) else {
            return nil
        }
        return beginning.firstMatch(in: text)?.range.lowerBound
    }

    /// How many braces are open at the end of a text.
    private static func depth(of text: String) -> Int {
        text.utf8.reduce(0) { depth, byte in
            depth + (byte == UInt8(ascii: "{") ? 1 : byte == UInt8(ascii: "}") ? -1 : 0)
        }
    }

    // MARK: Fields

    /// A field of an entry as a reader sees it.
    static func shown(_ name: String, of entry: BibTeXEntry) -> String? {
        let value = entry.fields.first { $0.name == name }.map { LaTeXText.decode($0.value) }
        let plain = value?.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return plain?.isEmpty == false ? plain : nil
    }

    /// The authors of an entry.
    static func authors(of entry: BibTeXEntry) -> (names: [String], hasOthers: Bool) {
        let value = entry.fields.first { $0.name == "author" }?.value ?? ""
        let list = BibTeXNameList(parsing: value)
        let names = list.names.map { name in
            [name.given, name.particle, name.family, name.suffix].map(LaTeXText.decode)
                .filter { !$0.isEmpty }.joined(separator: " ")
        }
        return (names.filter { !$0.isEmpty }, list.hasOthers)
    }

    private static let told: Set<String> = [
        "title", "author", "booktitle", "journal", "year", "month", "doi", "url", "abstract", "",
    ]

    /// What the record keeps of an entry beside the fields of the paper.
    static func field(of entry: BibTeXEntry) -> Value {
        var result = Mapping()
        let isPlain = entry.key.unicodeScalars.allSatisfy {
            !$0.isBlank && !"{}(),\"#%'=~\\".unicodeScalars.contains($0)
        }
        if isPlain { result["key"] = .string(entry.key) }
        if entry.type.allSatisfy({ $0.isASCII && $0.isLetter }) {
            result["type"] = .string(entry.type)
        }
        result["show"] = true
        var fields = Mapping()
        for field in entry.fields where !told.contains(field.name) {
            let isName =
                field.name.first.map { $0.isASCII && $0.isLetter } == true
                && field.name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
            let value = field.value.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            if isName, !value.isEmpty { fields[field.name] = .string(value) }
        }
        if !fields.isEmpty { result["fields"] = .mapping(fields) }
        return .mapping(result)
    }

    // MARK: Pages of BibTeX alone

    /// The entries of an item that is nothing but BibTeX; nil for any other item.
    static func readings(of item: Item, context: EntryContext) -> [EntryReading]? {
        var lines = item.lines
        guard let block = PaperBibTeX(takenFrom: &lines), lines.isEmpty else { return nil }
        let own = OwnName(context.ownNames)
        var readings: [EntryReading] = []
        for entry in block.entries {
            let authors = authors(of: entry)
            guard let title = shown("title", of: entry), !authors.names.isEmpty else { return nil }
            var draft = EntryDraft()
            draft.set("title", title)
            draft.fields["authors"] = .list(
                authors.names.map { name in
                    var author = Mapping()
                    author["name"] = .string(name)
                    if own.matches(name) { author["self"] = true }
                    return .mapping(author)
                })
            if authors.hasOthers { draft.fields["others"] = true }
            var venue = Mapping()
            if let name = shown("booktitle", of: entry) ?? shown("journal", of: entry) {
                venue["name"] = .string(name)
            }
            if !venue.isEmpty { draft.fields["venue"] = .mapping(venue) }
            draft.set("date", date(of: entry)?.description)
            draft.fields["bibtex"] = field(of: entry)
            readings.append(
                EntryReading(kind: .publications, fields: draft.fields, notation: draft.notation))
        }
        guard !readings.isEmpty else { return nil }
        readings[0].notation.words = item.words + item.joinedWords
        return readings
    }

    /// The year of an entry.
    static func date(of entry: BibTeXEntry) -> PartialDate? {
        shown("year", of: entry).flatMap { Int($0) }.flatMap { PartialDate(year: $0) }
    }
}
