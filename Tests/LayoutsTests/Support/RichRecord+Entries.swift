import RecordModel

extension RichRecord {
    static let news: Value = [
        [
            "group": "Early days", "written": "As it *was*.", "written_with": "other",
            "id": "icml", "date": "2024-05", "title": "ICML", "badge": "NEW", "badge_kind": "new",
            "text": "Two papers at **ICML 2024**. See you in Vienna!", "emoji": "🎉",
            "pinned": true, "links": links, "references": ["/publications/fedimpro"],
            "permalink": "/news/icml/", "private_notes": "none",
        ],
        ["id": "intern", "date": "2023-06-01", "text": "Started an internship."],
        ["id": "begin", "date": "2020", "text": "Arrived in 2020, with a suitcase."],
    ]

    static let publications: Value = [
        fedimpro,
        [
            "id": "survey", "title": "A Survey of What We Know",
            "authors": [["name": "Jun Wang", "profile": "jun-wang"], ["name": "M. L. Zhang"]],
            "venue": [
                "name": "Transactions on Machine Learning Research", "short": "TMLR",
                "type": "journal",
            ], "date": "2023-11-02", "status": "accepted", "selected": true,
        ],
        [
            "id": "memory", "title": "学习的记忆：Memory of Learning",
            "authors": [["name": "Mei Lin Zhang", "self": true], ["name": "王军"]],
            "venue": ["name": "arXiv preprint", "type": "preprint"], "arxiv": "2311.00001",
            "date": "2023", "status": "submitted", "selected": true,
        ],
        ["id": "bare", "title": "On Nothing Much", "authors": [["name": "Zhang Meilin"]]],
    ]

    private static let fedimpro: Value = [
        "written": "As it *was*.", "written_with": "other",
        "id": "fedimpro", "title": "FedImpro: Measuring <Client> Updates & More",
        "authors": fedimproAuthors, "others": true,
        "annotation": "The first two authors drew *lots*.",
        "venue": [
            "name": "International Conference on Learning Representations", "short": "ICLR",
            "type": "conference", "track": "Datasets track", "series": "PMLR", "volume": "42",
            "number": "7", "pages": "1–19", "publisher": "OpenReview.net",
            "location": "Vienna, Austria", "url": "https://iclr.example/",
        ],
        "date": "2024-05", "status": "in-preparation", "doi": "10.1000/xyz<1>",
        "arxiv": "2402.07011", "isbn": "978-3-16-148410-0", "pmid": "12345678",
        "hal": "hal-01234567", "openreview": "giU9fYGTND",
        "url": "https://papers.example/fedimpro", "links": links,
        "summary": "Clients drift less when their *features* agree.",
        "abstract": "We show an upper bound.\n\n- first\n- second\n\n# Heading in an abstract",
        "award": "Outstanding *paper* award", "award_name": "Best paper",
        "badges": ["Oral", "Top 1%"], "selected": true,
        "image": ["file": "assets/papers/fed.png", "alt": "Two clients that agree"],
        "group": "Federated learning", "tags": ["federated", "drift"],
        "note": "To appear *soon*.", "text": "The data set can be had on request.",
        "cite_as": "Zhang et al. (2024). *FedImpro*.",
        "citations": ["count": 1200, "as_of": "2024-02", "scholar_id": "u5HHmVD_uO8C"],
        "bibtex": [
            "key": "zhang2024fedimpro", "type": "inproceedings", "show": true,
            "fields": ["editor": "Someone Else", "note": "Spotlight talk"],
        ],
        "permalink": "/publication/fedimpro", "private_notes": "none",
    ]

    private static let fedimproAuthors: Value = [
        [
            "name": "Mei Lin Zhang", "self": true, "equal": true, "lead": true,
            "affiliation": "Cambridge",
        ],
        ["name": "Aoife Byrne", "equal": true, "profile": "aoife-byrne"],
        [
            "name": "Peter O’Neil", "corresponding": true, "url": "https://oneil.example/",
            "affiliation": "Trinity College",
        ],
    ]

    static let positions: Value = [
        [
            "group": "Early days", "written": "As it *was*.", "written_with": "other",
            "id": "meta", "role": "Research intern", "organization": "Meta AI", "unit": "FAIR",
            "place": "London, UK", "url": "https://ai.meta.com/", "start": "2023-06",
            "end": "present", "kind": "internship", "advisors": advisors, "links": links,
            "text": "Long-context *data attribution*.", "private_notes": "none",
        ],
        [
            "id": "vector", "role": "Research assistant", "organization": "Vector Institute",
            "start": "2019", "ended": true,
        ],
    ]

