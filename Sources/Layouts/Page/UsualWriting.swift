import Formats
import Profiles
public import RecordModel

extension Layout {
    /// Returns a record without the texts of entries that the theme's own way of writing gives as
    /// well, so that an import keeps of a page only what its fields do not say.
    ///
    /// A text that is gone is not missed: its entry comes out with the same words and the same
    /// marks, at the same place. Where leaving texts out would change anything else of the page,
    /// such as a heading or the line that explains signs, a section keeps all of them.
    public func withoutUsualWriting(_ record: Record) -> Record {
        guard let style = pageStyle else { return record }
        let usual = UsualWriting(of: record, style: style)
        guard !usual.ids.isEmpty else { return record }
        let before = page(of: record)
        let whole = UsualWriting.removing(usual.ids, from: record)
        if page(of: whole) == before { return whole }
        var result = record
        for (section, ids) in usual.ids.sorted(by: { $0.key < $1.key }) {
            let next = UsualWriting.removing([section: ids], from: result)
            if page(of: next) == before { result = next }
        }
        return result
    }

    /// What the homepage of a record shows.
    private func page(of record: Record) -> ShownText? {
        let files = output(Input(record: record)).files
        guard let home = files.first(where: { $0.path.description == "_pages/about.md" }),
            case .bytes(let bytes) = home.content
        else { return nil }
        return ShownText(String(decoding: bytes, as: UTF8.self))
    }

    /// How pages of the theme look; nil for a layout that nobody imports pages of.
    private var pageStyle: PageStyle? {
        switch name {
        case Layout.alFolio.name: AlFolio.style
        case Layout.academicPages.name: AcademicPages.style
        case Layout.acadHomepage.name: AcadHomepage.style
        default: nil
        }
    }
}

/// Finds the entries whose text says no more than the theme's own way of writing them.
private struct UsualWriting {
    /// The ids of these entries, by section.
    private(set) var ids: [String: Set<String>] = [:]

    init(of record: Record, style: PageStyle) {
        var texts: [String: [String: String]] = [:]
        for entry in record.value.mapping?.entries ?? [] where entry.key != Record.personSection {
            texts[entry.key] = Self.texts(in: entry.value.list ?? [])
        }
        texts = texts.filter { !$0.value.isEmpty }
        guard !texts.isEmpty else { return }
        let bare = Self.removing(texts.mapValues { Set($0.keys) }, from: record)
        let input = Layout.Input(record: bare)
        let outline = Outline(of: input.profile, style: style)
        var draft = Draft()
        let assets = AssetPlaces(of: input.profile, to: &draft, folders: [:], root: "")
        let authors = AuthorLines(input)
        for (section, texts) in texts {
            guard let part = PagePart.named[section], let item = outline[part], item.isListed
            else { continue }
            let words = EntryLines(input, theme: style.theme, assets: assets, dates: item.dates)
            for (id, written) in words.items(of: section, authors: authors) {
                guard let text = texts[id],
                    ShownText(written.kramdown) == ShownText(EntryItem(written: text).kramdown)
                else { continue }
                ids[section, default: []].insert(id)
            }
        }
    }

    /// The texts of entries that have fields beside them, and that no other entry shares.
    private static func texts(in entries: [Value]) -> [String: String] {
        let shared = Set(entries.compactMap { $0["written_with"]?.string })
        var texts: [String: String] = [:]
        for entry in entries {
            guard let id = entry["id"]?.string, let text = entry["written"]?.string,
                !shared.contains(id), entry["written_with"] == nil,
                entry.mapping?.keys.contains(where: { !noFields.contains($0) }) ?? false
            else { continue }
            texts[id] = text
        }
        return texts
    }

    private static let noFields: Set<String> = ["id", "written", "group"]

    /// Returns a record without the texts of some entries.
    static func removing(_ ids: [String: Set<String>], from record: Record) -> Record {
        var result = record
        for (section, ids) in ids {
            guard let entries = record.value[section]?.list else { continue }
            let shorter = entries.map { entry -> Value in
                guard var fields = entry.mapping, let id = fields["id"]?.string, ids.contains(id)
                else { return entry }
                fields["written"] = nil
                return .mapping(fields)
            }
            result.value =
                result.value.setting(FieldPath(steps: [section]), to: .list(shorter))
                ?? result.value
        }
        return result
    }
}

extension EntryLines {
    /// The entries of a section as items of a list, by their ids.
    fileprivate func items(of section: String, authors: AuthorLines) -> [(String, EntryItem)] {
        func items<Entry: ListEntry>(_ entries: [Entry], _ item: (Entry) -> EntryItem)
            -> [(String, EntryItem)]
        { entries.map { ($0.id, item($0)) } }
        return switch section {
        case "news": items(profile.news, newsItem)
        case "publications":
            // A paper with a picture stands in a box.
            items(profile.publications.filter { $0.image == nil }) {
                publication($0, authors: authors)
            }
        case "positions": items(profile.positions, position)
        case "education": items(profile.education, education)
        case "awards": items(profile.awards, award)
        case "service": items(profile.service, service)
        case "teaching": items(profile.teaching, course)
        case "talks": items(profile.talks, talk)
        case "projects": items(profile.projects, project)
        default: []
        }
    }
}
