import Formats
import RecordModel

/// Reads lines that say how to reach a person into fields of `profile.yml`.
struct ContactGrammar {
    let context: EntryContext

    func read(_ item: Item) -> EntryReading? {
        var work = ContactWork(context: context)
        var index = 0
        while index < item.lines.count {
            let line = item.lines[index]
            // A table's cells: the label, and what it labels.
            if let row = line.row, index + 1 < item.lines.count, item.lines[index + 1].row == row,
                let label = ContactLabel(line.string)
            {
                guard work.take(item.lines[index + 1].text, as: label) else { return nil }
                work.note(line.string)
                index += 2
                continue
            }
            guard work.take(line.text) else { return nil }
            index += 1
        }
        return work.draft.reading(of: item, as: .contact)
    }
}

/// What a line of contacts is about.
enum ContactLabel {
    case email, phone, office, address, location, account(String)

    /// Reads a label: `📧 Email`, `办公室`, `WeChat`.
    init?(_ text: String) {
        let words = SearchWords.folded(text)
        guard (1...4).contains(words.count) else { return nil }
        let key = words.joined(separator: " ")
        let labels: [(ContactLabel, [String])] = [
            (
                .email,
                [
                    "email", "e mail", "mail", "email address", "emails", "邮箱", "电子邮箱", "电子邮件",
                    "メール", "이메일", "courriel", "correo", "kontakt", "contact",
                ]
            ),
            (
                .phone,
                [
                    "phone", "tel", "telephone", "mobile", "fax", "telefon", "电话", "電話", "전화",
                    "telefono", "phone number",
                ]
            ),
            (
                .office,
                ["office", "room", "buro", "bureau", "办公室", "研究室", "사무실", "despacho", "oficina"]
            ),
            (
                .address,
                [
                    "address", "postal address", "mailing address", "adresse", "anschrift", "地址",
                    "住所", "주소", "direccion", "endereco", "office address",
                ]
            ),
            (.location, ["location", "city", "based in", "ort", "lieu", "所在地", "位置"]),
        ]
        if let known = labels.first(where: { $0.1.contains(key) }) {
            self = known.0
            return
        }
        let accounts: [String: String] = [
            "wechat": "wechat", "微信": "wechat", "github": "github", "google scholar": "scholar",
            "scholar": "scholar", "orcid": "orcid",
            "dblp": "dblp", "linkedin": "linkedin", "twitter": "x", "x": "x", "x twitter": "x",
            "researchgate": "researchgate", "telegram": "telegram",
            "bluesky": "bluesky", "mastodon": "mastodon", "zhihu": "zhihu", "知乎": "zhihu",
            "semantic scholar": "semantic-scholar", "openreview": "openreview",
            "homepage": "website", "website": "website", "web": "website", "blog": "blog",
            "cv": "cv", "qq": "other", "skype": "other",
        ]
        guard let kind = accounts[key] else { return nil }
        self = .account(kind)
    }
}

/// The contacts found so far.
struct ContactWork {
    var draft = EntryDraft()
    private let context: EntryContext

    init(context: EntryContext) { self.context = context }

    mutating func note(_ text: String) { draft.note(text) }

    /// Takes a line with or without its label; false for a line that is something else.
    mutating func take(_ source: StyledText) -> Bool {
        var text = source.trimmed
        let signs = text.leadingEmoji
        draft.note(text.string(signs))
        text = text[signs.upperBound..<text.count].trimmed
        guard !text.isEmpty else { return true }
        if let colon = text.indices.prefix(40).first(where: {
            ":：".unicodeScalars.contains(text[$0])
        }),
            let label = ContactLabel(text.string(0..<colon))
        {
            draft.note(text.string(0..<colon))
            return take(text[colon + 1..<text.count].trimmed, as: label)
        }
        if takeLinks(text) { return true }
        let found = EmailFinder.find(in: text.string)
        guard !found.isEmpty else { return false }
        return take(text, as: .email)
    }

    /// Takes what stands after a label.
    mutating func take(_ text: StyledText, as label: ContactLabel) -> Bool {
        let shown = text.string.trimmingSpaces
        guard !shown.isEmpty, shown.utf8.count < 400 else { return false }
        switch label {
        case .email: return takeEmails(text)
        case .phone: return set("phone", shown)
        case .office: return set("office", shown)
        case .location: return set("location", shown)
        case .address:
            draft.set("address", (draft.fields["address"]?.list ?? []) + [.string(shown)])
            return true
        case .account(let kind): return takeAccount(text, kind: kind)
        }
    }

