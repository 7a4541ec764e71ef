internal import Formats
internal import Profiles
internal import Prose
internal import RecordModel

/// How the plain layout writes the texts, links, dates and names of one record.
struct PlainStyle {
    let input: Layout.Input
    /// The language of the pages (BCP 47).
    let language: String
    /// How dates are written where a section does not say otherwise.
    let dates: LayoutChoices.DateForm

    init(_ input: Layout.Input) {
        self.input = input
        language = input.profile.person.language ?? "en"
        dates = input.profile.layoutChoices.dates ?? .monthName
    }

    var profile: Profile { input.profile }

    /// A word of the layout in the language of the pages.
    func word(_ word: PlainWord) -> String { word.text(in: language) }

    // MARK: Text

    /// The HTML of a piece of Markdown, whose headings begin below a level.
    ///
    /// The data is never read as Liquid or Markdown again, so this is what a browser gets.
    func html(_ markdown: String?, below level: Int = 2) -> Value? {
        guard let markdown else { return nil }
        let html = PlainMarkup.html(of: markdown, below: level)
        return PlainValue.text(html)
    }

    // MARK: Links

    /// An address that a page may link to, nil for every other.
    func url(_ text: String?) -> Value? { PlainValue.text(text.flatMap(URLText.safe)) }

    /// A file of the profile as templates link to it, below the root of the site.
    func file(_ path: String?) -> Value? {
        path.flatMap(PlainAsset.init).map { .string($0.address) }
    }

    /// A picture, nil where its file cannot be one of the profile.
    func picture(_ picture: Picture?) -> Value? {
        guard let picture, let file = file(picture.file) else { return nil }
        return PlainValue.mapping(["file": file, "alt": .string(picture.alt ?? "")])
    }

    /// The links of an entry; one that leads nowhere safe is its words alone.
    func links(_ links: [Link]) -> [Value] {
        links.map { link in
            let url = url(link.url)
            return PlainValue.mapping([
                "label": .string(link.label ?? label(of: link.kind ?? .other)),
                "url": url, "file": url == nil ? file(link.file) : nil,
            ])
        }
    }

    /// One link, nil where its address is not safe.
    func link(_ label: String, to address: String) -> Value? {
        url(address).map { PlainValue.mapping(["label": .string(label), "url": $0]) }
    }

    /// The homepage of someone: that of the lab's member if it is one.
    func homepage(profile: String?, url: String?) -> Value? {
        self.url(profile.flatMap { input.members[$0]?.url } ?? url)
    }

    /// The page of a member within the same site, nil where there is none.
    func page(ofProfile profile: String?) -> Value? {
        PlainValue.text(profile.flatMap { input.members[$0]?.page })
    }

    /// The people who advised.
    func people(_ advisors: [Advisor]) -> [Value] {
        advisors.map { advisor in
            PlainValue.mapping([
                "name": .string(advisor.name), "title": PlainValue.text(advisor.title),
                "url": homepage(profile: advisor.profile, url: advisor.url),
                "target": page(ofProfile: advisor.profile),
                "role": PlainValue.text(advisor.role),
            ])
        }
    }
}
