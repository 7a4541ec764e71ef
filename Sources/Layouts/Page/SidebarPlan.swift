import Formats
import Profiles
import RecordModel

/// What of a person goes into the sidebar of a theme, and what is left for the page.
struct SidebarPlan: Sendable {
    /// A key of the theme with what it gets.
    struct Value: Sendable {
        let key: String
        /// The value; nil takes a sample of the theme away.
        let value: String?
    }

    /// The address that the sidebar links to; only one that may stand there as it is.
    let email: EmailAddress?
    /// The values of the theme's keys for links.
    let values: [Value]
    /// The links for which the theme has no key.
    let otherLinks: [PersonLink]
    /// The labels of links that the theme shows under a word of its own.
    let unshownLabels: [FieldPath]
    /// The line under the name.
    let line: String?
    /// The organization.
    let employer: String?

    init(_ profile: Profile, links fields: [ConfigLink]) {
        let person = profile.person
        email = person.emails.first { $0.display == .plain }
        var values: [String: String] = [:]
        var others: [PersonLink] = []
        var labels: [FieldPath] = []
        for link in person.links {
            let value = fields.lazy.filter { $0.kind == link.kind && values[$0.key] == nil }
                .compactMap { field in field.value(link).map { (field.key, $0) } }.first
            guard let value else {
                others.append(link)
                continue
            }
            values[value.0] = value.1
            if link.label != nil { labels.append(link.path.appending("label")) }
        }
        self.values = fields.map { Value(key: $0.key, value: values[$0.key]) }
        otherLinks = others
        unshownLabels = labels
        line = person.role
        employer = person.affiliation.map { $0.organization }
    }

    /// A text of the sidebar, where the themes would not break a long one but cut it off or lay it
    /// over the page.
    static func wrapping(_ text: String?) -> String? {
        guard let text else { return nil }
        let html = HTMLText.escape(text)
        return text.utf8.count <= 24 ? html : "<span style=\"white-space: normal\">\(html)</span>"
    }

    /// The affiliations of which the sidebar does not say everything.
    func otherAffiliations(of person: Person) -> [Affiliation] {
        guard person.affiliations.count == 1, let only = person.affiliations.first else {
            return person.affiliations
        }
        let details = [only.unit, only.role, only.url, only.since?.description, only.place]
        return details.contains { $0 != nil } ? [only] : []
    }
}
