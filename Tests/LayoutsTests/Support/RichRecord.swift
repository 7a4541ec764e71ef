import RecordModel

@testable import Layouts

/// A record with every field of the schemas filled in, and more entries than a page shows.
enum RichRecord {
    static let id = ProfileID("mei-lin-zhang")

    /// The sections of the record.
    static let sections: [(name: String, content: Value)] = [
        ("profile", person), ("news", news), ("publications", publications),
        ("positions", positions), ("education", education), ("awards", awards),
        ("service", service), ("teaching", teaching), ("talks", talks), ("projects", projects),
        ("sections", freeSections),
    ]

    /// The record as a store holds it, its private notes included.
    static var complete: Value {
        var mapping = Mapping()
        for section in sections { mapping[section.name] = showing(section.content) }
        return .mapping(mapping)
    }

    /// A list whose first entry says from when until when it shows.
    private static func showing(_ section: Value) -> Value {
        guard case .list(var items) = section, var first = items.first?.mapping else {
            return section
        }
        first["show"] = ["from": "2000", "until": "2999-12"]
        items[0] = .mapping(first)
        return .list(items)
    }

    /// The record as a layout gets it: without private notes.
    static var value: Value { withoutPrivateNotes(complete) }

    /// The other members of the lab.
    static let members: [String: Layout.Member] = [
        "aoife-byrne": Layout.Member(name: "Aoife Byrne", url: "https://byrne.example/"),
        "jun-wang": Layout.Member(name: "Jun Wang", url: nil),
    ]

    /// A layout's input for a value; that of the whole record where none is given.
    static func input(_ value: Value = value) throws -> Layout.Input {
        guard let id else { throw Missing() }
        return Layout.Input(record: Record(id: id, value: value), members: members)
    }

    private struct Missing: Error {}

    private static func withoutPrivateNotes(_ value: Value) -> Value {
        switch value {
        case .mapping(let mapping):
            var kept = Mapping()
            for entry in mapping.entries
            where !["private_notes", "waivers"].contains(entry.key)
                && (entry.key != "show" || entry.value.mapping == nil)
            {
                kept[entry.key] = withoutPrivateNotes(entry.value)
            }
            return .mapping(kept)
        case .list(let items): return .list(items.map(withoutPrivateNotes))
        default: return value
        }
    }

    /// Links as many entries have them.
    static let links: Value = [
        ["label": "Slides & notes", "url": "https://example.org/slides?a=1&b=2", "kind": "slides"],
        ["label": "Handout", "file": "assets/hand out.pdf", "kind": "pdf"],
        ["url": "https://example.org/video", "kind": "video"],
    ]

    /// People who advise.
    static let advisors: Value = [
        [
            "name": "Aoife Byrne", "title": "Prof.", "profile": "aoife-byrne",
            "role": "main supervisor",
        ],
        [
            "name": "Nic Lane", "title": "Dr.", "url": "https://lane.example/",
            "role": "co-supervisor", "profile": "nobody",
        ],
    ]

