import Prose
import TestSupport
import Testing

@Suite struct HandleLinkTests {
    @Test(arguments: [
        ("github", "wizard1203", "https://github.com/wizard1203"),
        ("scholar", "qc6CJjYAAAAJ", "https://scholar.google.com/citations?user=qc6CJjYAAAAJ"),
        ("orcid", "0000-0001-2345-6789", "https://orcid.org/0000-0001-2345-6789"),
        ("dblp", "12/3456-7", "https://dblp.org/pid/12/3456-7.html"),
        ("semantic-scholar", "Ada-L/123", "https://www.semanticscholar.org/author/Ada-L/123"),
        ("openreview", "~Ada_L1", "https://openreview.net/profile?id=~Ada_L1"),
        ("linkedin", "ada-l", "https://www.linkedin.com/in/ada-l"),
        ("x", "ada", "https://x.com/ada"),
        ("mastodon", "@ada@example.org", "https://example.org/@ada"),
        ("medium", "ada", "https://medium.com/@ada"),
        ("youtube", "ada", "https://www.youtube.com/@ada"),
        ("bluesky", "ada.bsky.social", "https://bsky.app/profile/ada.bsky.social"),
        ("stackoverflow", "12/ada", "https://stackoverflow.com/users/12/ada"),
    ])
    func `a handle is an address and back`(kind: String, handle: String, url: String) throws {
        #expect(HandleLink.url(kind: kind, handle: handle) == url)
        let read = try #require(HandleLink.reading(url))
        #expect(read.kind == kind && read.handle == handle)
    }

    @Test(arguments: [
        (
            "https://scholar.google.com/citations?hl=en&user=abcAAAAJ&view_op=list", "scholar",
            "abcAAAAJ"
        ),
        ("https://scholar.google.co.uk/citations?user=abcAAAAJ", "scholar", "abcAAAAJ"),
        ("http://www.github.com/a/", "github", "a"), ("https://twitter.com/ada", "x", "ada"),
        ("https://dblp.uni-trier.de/pid/1/2.html", "dblp", "1/2"),
        ("https://mstdn.io/@ada", "mastodon", "@ada@mstdn.io"),
    ])
    func `other forms of an address are read`(url: String, kind: String, handle: String) throws {
        let read = try #require(HandleLink.reading(url))
        #expect(read.kind == kind && read.handle == handle)
    }

    @Test(arguments: [
        "https://example.org/ada", "mailto:a@b.c", "", "github.com/x", "https://github.com",
        "https://github.com/",
    ])
    func `an address of no known site is none`(url: String) {
        #expect(HandleLink.reading(url) == nil)
    }

    @Test func `a handle stays a handle`() {
        #expect(HandleLink.url(kind: "github", handle: "@ada") == "https://github.com/ada")
        #expect(
            HandleLink.url(kind: "github", handle: "https://github.com/ada")
                == "https://github.com/ada")
        #expect(
            HandleLink.url(kind: "github", handle: "../x?y#z") == "https://github.com/x%3Fy%23z")
        #expect(HandleLink.url(kind: "wechat", handle: "ada") == nil)
        #expect(HandleLink.url(kind: "github", handle: " ") == nil)
        #expect(HandleLink.url(kind: "mastodon", handle: "ada@javascript:x/y") == nil)
        #expect(
            HandleLink.label(kind: "orcid") == "ORCID"
                && HandleLink.label(kind: "nowhere") == "Website")
    }

    @Test func `every kind of a record is in the table once`() {
        let kinds = HandleLink.table.map(\.kind)
        #expect(Set(kinds).count == kinds.count)
        for kind in [
            "github", "hal", "osf", "calendly", "rss", "blog", "website", "cv", "other",
            "acl-anthology",
        ] {
            #expect(HandleLink.of(kind: kind) != nil, "\(kind)")
        }
    }
}
