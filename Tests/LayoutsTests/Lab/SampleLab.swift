import Formats
import Foundation
import Layouts
import RecordModel
import TestSupport

/// A made-up lab: people of every sort, works that several of them list, news, and some who left.
enum SampleLab {
    /// What `labfolio.yml` says.
    static let configuration: Value = [
        "lab": [
            "name": "Distributed Learning Group", "url": "https://dlg.example.org/about/",
            "description": """
            We study how machines learn **together**: across data centres, phones and hospitals, \
            without anybody having to hand over their data.
            """,
        ],
        "language": "en",
        "site": ["url": "https://lab.example.org", "baseurl": "/dlg"],
        "departed": [
            "noor-haddad": ["name": "Noor Haddad", "until": "2019"],
            "old-hand": [
                "name": "Olga Hand", "until": "2017-05", "url": "https://olga.example.org/",
            ],
            "nobody": ["page": "nothing", "name": "Nobody At-All"],
            "tom-gone": ["url": "https://tom.example.org/", "page": "tombstone"],
        ],
    ]

    /// The records, in the order of their ids.
    static let records: [Record] = [
        person(
            "aoife-byrne", "Aoife Byrne", role: "Professor",
            [
                "photo": ["file": "assets/aoife.jpg", "alt": "Aoife Byrne at the blackboard"],
                "bio": """
                I lead the group. My work is about **optimisation** over networks that fail, and \
                about the people whose data it is; see [our statutes](assets/statutes.pdf).
                """,
                "keywords": ["optimisation", "federated learning"],
                "layout": ["theme": "plain", "url": "https://byrne.example.org"],
                "links": [
                    ["id": "orcid", "kind": "orcid", "handle": "0000-0002-1825-0097"],
                    ["id": "scholar", "kind": "scholar", "handle": "abcDEF"],
                ],
                "emails": [["address": "aoife@lab.example.org", "show": "plain"]],
            ],
            [
                "publications": [
                    paper(
                        "fair-2024", "Fair Averaging of Unequal Clients",
                        [
                            ["name": "Mei Lin Zhang", "profile": "mei-lin-zhang"],
                            ["name": "J. Okafor"], ["name": "A. Byrne", "self": true],
                        ],
                        "2024-07",
                        conference: ("International Conference on Machine Learning", "ICML"),
                        [
                            "selected": true, "doi": "10.1000/fair.2024",
                            "links": [["kind": "code", "url": "https://example.org/fair"]],
                            "abstract": "Clients differ. We average them *fairly*.",
                        ]),
                    paper(
                        "gossip-2021", "Gossip Protocols for Slow Networks",
                        [["name": "Aoife Byrne", "self": true], ["name": "Lars Østergård"]],
                        "2021", journal: "Journal of Distributed Algorithms",
                        ["pmid": "1234"]),
                ],
                "news": [
                    news(
                        "grant-2024", "2024-09-03",
                        "Our project *Learning Apart* starts; we are hiring **two postdocs**.",
                        ["badge": "NEW", "badge_kind": "new"]),
                    news(
                        "fair-news", "2024-05-01",
                        "*Fair Averaging of Unequal Clients* was accepted at ICML."),
                ],
                "positions": [
                    [
                        "id": "chair", "role": "Professor", "organization": "Example University",
                        "unit": "Distributed Learning Group", "start": "2012",
                    ]
                ],
            ]),
        person(
            "bruno-costa", "Bruno Costa", role: "Research software engineer", [:],
            [
                "news": [
                    news(
                        "release", "2024-06-20",
                        "Version 2 of our simulator is out, with [notes](https://example.org/notes)."
                    )
                ]
            ]),
        person(
            "emre-yilmaz", "Emre Yılmaz", role: "PhD student",
            [
                "membership": [
                    "since": "2018-10", "until": "2023-03",
                    "next": "Research scientist at [Example Labs](https://labs.example/)",
                ]
            ],
            [
                "publications": [
                    paper(
                        "bits-2022", "How Many Bits Does a Gradient Need?",
                        [
                            ["name": "Emre Yılmaz", "self": true],
                            ["name": "Aoife Byrne", "profile": "aoife-byrne"],
                        ],
                        "2022-12", conference: ("Neural Information Processing Systems", "NeurIPS"),
                        [
                            "award": "Outstanding paper", "award_name": "Outstanding paper",
                            "selected": true,
                        ])
                ],
                "news": [
                    news("later", "2024-02", "I moved house."),
                    news("defended", "2023-02-10", "I defended my thesis!", ["emoji": "🎓"]),
                ],
            ]),
        person(
            "ines-dupont", "Inès Dupont", role: "Master’s student", [:], [:]),
        person(
            "jide-okafor", "Jide Okafor", role: "Postdoctoral researcher",
            [
                "photo": ["file": "assets/jide.jpg"],
                "name": [
                    "display": "Jide Okafor", "given": "Jide", "family": "Okafor",
                    "variants": ["J. Okafor"], "pronouns": "he/him",
                ],
            ],
            [
                "publications": [
                    paper(
                        "fair-averaging", "Fair averaging of unequal clients",
                        [
                            ["name": "Mei Lin Zhang"], ["name": "Jide Okafor", "self": true],
                            ["name": "Aoife Byrne"],
                        ],
                        "2024", conference: ("ICML", "ICML"), ["doi": "10.1000/FAIR.2024"]),
                    paper(
                        "sparse-2023", "Sparse Updates Are Enough",
                        [["name": "Jide Okafor", "self": true]], "2023-06",
                        ["status": "preprint", "arxiv": "2306.01234v2"]),
                ],
                "news": [
                    news(
                        "fair", "2024-05-01",
                        "*Fair Averaging of Unequal Clients* was accepted at ICML.")
                ],
            ]),
        person(
            "mei-lin-zhang", "Mei Lin Zhang", role: "PhD candidate",
            [
                "name": [
                    "display": "Mei Lin Zhang", "given": "Mei Lin", "family": "Zhang",
                    "native": "张美琳", "variants": ["M. L. Zhang"],
                ],
                "photo": ["file": "assets/mei.jpg", "alt": "Mei Lin Zhang smiling"],
                "bio": "I work on **fairness** when clients differ. 我的研究方向是联邦学习。",
                "status": "Open to postdoc positions from autumn.",
                "membership": ["since": "2021-10"],
                "layout": [
                    "theme": "plain",
                    "sections": [["section": "news", "limit": 1], ["section": "publications"]],
                ],
            ],
            [
                "publications": [
                    paper(
                        "fair-arxiv", "Fair Averaging of Unequal Clients",
                        [
                            ["name": "Mei Lin Zhang", "self": true],
                            ["name": "Jide Okafor", "profile": "jide-okafor"],
                            ["name": "Aoife Byrne", "profile": "aoife-byrne"],
                        ],
                        "2023-11",
                        [
                            "status": "preprint", "arxiv": "2311.00001",
                            "image": [
                                "file": "assets/fair.png", "alt": "Three clients of three sizes",
                            ],
                        ]),
                    paper(
                        "thesis-2025", "Fairness Across Clients",
                        [["name": "Mei Lin Zhang", "self": true]], "2025-01",
                        ["venue": ["type": "thesis", "name": "Example University"]]),
                ],
                "news": [
                    news(
                        "talk", "2024-11-05",
                        "I gave a talk about [fairness](https://example.org/talk) in Nairobi.",
                        ["badge": "Talk", "badge_kind": "talk"]),
                    news("start", "2021-10-01", "I joined the group."),
                ],
                "awards": [
                    [
                        "id": "prize", "title": "Best poster", "organization": "Summer School",
                        "date": "2023",
                    ]
                ],
                "education": [
                    [
                        "id": "phd", "degree": "PhD", "organization": "Example University",
                        "start": "2021-10",
                        "advisors": [
                            ["name": "Aoife Byrne", "profile": "aoife-byrne", "title": "Prof."]
                        ],
                    ]
                ],
            ]),
        person("rosa-klein", "Rosa Klein", role: "Visiting professor", [:], [:]),
        person(
            "secret-one", "Sam Secret", role: "PhD student", ["membership": ["hidden": true]],
            [
                "publications": [
                    paper(
                        "hush", "A Paper Nobody Else Lists",
                        [["name": "Sam Secret", "self": true]], "2024")
                ]
            ]),
        person("tom-gone", "Tom Gone", role: "Intern", [:], [:]),
        person(
            "yuki-sato", "Yuki Sato", role: "PhD student", ["photo": ["file": "assets/yuki.jpg"]],
            [
                "publications": [
                    paper(
                        "gossip", "Gossip protocols for slow networks",
                        [["name": "Y. Sato", "self": true], ["name": "A. Nother"]], "2021",
                        conference: ("A Different Workshop", "ADW"))
                ]
            ]),
    ]