    static let person: Value = [
        "name": name,
        "role": "PhD candidate in computer science",
        "tagline": "Learning where the *data* is.",
        "status": "Open to **postdoc positions** from autumn 2025.",
        "affiliations": [
            [
                "id": "cambridge", "organization": "University of Cambridge",
                "unit": "Computer Laboratory", "role": "Student", "url": "https://www.cam.ac.uk/",
                "since": "2020-10", "place": "Cambridge, UK",
            ],
            ["id": "vector", "organization": "Vector Institute", "role": "Visiting researcher"],
        ],
        "emails": [
            ["address": "mlz@cam.example", "show": "obfuscated", "label": "Work"],
            ["address": "mei@plain.example", "show": "plain", "label": "Private"],
            ["address": "secret@hidden.example", "show": "hidden", "label": "Bank"],
            ["address": "m@x.example", "show": "obfuscated", "written": "m (at) x (dot) example"],
        ],
        "phone": "+44 (0)1223 000-000", "office": "FN 12",
        "address": ["William Gates Building", "15 JJ Thomson Avenue", "Cambridge CB3 0FD"],
        "location": "Cambridge, England", "contact_note": "Office hours are on *Tuesdays*.",
        "links": [
            ["id": "github", "kind": "github", "handle": "meilin"],
            ["id": "scholar", "kind": "scholar", "handle": "qaWS12AAAAAJ"],
            ["id": "orcid", "kind": "orcid", "handle": "0000-0002-1825-0097"],
            [
                "id": "zhihu", "kind": "zhihu", "url": "https://www.zhihu.com/people/meilin",
                "label": "知乎专栏",
            ],
            ["id": "wechat", "kind": "wechat", "handle": "meilin_z"],
        ],
        "photo": [
            "file": "assets/photo.png", "alt": "Mei Lin Zhang smiling", "shape": "circle",
            "align": "left",
        ],
        "cv": ["file": "assets/cv.pdf", "url": "https://example.org/cv.pdf", "label": "My CV"],
        "bio": """
        I am a final-year PhD student, advised by **Prof. Byrne**. My work makes models learn where
        the data is, at [the lab](https://lab.example/).

        Before that I studied at 北京大学; see [my transcript](assets/transcript.pdf) | and math
        like $|x| < 1$ or `{{ code }}`.
        """,
        "interests": "- Federated and *decentralised* learning\n- Data attribution\n",
        "keywords": ["federated learning", "privacy", "数据归因"],
        "language": "en",
        "widgets": [
            ["kind": "flagcounter", "token": "o3ta", "options": ["size": "m"]],
            ["kind": "revolvermaps", "token": "5abc_D-1"],
        ],
        "citations": [
            "total": 12345, "h_index": 17, "as_of": "2024-01-05",
            "source": "https://scholar.example/x",
        ],
        "membership": [
            "group": "phd", "since": "2020-10", "until": "2099-03",
            "next": "Off to [Mars](https://mars.example/)", "hidden": false,
        ],
        "private_notes": "Do not tell anyone.",
        "waivers": [
            ["code": "lint.own-name", "path": "/publications", "reason": "Nobody shall know why."]
        ],
        "layout": layout,
    ]

    private static let name: Value = [
        "display": "Mei Lin Zhang", "given": "Mei", "middle": "Lin", "family": "Zhang",
        "particle": "von", "suffix": "Jr.", "native": "张美琳", "pronouns": "she/her",
        "pronunciation": "may-lin jahng", "variants": ["M. L. Zhang", "Zhang Meilin"],
    ]

    private static let layout: Value = [
        "theme": "plain", "version": "v1", "url": "https://meilin.example",
        "baseurl": "/home", "permalink": "/about/", "redirects": ["/people/mei/", "/old.html"],
        "repository": "meilin/home", "title": "Mei Lin’s homepage",
        "description": "Machine learning where the data is", "page_title": "Welcome & hello",
        "notice": "This page moved *recently*.",
        "sections": [
            [
                "section": "bio", "heading": "Who I am", "menu": "Bio", "order": "date",
                "text": "Before *all* else.", "written": "As it *was*.",
            ],
            [
                "section": "news", "heading": "What is new", "emoji": "🔥", "limit": 2,
                "dates": "dotted", "date_frame": "brackets", "menu": "New",
                "patterns": ["{title}: {text}"],
            ],
            ["section": "hiking", "level": 2, "hidden": false, "apart": false],
            ["section": "selected", "heading": "Best papers", "emoji": "📝", "limit": 2],
            ["section": "awards", "heading": "Prizes", "limit": 1, "dates": "year"],
        ],
        "dates": "month-name", "date_frame": "plain", "author_names": "as-written",
        "written": "acad-homepage",
        "author_marks": [
            "equal": "=", "corresponding": "✉", "lead": "‡",
            "legend": "The sign = means *equal* work.", "signs": ["#": "other"],
        ],
        "options": ["accent": "#123456"],
    ]
}
