import Formats
import Profiles

/// Writes the parts of a page's body as kramdown.
struct PageBody: Sendable {
    let input: Layout.Input
    let outline: Outline
    let assets: AssetPlaces

    /// The profile.
    var profile: Profile { input.profile }

    /// The words of entries in a part of the page.
    func entries(_ item: OutlineItem) -> EntryLines {
        EntryLines(
            input, theme: outline.theme, assets: assets, dates: item.dates,
            patterns: item.patterns)
    }

    /// A part with its heading, nil where it holds nothing.
    func part(_ item: OutlineItem) -> String? {
        content(item).flatMap { part(item, content: $0) }
    }

    /// A part with its heading and some content, nil where that is empty.
    func part(_ item: OutlineItem, content: String) -> String? {
        let intro = intro(item)
        guard !content.isEmpty || !intro.isEmpty else { return nil }
        return Self.blocks([heading(item), intro, content])
    }

    /// What stands between the heading of a part and its content.
    func intro(_ item: OutlineItem) -> String {
        item.text.map { KramdownText.block($0) } ?? ""
    }

    /// The heading of a part; its anchor does not depend on the words, so that a menu finds it
    /// whatever emoji or script they are written in.
    func heading(_ item: OutlineItem) -> String {
        guard let title = item.title else { return "" }
        return heading(title, level: item.level, anchor: item.part.name)
    }

    /// A heading.
    func heading(_ title: String, level: Int, anchor: String) -> String {
        let marks = String(repeating: "#", count: min(6, max(1, level)))
        return "\(marks) \(Line.text(title).kramdown) {#\(self.anchor(anchor))}\n"
    }

    /// The anchor of a name; kramdown takes one only if it begins with a letter.
    func anchor(_ name: String) -> String {
        let id = Slugs.slug(name)
        return id.first?.isLetter == true ? id : "s-" + id
    }

    /// What stands under the heading of a part, nil for parts that a theme writes itself.
    func content(_ item: OutlineItem) -> String? {
        let words = entries(item)
        switch item.part {
        case .news: return list(profile.news, in: item, words.newsItem)
        case .positions: return list(profile.positions, in: item, words.position)
        case .education: return list(profile.education, in: item, words.education)
        case .awards: return list(profile.awards, in: item, words.award)
        case .talks: return list(profile.talks, in: item, words.talk)
        case .teaching: return list(profile.teaching, in: item, words.course)
        case .service:
            return groups(
                ItemGroup.groups(
                    item.limited(profile.service),
                    by: { words.written.group(of: $0, in: "service", else: $0.area) },
                    item: words.service),
                in: item)
        case .projects:
            return groups(
                ItemGroup.groups(
                    item.limited(profile.projects),
                    by: { words.written.group(of: $0, in: "projects", else: $0.category) },
                    item: words.project), in: item)
        case .interests: return profile.person.interests.map { KramdownText.block($0) } ?? ""
        case .free(let section): return KramdownText.block(section.text)
        case .bio, .contact, .selected, .widgets, .publications: return nil
        }
    }

    /// The entries of a part, those of one group under a heading.
    private func list<Entry: ListEntry>(
        _ entries: [Entry], in item: OutlineItem, _ words: (Entry) -> EntryItem
    ) -> String {
        groups(
            ItemGroup.groups(item.limited(entries), by: { $0.writing.group }, item: words), in: item
        )
    }

    /// Groups of items, each under a heading one level below that of the part.
    func groups(_ groups: [ItemGroup], in item: OutlineItem) -> String {
        Self.blocks(
            groups.flatMap { group in
                let anchor = item.part.name + "-" + Slugs.slug(group.heading ?? "")
                let heading = group.heading.map {
                    self.heading($0, level: item.level + 1, anchor: anchor)
                }
                return [heading ?? "", EntryItem.list(group.items)]
            })
    }

    /// Blocks with a blank line between them, without the empty ones.
    static func blocks(_ blocks: [String]) -> String {
        blocks.filter { !$0.isEmpty }.map { $0.hasSuffix("\n") ? $0 : $0 + "\n" }
            .joined(separator: "\n")
    }

    /// Lines as paragraphs, without the empty ones.
    static func paragraphs(_ lines: [Line]) -> String {
        blocks(lines.filter { !$0.isEmpty }.map { $0.kramdown + "\n" })
    }
}
