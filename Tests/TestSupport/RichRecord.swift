public import RecordModel

extension Record {
    /// A made-up person whose record has a value in every field there is.
    public static let rich = Record(id: ProfileID.known("san-zhang"), value: .mapping(richSections))

    private static let richSections: Mapping = {
        var sections = Mapping()
        sections["profile"] = richPerson
        sections["news"] = richNews
        sections["publications"] = richPublications
        sections["positions"] = richPositions
        sections["education"] = richEducation
        sections["awards"] = richAwards
        sections["service"] = richService
        sections["teaching"] = richTeaching
        sections["talks"] = richTalks
        sections["projects"] = richProjects
        sections["sections"] = richFreeSections
        return sections
    }()

    private static let richPerson: Value = [
        "name": [
            "display": "San M. van der Zhang Jr.", "given": "San", "middle": "Maria",
            "family": "Zhang", "suffix": "Jr.", "particle": "van der", "native": "张三",
            "pronouns": "they/them", "pronunciation": "sahn jahng",
            "variants": ["S. Zhang", "Zhang San"],
        ],
        "role": "Assistant professor", "tagline": "Learning that *scales*.",
        "status": "Open to **postdoc** positions.",
        "affiliations": [
            [
                "id": "example-university", "organization": "Example University",
                "unit": "Department of Computing", "role": "Group leader",
                "url": "https://uni.example", "since": "2024-01", "place": "Exampleton",
            ]
        ],
        "emails": [
            [
                "address": "san@uni.example", "show": "obfuscated", "label": "work",
                "written": "san [at] uni",
            ],
            ["address": "secret@home.example", "show": "hidden"],
        ],
        "phone": "+1 555 0100", "office": "Room 12", "address": ["Example Hall", "1 Main Street"],
        "location": "Exampleton, Exampleland", "contact_note": "Letters are *welcome*.",
        "links": [
            ["id": "github", "kind": "github", "handle": "sanzhang"],
            [
                "id": "scholar", "kind": "scholar", "handle": "abcDEF",
                "url": "https://scholar.google.com/citations?user=abcDEF",
            ],
            ["id": "orcid", "kind": "orcid", "handle": "0000-0002-1825-0097"],
            [
                "id": "dblp", "kind": "dblp", "url": "https://dblp.org/pid/12/3456.html",
                "label": "DBLP page",
            ],
        ],
        "photo": [
            "file": "assets/photo.jpg", "alt": "San at a lake", "shape": "circle", "align": "left",
        ],
        "cv": [
            "file": "assets/cv.pdf", "url": "https://uni.example/cv", "label": "Curriculum vitae",
        ],
        "bio": "I work on **distributed optimisation**.\n\nBefore that I sailed.",
        "interests": "- optimisation\n- privacy", "keywords": ["optimisation", "privacy"],
        "language": "en",
        "widgets": [["kind": "clustrmaps", "token": "tok3n", "options": ["w": "300"]]],
        "citations": [
            "total": 1234, "h_index": 17, "as_of": "2025-01-31",
            "source": "https://scholar.example/count",
        ],
        "membership": [
            "group": "phd", "since": "2020-10", "until": "2099-03",
            "next": "Off to [Mars](https://mars.example/)", "hidden": false,
        ],
        "layout": [
            "theme": "al-folio", "version": "v0.16.2", "url": "https://san.example",
            "baseurl": "/home", "permalink": "/", "redirects": ["/about/", "/about.html"],
            "repository": "sanzhang/sanzhang.github.io", "title": "San's site",
            "description": "The homepage of San", "page_title": "About San",
            "notice": "This page *moved*.", "date_frame": "italic",
            "author_marks": [
                "equal": "*", "corresponding": "†", "lead": "‡", "legend": "\\* equal",
                "signs": ["#": "equal"],
            ],
            "sections": [
                [
                    "section": "bio", "heading": "About me", "emoji": "👋", "level": 2,
                    "limit": 3, "hidden": false, "menu": "Me", "dates": "iso", "date_frame": "bold",
                    "order": "file", "text": "Before *all* else.", "written": "As it *was*.",
                    "patterns": ["{title}"],
                ],
                ["section": "news", "hidden": true, "apart": false],
            ],
            "dates": "month-name", "author_names": "full", "written": "plain",
            "options": ["colour": "blue"],
        ],
    ]

