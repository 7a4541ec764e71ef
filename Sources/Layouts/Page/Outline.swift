import Profiles
import RecordModel

/// One part of a page as it is to be shown there.
struct OutlineItem: Sendable {
    let part: PagePart
    /// The heading without its emoji; nil where the part stands without one.
    let heading: String?
    let emoji: String?
    /// The level of the heading, from 1.
    let level: Int
    /// The label in the top bar.
    let menu: String?
    /// How many entries to show at most.
    let limit: Int?
    /// What stands between the heading and the content, in Markdown.
    let text: String?
    /// How a part about the person was written on the page it came from.
    let written: String?
    let dates: EntryDates
    /// How entries are written, where not as the theme does.
    let patterns: [EntryPattern]
    /// Whether the record lists the part, or the theme does by itself.
    let isListed: Bool

    /// The part as it stands on a page whose title is its heading.
    var withoutHeading: OutlineItem {
        OutlineItem(
            part: part, heading: nil, emoji: nil, level: level, menu: menu, limit: limit,
            text: text, written: written, dates: dates, patterns: patterns, isListed: isListed)
    }

    /// Emoji and heading.
    var title: String? {
        heading.map { heading in [emoji, heading].compactMap(\.self).joined(separator: " ") }
    }

    /// The first entries of a list, as many as the page shows.
    func limited<Item>(_ items: [Item]) -> [Item] {
        limit.map { Array(items.prefix(max(0, $0))) } ?? items
    }
}

/// The parts of a page in order: those that `layout.sections` lists, and then the others in the
/// theme's own order.
struct Outline: Sendable {
    private(set) var items: [OutlineItem] = []
    /// The parts that the record puts on pages of their own, in order.
    private(set) var apart: [OutlineItem] = []
    /// The parts that the record hides.
    private(set) var hidden: Set<PagePart> = []
    private let choices: LayoutChoices
    private let style: PageStyle

    /// The name of the theme's layout.
    var theme: String { style.theme }

    /// The parts that stand on pages of their own and for which the theme has none.
    var homeless: [OutlineItem] { apart.filter { !style.pages.contains($0.part) } }

    /// Draws the outline of a profile's page.
    init(of profile: Profile, style: PageStyle) {
        choices = profile.layoutChoices
        self.style = style
        let free = profile.sections.map { PageStyle.Part(.free($0), $0.title, emoji: $0.emoji) }
        // The person comes first and free prose has a place, unless the record lists them.
        let top = style.parts.filter { $0.part == .bio } + free.filter { $0.isAtTop }
        let rest = style.parts.filter { $0.part != .bio } + free.filter { !$0.isAtTop }

        var listed: [OutlineItem] = []
        var known: Set<PagePart> = []
        for choice in choices.sections {
            let part = Self.part(choice.section, of: profile)
            guard let part, known.insert(part).inserted else { continue }
            guard !choice.isHidden else {
                hidden.insert(part)
                continue
            }
            let isApart = isApart(choice, part)
            let known = style.parts + (isApart ? style.otherHeadings : []) + free
            let usual = known.first { $0.part == part }
            let item = item(usual ?? PageStyle.Part(part, choice.section), choice: choice)
            if isApart { apart.append(item) } else { listed.append(item) }
        }
        let others = { (parts: [PageStyle.Part]) in parts.filter { !known.contains($0.part) } }
        // Prose at the top stands below the person, who comes first.
        let head = listed.prefix { $0.part == .bio }
        items = Array(head) + others(top).map { item($0) } + listed.dropFirst(head.count)
        items += others(rest).map { item($0) }
    }

    /// The item of a part, nil where no page has it but the theme's own.
    subscript(part: PagePart) -> OutlineItem? { (items + apart).first { $0.part == part } }

    /// Tells whether the record itself lists a part as one of the home page.
    func lists(_ part: PagePart) -> Bool {
        items.contains { $0.part == part && $0.isListed }
    }

    /// The title that the record itself gives a part, nil where it lists the part not.
    func title(of part: PagePart) -> String? {
        self[part].flatMap { $0.isListed ? $0.title : nil }
    }

    /// Tells whether a part stands on a page of its own.
    ///
    /// The person is on the home page in any case. Which pages a site had is nothing that a theme
    /// without such pages has to repeat: there a reader would look for everything on one page.
    private func isApart(_ choice: SectionChoice, _ part: PagePart) -> Bool {
        guard choice.isApart, !Self.ofTheHomePage.contains(part) else { return false }
        return [nil, style.theme].contains(choices.written) || style.pages.contains(part)
    }

    private static let ofTheHomePage: Set<PagePart> = [.bio, .selected, .widgets]

    private static func part(_ name: String, of profile: Profile) -> PagePart? {
        PagePart.named[name] ?? profile.sections.first { $0.id == name }.map(PagePart.free)
    }

    private func item(_ usual: PageStyle.Part, choice: SectionChoice? = nil) -> OutlineItem {
        var ownLevel: Int?
        if case .free(let section) = usual.part { ownLevel = section.level }
        // A heading of its own comes without the emoji of the theme's.
        let hasOwnWords = choice?.heading != nil || choice?.emoji != nil
        return OutlineItem(
            part: usual.part, heading: choice?.heading ?? usual.heading,
            emoji: hasOwnWords ? choice?.emoji : usual.emoji,
            level: min(6, max(1, choice?.level ?? ownLevel ?? style.level)),
            menu: choice?.menu, limit: choice?.limit, text: choice?.text,
            written: choice?.written,
            dates: EntryDates(
                form: choice?.dates ?? choices.dates ?? style.dates,
                frame: choice?.dateFrame ?? choices.dateFrame ?? style.frame,
                present: style.present,
                isChosen: choice?.dates != nil || choices.dates != nil),
            patterns: (choice?.patterns ?? []).compactMap(EntryPattern.init),
            isListed: choice != nil)
    }
}

extension PageStyle.Part {
    fileprivate var isAtTop: Bool {
        if case .free(let section) = part { section.place == .top } else { false }
    }
}
