import Formats

/// Addresses that a page links to.
enum PageURL {
    /// The address as a page may link to it, nil for one that it may not.
    static func safe(_ url: String) -> String? { URLText.safe(url) }

    /// The page of a DOI.
    static func doi(_ doi: String) -> String { "https://doi.org/" + path(doi) }

    /// The page of a paper at arXiv.
    static func arXiv(_ id: String) -> String { "https://arxiv.org/abs/" + path(id) }

    /// The page of a paper at HAL.
    static func hal(_ id: String) -> String { "https://hal.science/" + path(id) }

    /// The page of a paper at PubMed.
    static func pubMed(_ id: String) -> String {
        "https://pubmed.ncbi.nlm.nih.gov/" + path(id) + "/"
    }

    /// The forum of a paper at OpenReview.
    static func openReview(_ id: String) -> String {
        "https://openreview.net/forum?id=" + URLText.percentEncoded(id)
    }

    /// The page of a repository at GitHub.
    static func gitHub(_ repository: String) -> String { "https://github.com/" + path(repository) }

    /// A picture with the stars of a repository at GitHub.
    static func starBadge(_ repository: String) -> String {
        "https://img.shields.io/github/stars/" + path(repository) + "?label=Stars"
    }

    private static func path(_ text: String) -> String {
        URLText.percentEncodedPath(text)
    }
}
