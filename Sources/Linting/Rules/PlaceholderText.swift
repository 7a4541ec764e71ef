internal import Profiles
internal import RecordModel

extension Rule {
    /// Finds text that a theme or a template left behind.
    static let placeholderText = Rule(
        "lint.placeholder-text", .warning, "Text of a template is left",
        reason: """
            Themes come with samples: filler text, papers of famous people, addresses of nobody. \
            On a homepage they look like claims of its owner.
            """,
        remedy: "Write your own text, or remove the entry.",
        examples: [
            .bad(
                """
                news:
                  - id: first
                    date: 2022-02
                    text: Lorem ipsum dolor sit amet, consectetur adipiscing elit.
                """, at: "/news/first/text"),
            .bad(
                """
                profile: {address: [555 your office number, 123 your address street]}
                """, at: "/profile/address/0", "/profile/address/1"),
            .bad(
                """
                publications:
                  - {id: paper, title: Paper Title Number 1}
                  - {id: residual, title: Deep Residual Learning for Image Recognition, authors: [{name: Kaiming He}]}
                """, at: "/publications/paper/title", "/publications/residual"),
            .bad(
                """
                publications:
                  - id: epr
                    title: Can Quantum-Mechanical Description of Physical Reality Be Considered Complete?
                    authors: [{name: A. Einstein}, {name: B. Podolsky}]
                """, at: "/publications/epr"),
            .good(
                """
                news:
                  - id: first
                    date: 2022-02
                    text: I joined the Example Systems Lab.
                """),
            .good(
                """
                publications:
                  - id: residual
                    title: Deep Residual Learning for Image Recognition
                    authors: [{name: Kaiming He, self: true}]
                """),
        ],
        text: TextCheck(keywords: TemplateSamples.texts) { text in
            let bytes = text.foldedProse
            return text.told(
                TemplateSamples.texts.flatMap { sample in
                    bytes.positions(of: sample).map {
                        TextFinding(
                            "`\(sample)` is text of a template",
                            hint: "Write your own text, or remove the entry", at: $0)
                    }
                })
        }
    ) { subject, _ in
        subject.papers.compactMap { paper in
            guard let title = paper.keys.title, TemplateSamples.titles.contains(title),
                !paper.authors.contains(where: \.isSelf)
            else { return nil }
            return Finding(
                "This paper is a sample of a theme, and none of its authors is the person",
                at: paper.path,
                hint: "Remove the entry, or mark yourself with `self: true`")
        }
    }
}

/// What the themes bring along as samples.
enum TemplateSamples {
    /// Words of samples, in lower case, that nobody means.
    static let texts = [
        // Filler of every theme.
        "lorem ipsum", "dolor sit amet", "vivamus ornare aliquet", "[lorem](", "under construction",
        "hope there will be something soon", "your name here",
        // al-folio.
        "555 your office number", "123 your address street", "your city, state 12345",
        "affiliations</a>. address. contacts", "write your biography here", "you@example.com",
        "you r. name", "a simple inline announcement", "a long announcement with details",
        "a project with a background image", "a project that redirects to another website",
        "every project has a beautiful feature showcase page", "qc6cjjyaaaaj", "physrev.47.777",
        "przibram1967letters",
        // academicpages.
        "paper title number", "your sidebar name", "red brick university", "none@example.org",
        "short biography for the left-hand sidebar", "portfolio item number",
        "talk 1 on relevant topic", "tutorial 1 on relevant topic", "conference proceeding talk 3",
        "teaching experience 1", "teaching experience 2", "university 1, department",
        "this is a description of your talk", "this is a description of a teaching experience",
        "powered by the [academic pages template]", "the number 2 is left for future work",
        // acad-homepage.
        "lorem@ipsum.com", "your_google_scholar_id", "he_deep_residual_learning_cvpr_2016",
        "dhtafkwaaaaj:alroh1vi_8ac", "images/500x300.png",
    ]

    /// Titles of papers that themes show as samples, as keys: real papers, but of others.
    static let titles: Set<String> = Set(
        [
            "Deep Residual Learning for Image Recognition",
            "Can Quantum-Mechanical Description of Physical Reality Be Considered Complete?",
            "Investigations on the Theory of the Brownian Movement",
            "On the Electrodynamics of Moving Bodies",
            "Letters on wave mechanics",
            "Relativity: the Special and General Theory",
            "Concerning an heuristic point of view toward the emission and transformation of light",
        ].map(TextFolding.key))
}
