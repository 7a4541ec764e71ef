internal import RecordModel

extension Rule {
    /// Finds `http:` links to sites that are known to have `https:`.
    static let insecureLink = Rule(
        "lint.insecure-link", .note, "A link begins with http: where the site has https:",
        reason: """
            Whoever sits between a reader and the site can read and change what `http:` carries; \
            browsers warn of it.
            """,
        remedy: "Write https: instead.",
        examples: [
            .bad(
                """
                publications: [{id: paper, url: http://arxiv.org/abs/2401.00001}]
                """, at: "/publications/paper/url"),
            .bad(
                """
                profile: {bio: 'My code is at [GitHub](http://github.com/ada).'}
                """, at: "/profile/bio"),
            .good("publications: [{id: paper, url: https://arxiv.org/abs/2401.00001}]"),
            .good("profile: {bio: 'See [my old page](http://ada.example.org/).'}"),
        ],
        text: TextCheck(keywords: ["http://"], kinds: [.url, .markdown]) { text in
            let bytes = text.folded
            let places = bytes.positions(of: "http://").filter { position in
                let host = bytes.run(from: position + 7) { SecureHosts.isHostByte($0) }
                return SecureHosts.contains(host)
                    // A port is one of plain `http`.
                    && bytes[position + 7 + host.utf8.count] != UInt8(ascii: ":")
            }
            guard let first = places.first else { return [] }
            var mended = Array(text.content.utf8)
            for position in places.reversed() { mended.insert(UInt8(ascii: "s"), at: position + 4) }
            let host = bytes.run(from: first + 7) { SecureHosts.isHostByte($0) }
            return [
                TextFinding(
                    "The link to \(host) begins with `http:`", hint: "Write `https://\(host)`",
                    at: first,
                    mended: TextFinding.Mended(
                        summary: "Write `https:`", isSafe: true,
                        text: String(decoding: mended, as: UTF8.self)))
            ]
        })
}

/// Sites that are known to answer `https:` with the same pages as `http:`.
private enum SecureHosts {
    static func isHostByte(_ byte: UInt8) -> Bool {
        TextFolding.isAlphanumeric(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
    }

    static func contains(_ host: String) -> Bool {
        if names.contains(host) { return true }
        let bare = host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
        return names.contains(bare) || endings.contains { host.hasSuffix($0) }
    }

    private static let endings = [".github.io", ".wikipedia.org", ".arxiv.org", ".nips.cc"]

    private static let names: Set<String> = [
        "aclanthology.org", "aclweb.org", "arxiv.org", "bitbucket.org", "bsky.app", "dblp.org",
        "dblp.uni-trier.de", "dl.acm.org", "docs.google.com", "doi.org", "drive.google.com",
        "dx.doi.org", "facebook.com", "gist.github.com", "github.com", "gitlab.com",
        "hal.science", "huggingface.co", "ieeexplore.ieee.org", "iclr.cc", "icml.cc",
        "inspirehep.net", "instagram.com", "jmlr.org", "kaggle.com", "link.springer.com",
        "linkedin.com", "medium.com", "nature.com", "ncbi.nlm.nih.gov", "neurips.cc", "nips.cc",
        "openaccess.thecvf.com", "openreview.net", "orcid.org", "osf.io", "papers.nips.cc",
        "proceedings.mlr.press", "proceedings.neurips.cc", "raw.githubusercontent.com",
        "researchgate.net", "scholar.google.com", "sciencedirect.com", "scopus.com",
        "semanticscholar.org", "sites.google.com", "stackoverflow.com", "twitter.com",
        "wikidata.org", "x.com", "youtu.be", "youtube.com", "zenodo.org", "zhihu.com",
    ]
}