    private static let richNews: Value = [
        [
            "written": "As it *was*.", "written_with": "other",
            "id": "icml", "date": "2025-01-02", "text": "Two papers at **ICML 2025**.",
            "title": "Two at ICML", "badge": "NEW", "badge_kind": "accepted", "emoji": "🎉",
            "pinned": false,
            "links": [["label": "programme", "url": "https://icml.example/p", "kind": "website"]],
            "references": ["/publications/fast-sgd"], "permalink": "/news/two",
        ],
        [
            "id": "joined", "date": "2024-06", "text": "Joined Example University.",
            "group": "Early days",
        ],
        ["id": "hiring", "date": "2023", "text": "I am hiring.", "pinned": true],
    ]

    private static let richPublications: Value = [
        [
            "written": "As it *was*.", "written_with": "other",
            "id": "fast-sgd", "title": "Fast SGD at scale",
            "authors": [
                [
                    "name": "San Zhang", "self": true, "equal": true, "corresponding": true,
                    "lead": false, "affiliation": "Example University",
                ],
                ["name": "Si Li", "equal": true, "profile": "si-li"],
                ["name": "Wu Wu", "url": "https://wu.example", "lead": true],
            ],
            "others": true, "annotation": "They *share* the work.",
            "venue": [
                "name": "International Conference on Machine Learning", "short": "ICML",
                "type": "conference", "track": "Position papers", "series": "PMLR",
                "volume": "267", "number": "3", "pages": "10-20", "publisher": "MLR Press",
                "location": "Vienna", "url": "https://icml.example",
            ],
            "date": "2025-07", "status": "published", "doi": "10.1000/xyz123",
            "arxiv": "2501.00001", "isbn": "978-3-16-148410-0", "pmid": "123456",
            "openreview": "fOrUm1", "hal": "hal-01234567", "url": "https://paper.example/~san/a",
            "links": [
                ["label": "PDF", "url": "https://paper.example/~san/a.pdf", "kind": "pdf"],
                ["url": "https://github.com/sanzhang/fast", "kind": "code"],
                ["url": "https://video.example/watch", "kind": "video"],
                ["label": "leaderboard", "url": "https://board.example", "kind": "other"],
                ["label": "handout", "file": "assets/handout.pdf", "kind": "poster"],
            ],
            "abstract": "We *show* that it is fast.", "summary": "It is fast.",
            "award": "Best **paper** award", "award_name": "Prize",
            "badges": ["Oral", "Spotlight"], "selected": true,
            "image": ["file": "assets/fast.png", "alt": "A curve that falls"],
            "group": "Optimisation", "tags": ["sgd"], "text": "More on *speed*.",
            "cite_as": "Zhang *et al.* 2025.", "permalink": "/publication/fast",
            "note": "Code *included*.",
            "citations": ["count": 42, "as_of": "2025-01", "scholar_id": "u5HHmVD_uO8C"],
            "bibtex": [
                "key": "zhang2025fast", "type": "inproceedings", "show": true,
                "fields": ["annote": "1"],
            ],
        ],
        [
            "id": "preprint", "title": "A preprint about {braces} & 100% of $x_1$",
            "authors": [
                ["name": "Si Li", "profile": "si-li"], ["name": "S. Zhang", "self": true],
            ],
            "venue": ["name": "arXiv", "type": "preprint"], "date": "2024-01",
            "status": "preprint", "arxiv": "2401.00001",
        ],
        [
            "id": "thesis", "title": "On going fast", "authors": [["name": "San Zhang"]],
            "venue": ["name": "Example University", "type": "thesis"], "date": "2023",
        ],
    ]

    private static let richPositions: Value = [
        [
            "group": "Early days", "written": "As it *was*.", "written_with": "other",
            "id": "professor", "role": "Assistant professor", "organization": "Example University",
            "unit": "Department of Computing", "place": "Exampleton", "url": "https://uni.example",
            "start": "2024-01", "end": "present", "kind": "employment",
            "advisors": [
                [
                    "name": "Ada Boss", "title": "Prof.", "url": "https://boss.example",
                    "profile": "ada-boss", "role": "head",
                ]
            ],
            "links": [["label": "group", "url": "https://group.example"]],
            "text": "I lead the *fast* group.", "ended": false,
        ],
        [
            "id": "intern", "role": "Research intern", "organization": "Big Lab",
            "start": "2021-06",
            "end": "2021-09", "kind": "internship",
        ],
    ]