    static func site(
        _ records: [Record] = records, configuration: Value = configuration,
        day: String = "2025-02-01"
    ) -> LabSite {
        var index = LabIndex(
            settings: LabSettings(configuration: configuration, day: CalendarDay(day)))
        for record in records { index.add(record) }
        return LabSite(index)
    }

    /// Every file of the site.
    static func output(
        _ records: [Record] = records, configuration: Value = configuration,
        day: String = "2025-02-01"
    ) -> Layout.Output {
        let site = site(records, configuration: configuration, day: day)
        var output = site.output
        for record in records { output.files += site.output(of: record).files }
        var seen: Set<TargetPath> = []
        output.files = output.files.filter { seen.insert($0.path).inserted }
        return output
    }

    static func person(
        _ id: String, _ name: String, role: String, _ fields: Value, _ sections: Value
    ) -> Record {
        var profile = Mapping()
        profile["name"] = ["display": .string(name)]
        profile["role"] = .string(role)
        for entry in fields.mapping?.entries ?? [] { profile[entry.key] = entry.value }
        var all = sections.mapping ?? Mapping()
        all["profile"] = .mapping(profile)
        return Record(id: .known(id), value: .mapping(all))
    }

    static func paper(
        _ id: String, _ title: String, _ authors: [Value], _ date: String,
        conference: (String, String)? = nil, journal: String? = nil, _ fields: Value = [:]
    ) -> Value {
        var mapping = Mapping()
        mapping["id"] = .string(id)
        mapping["title"] = .string(title)
        mapping["authors"] = .list(authors)
        mapping["date"] = .string(date)
        if let conference {
            mapping["venue"] = [
                "type": "conference", "name": .string(conference.0), "short": .string(conference.1),
            ]
        }
        if let journal { mapping["venue"] = ["type": "journal", "name": .string(journal)] }
        for entry in fields.mapping?.entries ?? [] { mapping[entry.key] = entry.value }
        return .mapping(mapping)
    }

    static func news(_ id: String, _ date: String, _ text: String, _ fields: Value = [:]) -> Value {
        var mapping = Mapping()
        mapping["id"] = .string(id)
        mapping["date"] = .string(date)
        mapping["text"] = .string(text)
        for entry in fields.mapping?.entries ?? [] { mapping[entry.key] = entry.value }
        return .mapping(mapping)
    }
}
