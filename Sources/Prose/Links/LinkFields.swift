import Formats
import RecordModel

/// Links of an item on their way into a record.
struct LinkFields {
    /// The links that a record can hold.
    private(set) var links: [Value] = []
    /// Links to files that nobody can find from the record alone, as Markdown.
    private(set) var homeless: [String] = []
    /// The words of labels that lead nowhere.
    private(set) var words: [String] = []
    private var addresses: Set<String> = []
    let baseURL: String?
    private let files: Set<String>

    /// Whether nothing leads anywhere.
    var isEmpty: Bool { links.isEmpty && homeless.isEmpty }

    init(_ context: EntryContext) {
        baseURL = context.baseURL
        files = context.files
    }

    /// Returns an address as a record takes it; nil for one that leads nowhere or is no address.
    static func address(_ written: String, baseURL: String?) -> String? {
        var url = written.trimmingPrefix { $0.isWhitespace }.description
        while url.last?.isWhitespace == true { url.removeLast() }
        guard !url.isEmpty, !url.hasPrefix("#"), url != "./", url != "/" else { return nil }
        if url.hasPrefix("www.") { url = "https://" + url }
        if url.hasPrefix("//") { url = "https:" + url }
        let lower = url.lowercased()
        if !lower.hasPrefix("http://"), !lower.hasPrefix("https://"), !lower.hasPrefix("mailto:") {
            // A path of the site itself; other schemes are no links of a page.
            guard let baseURL, !url.prefix(12).contains(":") else { return nil }
            while url.hasPrefix("../") || url.hasPrefix("./") {
                url = String(url.drop { $0 == "." }.dropFirst())
            }
            let path = url.hasPrefix("/") ? String(url.dropFirst()) : url
            url = (baseURL.hasSuffix("/") ? baseURL : baseURL + "/") + path
        }
        guard let safe = URLText.safe(url), safe.utf8.count <= 2000,
            safe.hasPrefix("http") || safe.hasPrefix("mailto:")
        else { return nil }
        return safe
    }

    /// Adds a link; its label is kept as words where it leads nowhere.
    mutating func add(label: String, url: String, kind: String?) {
        guard let address = Self.address(url, baseURL: baseURL) else {
            if let file = AssetName.candidates(url).first(where: files.contains) {
                var link = Mapping()
                if !label.isEmpty { link["label"] = .string(label) }
                link["file"] = .string(file)
                if let kind { link["kind"] = .string(kind) }
                links.append(.mapping(link))
            } else if url.isEmpty || url.hasPrefix("#") || url == "./" || url == "/" {
                words += VisibleWords.words(label)
            } else {
                homeless.append("[\(label)](\(URLText.markdownDestination(url)))")
            }
            return
        }
        var link = Mapping()
        if !label.isEmpty { link["label"] = .string(label) }
        link["url"] = .string(address)
        if let kind { link["kind"] = .string(kind) }
        // The same address under another label is another link; without any label it says nothing.
        if label.isEmpty, addresses.contains(address) { return }
        addresses.insert(address)
        links.append(.mapping(link))
    }
}

extension StyledText {
    /// Takes the links with labels such as `[Paper]` out of the text, with the brackets and dividers
    /// around them.
    ///
    /// - Parameters:
    ///   - fields: Where the links go.
    ///   - keepsFirst: Whether a link at the beginning of the text stays: it is the text's subject.
    mutating func takeResourceLinks(into fields: inout LinkFields, keepsFirst: Bool = false) {
        let found = runs { $0.linkNumber }.filter { $0.look > 0 }
        var rest = self
        for run in found.reversed() {
            if keepsFirst, isBlank(0..<run.range.lowerBound) { continue }
            let label = string(run.range).trimmingBrackets
            let url = style(at: run.range.lowerBound).link ?? ""
            // A word or two in brackets lead somewhere, whatever they are called.
            let isBracketed =
                string(run.range).trimmingSpaces.hasPrefix("[")
                || string(0..<run.range.lowerBound).trimmingSpaces.hasSuffix("[")
            let isSubject =
                string(0..<run.range.lowerBound).trimmingBrackets.isEmpty
                && !string(run.range.upperBound..<count).trimmingBrackets.isEmpty
            let known = ResourceLabel.kind(of: label, url: url)
            let other = isBracketed && !isSubject && ResourceLabel.isShort(label) ? "other" : nil
            guard let kind = known ?? other else { continue }
            fields.insertFront(label: label, url: url, kind: kind)
            rest = rest.removing(rest.withBrackets(run.range), leaving: " ")
        }
        self = rest
    }

    /// Tells whether words follow a comma, and no other link: `Rivers [paper](…), with Jo Lind`.
    private func goesOn(behind comma: Int) -> Bool {
        guard let next = (comma + 1..<count).first(where: { !self[$0].isBlank }) else {
            return false
        }
        return self[next].isLetter && style(at: next).link == nil
    }

    /// The range with brackets and dividers around it.
    private func withBrackets(_ range: Range<Int>) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        func before() -> Int {
            var index = start
            while index > 0, self[index - 1].isBlank { index -= 1 }
            return index - 1
        }
        func after() -> Int {
            var index = end
            while index < count, self[index].isBlank { index += 1 }
            return index
        }
        for _ in 0..<2 {
            if let open = sign(at: before()), let close = sign(at: after()),
                ["[]", "()", "（）", "【】"].contains("\(open)\(close)")
            {
                (start, end) = (before(), after() + 1)
            }
        }
        // One divider goes with the link.
        if let divider = sign(at: before()), "|/·•".unicodeScalars.contains(divider) {
            start = before()
        } else if let divider = sign(at: after()), "|/·•,".unicodeScalars.contains(divider),
            divider != "," || !goesOn(behind: after())
        {
            end = after() + 1
        }
        return start..<end
    }
}

extension LinkFields {
    /// Adds a link before the others: links are taken out from the end.
    mutating func insertFront(label: String, url: String, kind: String?) {
        let (links, homeless, words) = (self.links, self.homeless, self.words)
        self.links = []
        self.homeless = []
        self.words = []
        add(label: label, url: url, kind: kind)
        self.links += links
        self.homeless += homeless
        self.words += words
    }

    /// Puts the links into a draft.
    func finish(_ draft: inout EntryDraft, textKey: String = "text") {
        draft.set("links", links)
        draft.notation.words += words
        if !homeless.isEmpty { draft.add(textKey, paragraph: homeless.joined(separator: " ")) }
    }
}

extension String {
    /// The text without brackets and blanks around it: `[Paper]` is `Paper`.
    var trimmingBrackets: String {
        var scalars = unicodeScalars[...]
        while let first = scalars.first, first.isBlank || "[(（【|/".unicodeScalars.contains(first) {
            scalars.removeFirst()
        }
        while let last = scalars.last, last.isBlank || "])）】|/,".unicodeScalars.contains(last) {
            scalars.removeLast()
        }
        return String(scalars)
    }
}
