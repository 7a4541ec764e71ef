internal import Profiles
internal import RecordModel

extension Rule {
    /// Finds handles that a site cannot have given.
    static let handle = Rule(
        "lint.handle", .warning, "A handle cannot be one of its site",
        reason: "The layout makes an address of the handle, and this one leads to nobody.",
        remedy: "Copy the handle out of the address of your page at the site, or write the `url`.",
        examples: [
            .bad(
                """
                profile: {links: [{id: github, kind: github, handle: Ada Lovelace}]}
                """, at: "/profile/links/github/handle"),
            .bad(
                "profile: {links: [{id: orcid, kind: orcid, handle: 0000-0002-1825-0098}]}",
                at: "/profile/links/orcid/handle"),
            .bad(
                "profile: {links: [{id: orcid, kind: orcid, url: 'https://orcid.org/0000-0002-1825-009'}]}",
                at: "/profile/links/orcid/url"),
            .bad(
                "profile: {links: [{id: git, kind: github, url: 'https://github.com/'}]}",
                at: "/profile/links/git/url"),
            .bad(
                "profile: {links: [{id: scholar, kind: scholar, handle: Ada Lovelace}]}",
                at: "/profile/links/scholar/handle"),
            .good(
                """
                profile:
                  links:
                    - {id: github, kind: github, handle: ada}
                    - {id: orcid, kind: orcid, handle: 0000-0002-1825-0097}
                    - {id: x, kind: x, handle: '@ada'}
                    - {id: own, kind: github, handle: 'https://github.com/ada'}
                """),
        ]
    ) { subject, _ in
        subject.profile.person.links.compactMap { link in
            if let handle = link.handle, !handle.hasPrefix("http"),
                let form = HandleForm.of(link.kind), !form.fits(handle)
            {
                return Finding(
                    "`\(handle.prefix(60))` is no \(form.name)",
                    at: link.path.appending("handle"), hint: form.hint)
            }
            guard let url = link.url, let form = HandleForm.of(link.kind),
                let handle = form.handle(in: url)
            else { return nil }
            if handle.isEmpty {
                return Finding(
                    "The address leads to the site, not to a person's page",
                    at: link.path.appending("url"), hint: form.hint)
            }
            guard link.kind == .orcid, !form.fits(handle) else { return nil }
            return Finding(
                "`\(handle.prefix(60))` is no \(form.name)", at: link.path.appending("url"),
                hint: form.hint)
        }
    }
}

/// What the handles of a site look like.
private struct HandleForm: Sendable {
    let name: String
    let hint: String
    let host: String
    private let isSound: @Sendable (String) -> Bool

    init(
        _ name: String, host: String, _ hint: String, isSound: @escaping @Sendable (String) -> Bool
    ) {
        self.name = name
        self.host = host
        self.hint = hint
        self.isSound = isSound
    }

    static func of(_ kind: PersonLink.Kind) -> HandleForm? { forms[kind] }

    func fits(_ handle: String) -> Bool {
        isSound(handle.hasPrefix("@") ? String(handle.dropFirst()) : handle)
    }

    /// What follows the host in an address of the site, nil for another one.
    func handle(in url: String) -> String? {
        var rest = url[...]
        for scheme in ["https://", "http://"] where rest.hasPrefix(scheme) {
            rest = rest.dropFirst(scheme.count)
        }
        if rest.hasPrefix("www.") { rest = rest.dropFirst(4) }
        guard rest.hasPrefix(host) else { return nil }
        rest = rest.dropFirst(host.count)
        guard rest.isEmpty || rest.hasPrefix("/") else { return nil }
        return String(rest.drop { $0 == "/" })
    }

    private static func consists(_ text: String, of others: String, _ range: ClosedRange<Int>)
        -> Bool
    {
        range.contains(text.utf8.count)
            && text.utf8.allSatisfy { TextFolding.isAlphanumeric($0) || others.utf8.contains($0) }
    }

    private static func isNumber(_ text: String, _ range: ClosedRange<Int>) -> Bool {
        range.contains(text.utf8.count) && text.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
    }

    private static let forms: [PersonLink.Kind: HandleForm] = [
        .github: HandleForm(
            "user name of GitHub", host: "github.com",
            "It is the word behind github.com/: letters, digits and single hyphens"
        ) { handle in
            // A repository may stand behind the name.
            let parts = handle.split(separator: "/", omittingEmptySubsequences: false)
            return (1...2).contains(parts.count) && consists(String(parts[0]), of: "-", 1...39)
                && !parts[0].hasPrefix("-") && !parts[0].hasSuffix("-")
                && parts.dropFirst().allSatisfy { consists(String($0), of: "-_.", 1...100) }
        },
        .orcid: HandleForm(
            "ORCID iD", host: "orcid.org",
            "It has four groups of four digits, as 0000-0002-1825-0097, and the last one checks "
                + "the others"
        ) { ORCID($0) != nil },
        .scholar: HandleForm(
            "id of Google Scholar", host: "scholar.google.com",
            "It is what stands behind user= in the address of your page: twelve characters"
        ) { consists($0, of: "-_", 12...12) },
        .x: HandleForm(
            "user name of X", host: "x.com", "It has at most 15 letters, digits and underscores"
        ) { consists($0, of: "_", 1...15) },
        .linkedin: HandleForm(
            "name of LinkedIn", host: "linkedin.com",
            "It is the word behind linkedin.com/in/"
        ) { !$0.contains(where: { $0 == " " || $0 == "/" }) },
        .dblp: HandleForm(
            "id of DBLP", host: "dblp.org", "It is what stands behind dblp.org/pid/, as 12/3456-1"
        ) { $0.split(separator: "/").count == 2 && consists($0, of: "/-_", 3...80) },
        .openreview: HandleForm(
            "id of OpenReview", host: "openreview.net", "It begins with ~ and ends in a number"
        ) { $0.hasPrefix("~") && ($0.last?.isNumber ?? false) },
        .bluesky: HandleForm(
            "handle of Bluesky", host: "bsky.app", "It is a domain, as ada.bsky.social"
        ) { $0.contains(".") && consists($0, of: ".-", 4...253) },
        .mastodon: HandleForm(
            "handle of Mastodon", host: "mastodon.social",
            "It names the server too: @ada@example.org"
        ) { $0.contains("@") || $0.contains("/") },
        .scopus: HandleForm(
            "author id of Scopus", host: "scopus.com", "It is a number of 10 or 11 digits"
        ) { isNumber($0, 9...12) },
        .ieee: HandleForm(
            "author id of IEEE Xplore", host: "ieeexplore.ieee.org", "It is a number"
        ) { isNumber($0, 6...24) },
        .acm: HandleForm(
            "profile id of the ACM", host: "dl.acm.org", "It is a number of 11 digits"
        ) { isNumber($0, 9...14) },
        .wikidata: HandleForm(
            "item of Wikidata", host: "wikidata.org", "It is a Q with a number, as Q7259"
        ) { $0.hasPrefix("Q") && isNumber(String($0.dropFirst()), 1...12) },
        .stackoverflow: HandleForm(
            "user of Stack Overflow", host: "stackoverflow.com", "It begins with a number"
        ) { $0.first?.isNumber ?? false },
        .huggingface: HandleForm(
            "user name of Hugging Face", host: "huggingface.co", "It is the word behind the slash"
        ) { consists($0, of: "-_./", 1...96) },
    ]
}
