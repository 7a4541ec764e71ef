internal import Formats
internal import Profiles
internal import Prose
public import RecordModel

/// What `labfolio.yml` says of the lab's own site.
public struct LabSettings: Sendable {
    /// What is left of somebody who left.
    struct Departure: Hashable, Sendable {
        enum Page: String, Hashable, Sendable { case tombstone, redirect, nothing }

        let page: Page
        let name: String?
        let until: DateText?
        let url: String?
    }

    /// The name of the lab.
    let name: String
    /// What the lab is, as Markdown.
    let description: String?
    /// The lab's homepage elsewhere.
    let homepage: String?
    /// The language of the site (BCP 47).
    let language: String
    /// The address of the site without a path, and the path below which it lies.
    let url: String?
    let baseurl: String
    let groups: [LabGroup]
    /// Whether the groups are those of `labfolio.yml`.
    let hasOwnGroups: Bool
    /// Those who left, by their profile's id.
    let departures: [String: Departure]
    /// The day as of which the site is made; nil for that of a store without a commit.
    let day: CalendarDay?

    /// Reads the settings.
    ///
    /// - Parameters:
    ///   - configuration: The content of `labfolio.yml`.
    ///   - day: The day as of which somebody is a member or has left.
    public init(configuration: Value, day: CalendarDay?) {
        let configuration = configuration.withoutForbiddenCharacters
        let lab = Fields(configuration["lab"])
        let site = Fields(configuration["site"])
        name = lab.text("name") ?? "Lab"
        description = lab.text("description")
        homepage = lab.text("url").flatMap(URLText.safe)
        language = configuration["language"]?.string ?? "en"
        url = site.text("url").flatMap(URLText.safe).map(Self.withoutSlash)
        baseurl = Self.withoutSlash(site.text("baseurl") ?? "")
        groups = LabGroup.all(in: configuration, language: language)
        hasOwnGroups = configuration["site"]?["groups"] != nil
        var departures: [String: Departure] = [:]
        for entry in configuration["departed"]?.mapping?.entries ?? [] {
            let fields = Fields(entry.value)
            let url = fields.text("url").flatMap(URLText.safe)
            departures[entry.key] = Departure(
                page: fields.choice("page") ?? (url == nil ? .tombstone : .redirect),
                name: fields.text("name"), until: fields.date("until"), url: url)
        }
        self.departures = departures
        self.day = day
    }

    /// A word of the site in its language.
    func word(_ word: LabWord) -> String { word.text(in: language) }

    /// The address of the site's root with a slash at its end, nil where it is not known.
    var root: String? { url.map { $0 + baseurl + "/" } }

    /// Tells whether a day or a month, to its end, has passed.
    func hasPassed(_ date: DateText) -> Bool {
        guard !date.isPresent else { return false }
        return day.map { $0.isAfter(date.description) } ?? true
    }

    private static func withoutSlash(_ address: String) -> String {
        var text = address
        while text.hasSuffix("/") { text.removeLast() }
        return text
    }
}
