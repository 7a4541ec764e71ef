internal import Formats
internal import Profiles
public import RecordModel

/// The lab's own site: people, the works of all, the news of all, and the same for programs.
///
/// It is made in two passes over the records, so that no more than one of them is in memory: the
/// first one gathers the index, the second one makes each person's page with `output(of:)`.
public struct LabSite: Sendable {
    /// The name by which manifests know the site.
    public static let layoutName = "lab"
    /// Rises whenever the site comes out otherwise for the same records.
    public static let version = 1

    let settings: LabSettings
    /// The members, sorted by name.
    let members: [LabMember]
    let membersByID: [String: LabMember]
    let works: LabWorks
    let news: [LabNewsItem]
    /// How the site writes dates and links where it is about nobody in particular.
    let style: PlainStyle

    /// Makes the site of a lab whose records are all in the index.
    public init(_ index: LabIndex) {
        settings = index.settings
        members = index.members.map { ($0.sortKey, $0) }.sorted { $0.0 < $1.0 }.map(\.1)
        let byID = Dictionary(members.map { ($0.id, $0) }) { first, _ in first }
        membersByID = byID
        style = PlainStyle(
            Layout.Input(shownIn: settings.language, members: Self.linked(members)))
        works = LabWorks(index.listings, members: byID, style: style)
        news = LabNewsItem.merged(index.news)
    }

    /// Everything but the pages of the members.
    public var output: Layout.Output {
        var pages = [LabFrontPage(site: self).page, LabPeoplePage(site: self).page]
        pages += LabWorkPages(site: self).pages
        pages += LabNewsPages(site: self).pages
        pages += LabDepartures(site: self).pages
        var files = PlainTheme.outputFiles + LabTheme.outputFiles + pages.compactMap(\.file)
        files += LabConfiguration(site: self).files + LabData(site: self).files
        var assets = works.assets
        for page in pages { assets.formUnion(page.assets) }
        files += assets.map { OutputFile($0.path, .asset($0.path.description)) }
        files.sort { $0.path < $1.path }
        return Layout.Output(files: files)
    }

    /// The pages of one member: none for somebody who keeps off the site, or of whom
    /// `labfolio.yml` says that something else is left.
    public func output(of record: Record) -> Layout.Output {
        guard let member = membersByID[record.id.text] else { return Layout.Output() }
        var pages = [LabWorkPages(site: self).page(of: member)].compactMap { $0 }
        var diagnostics: [Diagnostic] = []
        if settings.departures[member.id] == nil {
            let person = LabPersonPage(
                site: self, member: member, record: record.withoutForbiddenCharacters)
            pages.append(person.page)
            diagnostics = person.diagnostics
        }
        var assets: Set<PlainAsset> = []
        for page in pages { assets.formUnion(page.assets) }
        var files = pages.compactMap(\.file)
        files += assets.map { OutputFile($0.path, .asset($0.path.description)) }
        files.sort { $0.path < $1.path }
        return Layout.Output(files: files, diagnostics: diagnostics)
    }

    /// A word of the site.
    func word(_ word: LabWord) -> String { settings.word(word) }

    /// What other pages may say of the members.
    var linkedMembers: [String: Layout.Member] { style.input.members }

    private static func linked(_ members: [LabMember]) -> [String: Layout.Member] {
        Dictionary(
            members.map { member in
                var linked = Layout.Member(name: member.name.display, url: member.homepage)
                linked.page = member.page
                return (member.id, linked)
            }, uniquingKeysWith: { first, _ in first })
    }
}