    private mutating func set(_ key: String, _ text: String) -> Bool {
        guard draft.fields[key] == nil else { return false }
        draft.set(key, text)
        return true
    }

    private mutating func takeEmails(_ text: StyledText) -> Bool {
        let shown = text.string
        let found = EmailFinder.find(in: shown)
        guard !found.isEmpty else { return false }
        var emails = draft.fields["emails"]?.list ?? []
        var rest = shown
        for email in found {
            var fields = Mapping()
            fields["address"] = .string(email.address)
            fields["show"] = email.isPlain ? "plain" : "obfuscated"
            if !email.isPlain { fields["written"] = .string(email.written) }
            emails.append(.mapping(fields))
            if let range = rest.firstRange(of: email.written) {
                rest.replaceSubrange(range, with: " ")
            }
        }
        draft.set("emails", emails)
        let words = VisibleWords.words(rest)
        // `or`, `and`: what joins two addresses; a sentence is more than that.
        guard words.count <= 2 else { return false }
        draft.notation.words += words
        return true
    }

    private mutating func takeAccount(_ text: StyledText, kind: String) -> Bool {
        let shown = text.string.trimmingSeparators
        var fields = Mapping()
        if let link = text.firstLink, let url = LinkFields.address(link, baseURL: context.baseURL) {
            if let read = HandleLink.reading(url), read.kind == kind {
                fields["kind"] = .string(kind)
                fields["handle"] = .string(read.handle)
            } else {
                fields["kind"] = .string(kind)
                fields["url"] = .string(url)
            }
            if fields["handle"]?.string != shown { fields["label"] = .string(shown) }
        } else {
            guard !shown.contains(" ") || kind == "wechat" else { return false }
            fields["kind"] = .string(kind)
            fields["handle"] = .string(shown)
        }
        return add(fields)
    }

    /// A line of links between dots, bars and commas.
    private mutating func takeLinks(_ text: StyledText) -> Bool {
        let runs = text.runs { $0.linkNumber }
        let outside = runs.filter { $0.look == 0 }.map { text.string($0.range) }.joined()
        guard runs.contains(where: { $0.look > 0 }), VisibleWords.words(outside).isEmpty else {
            return false
        }
        for run in runs where run.look > 0 {
            let written = text.style(at: run.range.lowerBound).link ?? ""
            let label = text.string(run.range)
            if written.hasPrefix("mailto:") {
                let address = String(written.dropFirst(7).prefix { $0 != "?" })
                guard !EmailFinder.find(in: address).isEmpty else { return false }
                var email = Mapping()
                email["address"] = .string(address)
                email["show"] = "plain"
                if label != address { email["label"] = .string(label) }
                draft.set("emails", (draft.fields["emails"]?.list ?? []) + [.mapping(email)])
                continue
            }
            guard let url = LinkFields.address(written, baseURL: context.baseURL) else {
                return false
            }
            var fields = Mapping()
            if let read = HandleLink.reading(url) {
                fields["kind"] = .string(read.kind)
                fields["handle"] = .string(read.handle)
            } else {
                fields["kind"] = .string(Self.kind(of: label))
                fields["url"] = .string(url)
            }
            if !label.isEmpty { fields["label"] = .string(label) }
            guard add(fields) else { return false }
        }
        return true
    }

    private static func kind(of label: String) -> String {
        let words = Set(SearchWords.folded(label))
        if !words.isDisjoint(with: ["cv", "resume", "vitae", "简历"]) { return "cv" }
        if words.contains("blog") { return "blog" }
        return words.isDisjoint(with: ["homepage", "website", "page", "home"]) ? "other" : "website"
    }

    /// Adds a link under an id that its section does not have yet.
    private mutating func add(_ fields: Mapping) -> Bool {
        var links = draft.fields["links"]?.list ?? []
        let kind = fields["kind"]?.string ?? "other"
        let taken = Set(links.compactMap { $0["id"]?.string })
        var entry = Mapping()
        entry["id"] = .string(Slugs.unique(kind, notIn: taken))
        for field in fields.entries { entry[field.key] = field.value }
        links.append(.mapping(entry))
        draft.set("links", links)
        return true
    }
}