    static let education: Value = [
        [
            "group": "Early days", "written": "As it *was*.", "written_with": "other",
            "id": "phd", "degree": "PhD", "field": "Computer Science",
            "organization": "Cambridge University", "unit": "Trinity Hall", "place": "Cambridge",
            "url": "https://www.cst.cam.ac.uk/", "start": "2020-10", "end": "2025",
            "ended": false, "advisors": advisors,
            "thesis": ["title": "On Keeping Promises", "url": "https://thesis.example/"],
            "grade": "with distinction", "links": links, "text": "Funded by *a trust*.",
            "private_notes": "none",
        ],
        ["id": "bsc", "degree": "BSc", "organization": "北京大学", "start": "2016", "end": "2020"],
    ]

    static let awards: Value = [
        [
            "group": "Early days", "written": "As it *was*.", "written_with": "other",
            "id": "rising", "title": "Rising Star", "organization": "MLCommons", "date": "2023-09",
            "url": "https://mlcommons.example/", "amount": "£2,000", "links": links,
            "text": "One of *forty*.", "private_notes": "none",
        ],
        ["id": "merit", "title": "Merit student", "period": "2019/20 Fall"],
    ]

    static let service: Value = [
        [
            "group": "Early days", "written": "As it *was*.", "written_with": "other",
            "id": "neurips", "role": "Programme committee member", "kind": "program-committee",
            "venue": "NeurIPS", "area": "Machine Learning", "years": ["2022", "2023"],
            "start": "2022", "end": "2023-12", "organization": "NeurIPS Foundation",
            "url": "https://neurips.example/", "links": links, "text": "Top *reviewer*.",
            "private_notes": "none",
        ],
        ["id": "mlsys", "role": "Reviewer", "venue": "MLSys", "area": "Systems"],
    ]

    static let teaching: Value = [
        [
            "group": "Early days", "written": "As it *was*.", "written_with": "other",
            "id": "ml", "course": "Machine Learning", "code": "CS-229", "role": "Supervisor",
            "term": "Lent 2023", "date": "2023-01", "organization": "Cambridge",
            "place": "Lecture theatre 1", "instructor": "Carl Henrik Ek",
            "time": "Mondays at ten", "url": "https://ml.example/", "links": links,
            "schedule": [
                [
                    "week": "Week 1", "date": "2023-01-09", "topic": "Introduction",
                    "text": "Read *chapter* one.", "links": links,
                ]
            ], "text": "Small groups.", "permalink": "/teaching/ml/", "private_notes": "none",
        ],
        ["id": "os", "course": "Operating Systems", "organization": "Peking University"],
    ]

    static let talks: Value = [
        [
            "group": "Early days", "written": "As it *was*.", "written_with": "other",
            "id": "oxford", "title": "Learning where the data is", "kind": "invited",
            "event": "OxML seminar", "organization": "Oxford University", "place": "Oxford",
            "date": "2024-03-07", "url": "https://oxml.example/", "links": links,
            "text": "With *demos*.", "permalink": "/talks/oxford.html", "private_notes": "none",
        ]
    ]

    static let projects: Value = [
        [
            "group": "Early days", "written": "As it *was*.", "written_with": "other",
            "id": "garden", "name": "flower-garden", "description": "A *simulator* of clients.",
            "url": "https://garden.example/", "repository": "meilin/flower-garden",
            "role": "Maintainer", "category": "Software", "start": "2022", "end": "present",
            "image": ["file": "assets/garden.png", "alt": "A garden"], "links": links,
            "selected": true, "stars": ["count": 2345, "as_of": "2024-01", "badge": true],
            "references": ["/publications/fedimpro"], "tags": ["simulation"],
            "text": "Used by *many*.", "permalink": "/projects/garden/", "private_notes": "none",
        ],
        ["id": "promise", "name": "promise", "repository": "meilin/promise"],
    ]

    static let freeSections: Value = [
        [
            "id": "hiking", "title": "Beyond work", "emoji": "⛰️", "place": "top", "level": 2,
            "text": "I run up hills.\n\n## Scafell\n\n978 metres.", "permalink": "/hiking/",
            "private_notes": "none",
        ],
        [
            "id": "colophon", "title": "Colophon", "text": "Made with care.", "place": "bottom",
            "language": "de", "translates": "bio",
        ],
    ]
}