    private static let richEducation: Value = [
        [
            "group": "Early days", "written": "As it *was*.", "written_with": "other",
            "id": "phd", "degree": "PhD", "field": "Computer Science",
            "organization": "Old University", "unit": "School of Sums", "place": "Oldtown",
            "url": "https://old.example", "start": "2018-09", "end": "2023-06",
            "advisors": [["name": "Bea Guide", "title": "Dr.", "role": "supervisor"]],
            "thesis": ["title": "On going fast", "url": "https://old.example/thesis"],
            "grade": "with distinction", "ended": true,
            "links": [["label": "school", "url": "https://old.example/s"]],
            "text": "A *long* time.",
        ]
    ]

    private static let richAwards: Value = [
        [
            "group": "Early days", "written": "As it *was*.", "written_with": "other",
            "id": "best-paper", "title": "Best Paper Prize", "organization": "ICML",
            "date": "2024-07", "period": "2024/25", "url": "https://icml.example/award",
            "amount": "$5,000", "text": "For *speed*.",
            "links": [["label": "ceremony", "url": "https://icml.example/party"]],
        ]
    ]

    private static let richService: Value = [
        [
            "group": "Early days", "written": "As it *was*.", "written_with": "other",
            "id": "iclr-ac", "role": "Area chair", "kind": "area-chair", "venue": "ICLR",
            "area": "Machine Learning", "years": ["2024", "2025"], "start": "2024",
            "end": "present", "organization": "ICLR Board", "url": "https://iclr.example",
            "text": "Many *papers*.",
            "links": [["label": "board", "url": "https://iclr.example/b"]],
        ]
    ]

    private static let richTeaching: Value = [
        [
            "group": "Early days", "written": "As it *was*.", "written_with": "other",
            "id": "machine-learning", "course": "Machine Learning", "code": "CS 101",
            "role": "Lecturer", "term": "Fall 2024", "date": "2024-09",
            "organization": "Example University", "place": "Exampleton",
            "url": "https://uni.example/ml",
            "links": [["label": "notes", "url": "https://uni.example/ml/notes"]],
            "text": "An *introduction*.", "instructor": "Team Teacher", "time": "Mondays at 10:00",
            "permalink": "/teaching/ml-2024",
            "schedule": [
                [
                    "week": "1", "date": "2024-09-02", "topic": "Least squares",
                    "text": "Read *chapter one*.",
                    "links": [["label": "sheet", "url": "https://uni.example/ml/sheet"]],
                ]
            ],
        ]
    ]

    private static let richTalks: Value = [
        [
            "group": "Early days", "written": "As it *was*.", "written_with": "other",
            "id": "keynote", "title": "Keynote on speed", "kind": "keynote",
            "event": "Example Workshop", "organization": "Example Society", "place": "Vienna",
            "date": "2024-05-01", "url": "https://talk.example",
            "links": [["url": "https://talk.example/slides.pdf", "kind": "slides"]],
            "text": "A *full* room.", "permalink": "/talks/speed",
        ]
    ]

    private static let richProjects: Value = [
        [
            "group": "Early days", "written": "As it *was*.", "written_with": "other",
            "id": "toolkit", "name": "Toolkit", "description": "A toolkit for *speed*.",
            "url": "https://toolkit.example", "repository": "sanzhang/toolkit",
            "role": "Maintainer", "category": "software", "start": "2020", "end": "2023-05",
            "image": ["file": "assets/toolkit.png", "alt": "The logo"],
            "links": [["label": "manual", "url": "https://toolkit.example/manual"]],
            "selected": true, "stars": ["count": 99, "as_of": "2025-01", "badge": true],
            "references": ["/publications/fast-sgd"], "tags": ["tools"],
            "permalink": "/projects/kit",
            "text": "It has *parts*.",
        ]
    ]

    private static let richFreeSections: Value = [
        [
            "id": "hobbies", "title": "Hobbies", "emoji": "⛵", "text": "I still *sail*.",
            "place": "top", "level": 2, "permalink": "/hobbies",
        ],
        [
            "id": "visitors", "title": "Visitors", "text": "Come by.", "language": "de",
            "translates": "bio",
        ],
    ]
}

extension ProfileID {
    /// The id of a slug that a test writes out.
    public static func known(_ slug: String) -> ProfileID {
        guard let id = ProfileID(slug) else { preconditionFailure("\(slug) is no slug") }
        return id
    }
}
