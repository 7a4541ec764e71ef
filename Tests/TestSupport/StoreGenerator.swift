public import RecordModel

/// Makes stores of any size, the same for the same seed; tests and benchmarks share it.
public struct StoreGenerator: Sendable {
    /// The number of profiles.
    public var profiles = 1_000
    /// The number of publications of each.
    public var publications = 60
    /// The number of news items of each.
    public var news = 30
    /// What makes this store another one than that of another seed.
    public var seed: UInt64 = 1

    /// Generates a thousand profiles with sixty publications and thirty news items each.
    public init() {}

    /// The layouts that the profiles choose in turn.
    public static let layouts = ["al-folio", "academicpages", "acad-homepage", "plain"]

    /// Returns the id of a profile by its number, from 0.
    public func id(_ number: Int) -> String {
        "member-" + String(repeating: "0", count: max(0, 5 - String(number).count)) + "\(number)"
    }

    /// Returns the sections of a profile by its number, from 0.
    public func record(_ number: Int) -> [(section: String, value: Value)] {
        var random = SeededGenerator(seed: seed &* 1_000_003 &+ UInt64(number))
        let name = Self.name(&random)
        var entries = Entries(random: random, name: name, member: number)
        return [
            ("profile", entries.person(number)),
            ("news", .list((0..<news).map { entries.newsItem($0) })),
            ("publications", .list((0..<publications).map { entries.publication($0) })),
            ("positions", .list((0..<3).map { entries.position($0) })),
            ("education", .list((0..<2).map { entries.degree($0) })),
            ("awards", .list((0..<4).map { entries.award($0) })),
            ("service", .list((0..<4).map { entries.service($0) })),
            ("teaching", .list((0..<2).map { entries.course($0) })),
            ("talks", .list((0..<3).map { entries.talk($0) })),
            ("projects", .list((0..<3).map { entries.project($0) })),
        ]
    }

    static func name(_ random: inout SeededGenerator) -> String {
        word(Words.given, &random) + " " + word(Words.family, &random)
    }

    static func word(_ words: [String], _ random: inout SeededGenerator) -> String {
        words[Int(random.next() % UInt64(words.count))]
    }

    /// What generated records are made of.
    enum Words {
        static let given = [
            "Ada", "Alan", "Barbara", "Claude", "Donald", "Edsger", "Frances", "Grace", "José",
            "Kai", "Leslie", "Mei", "Noor", "Søren", "振恒", "Zoë",
        ]
        static let family = [
            "Allen", "Dijkstra", "García", "Hopper", "Knuth", "Lamport", "Li", "Liskov",
            "Lovelace", "Müller", "Ng", "Shannon", "Turing", "van der Berg", "Zhang", "Øster",
        ]
        static let topics = [
            "federated", "learning", "of", "sparse", "distributed", "systems", "under", "drift",
            "with", "provable", "bounds", "for", "large", "language", "models", "on", "edge",
            "devices", "scheduling", "private", "robust", "gradient", "compression", "and",
            "asynchronous", "aggregation", "C++", "50%", "α-mixing", "graphs: a study", "#1",
        ]
        static let venues = [
            ("International Conference on Machine Learning", "ICML"),
            ("Neural Information Processing Systems", "NeurIPS"),
            ("IEEE Transactions on Parallel and Distributed Systems", "TPDS"),
            ("USENIX Symposium on Operating Systems Design", "OSDI"),
        ]
        static let places = ["Hong Kong", "Zürich", "São Paulo", "東京", "Nairobi", "Cambridge"]
        static let organizations = [
            "Example University", "Institute of Examples", "Sample Research", "École d’Exemple",
        ]
    }
}

/// Makes the entries of one record.
private struct Entries {
    typealias Words = StoreGenerator.Words

    var random: SeededGenerator
    let name: String
    let member: Int

    /// Somebody who is not in the lab: no member has an initial.
    mutating func guest() -> String {
        let parts = StoreGenerator.name(&random).split(separator: " ", maxSplits: 1)
        return "\(parts[0]) Q. \(parts[1])"
    }

    mutating func number(_ limit: Int) -> Int { Int(random.next() % UInt64(limit)) }

    mutating func one(_ words: [String]) -> String { StoreGenerator.word(words, &random) }

    mutating func sentence(_ count: Int) -> String {
        let text = (0..<count).map { _ in one(Words.topics) }.joined(separator: " ")
        return text.prefix(1).uppercased() + text.dropFirst()
    }

    mutating func prose(_ sentences: Int) -> String {
        (0..<sentences).map { _ in sentence(12) + "." }.joined(separator: " ")
    }

    mutating func month(_ year: Int) -> String {
        let month = number(12) + 1
        return "\(year)-\(month < 10 ? "0" : "")\(month)"
    }

    mutating func person(_ number: Int) -> Value {
        let parts = name.split(separator: " ", maxSplits: 1).map(String.init)
        return [
            "name": [
                "display": .string(name), "given": .string(parts[0]), "family": .string(parts[1]),
            ],
            "role": "Postdoctoral researcher",
            "affiliations": [
                [
                    "id": "university", "organization": .string(one(Words.organizations)),
                    "unit": "Department of Computer Science", "url": "https://university.example",
                ]
            ],
            "emails": [
                ["address": .string("member\(number)@university.example"), "show": "obfuscated"]
            ],
            "location": .string(one(Words.places)),
            "links": [
                ["id": "github", "kind": "github", "handle": .string("member\(number)")],
                [
                    "id": "website", "kind": "website",
                    "url": .string("https://member\(number).example"),
                ],
            ],
            "bio": .string(prose(4) + "\n\n" + prose(3) + "\n"),
            "interests": .string(prose(2)),
            "keywords": ["distributed systems", "federated learning"],
            "layout": [
                "theme": .string(StoreGenerator.layouts[number % StoreGenerator.layouts.count]),
                "url": .string("https://member\(number).example"),
            ],
        ]
    }

    mutating func newsItem(_ index: Int) -> Value {
        [
            "id": .string("news-\(index)"), "date": .string(month(2015 + index / 3)),
            "text": .string("\(sentence(10)) at **\(one(Words.venues.map(\.1)))**."),
        ]
    }

    mutating func publication(_ index: Int) -> Value {
        let (venue, short) = Words.venues[number(Words.venues.count)]
        let year = 2024 - index / 6
        var authors = (0..<(2 + number(6))).map { _ -> Value in
            ["name": .string(guest())]
        }
        authors.insert(["name": .string(name), "self": true], at: number(authors.count))
        return [
            "id": .string("paper-\(index)"), "title": .string(sentence(9)),
            "authors": .list(authors),
            "venue": ["name": .string(venue), "short": .string(short), "type": "conference"],
            "date": .string(month(year)), "status": "published",
            "doi": .string("10.1234/example.\(member).\(index)"),
            "links": [
                [
                    "label": "Code", "url": .string("https://github.com/example/paper-\(index)"),
                    "kind": "code",
                ]
            ],
            "abstract": .string(prose(6)), "selected": .bool(index < 5),
        ]
    }

    mutating func position(_ index: Int) -> Value {
        [
            "id": .string("position-\(index)"), "role": "Research intern",
            "organization": .string(one(Words.organizations)), "place": .string(one(Words.places)),
            "start": .string(month(2016 + index)), "end": .string(month(2017 + index)),
            "text": .string(prose(1)),
        ]
    }

    mutating func degree(_ index: Int) -> Value {
        [
            "id": .string("degree-\(index)"), "degree": "PhD", "field": "Computer Science",
            "organization": .string(one(Words.organizations)),
            "start": .string("\(2010 + index * 4)"),
            "end": .string("\(2014 + index * 4)"),
        ]
    }

    mutating func award(_ index: Int) -> Value {
        [
            "id": .string("award-\(index)"), "title": .string(sentence(4)),
            "organization": .string(one(Words.organizations)), "date": .string("\(2015 + index)"),
        ]
    }

    mutating func service(_ index: Int) -> Value {
        [
            "id": .string("service-\(index)"), "role": "Reviewer", "kind": "reviewer",
            "venue": .string(Words.venues[index % Words.venues.count].1),
            "years": ["2022", "2023", "2024"],
        ]
    }

    mutating func course(_ index: Int) -> Value {
        [
            "id": .string("course-\(index)"), "course": .string(sentence(3)),
            "code": .string("COMP\(7000 + index)"), "role": "Teaching assistant",
            "term": .string("Fall \(2018 + index)"), "date": .string("\(2018 + index)-09"),
            "organization": .string(one(Words.organizations)),
        ]
    }

    mutating func talk(_ index: Int) -> Value {
        [
            "id": .string("talk-\(index)"), "title": .string(sentence(6)), "kind": "invited",
            "event": .string(sentence(3)), "place": .string(one(Words.places)),
            "date": .string(month(2019 + index)),
        ]
    }

    mutating func project(_ index: Int) -> Value {
        [
            "id": .string("project-\(index)"), "name": .string("Toolkit \(index)"),
            "description": .string(sentence(8)),
            "url": .string("https://github.com/example/\(index)"),
            "repository": .string("example/toolkit-\(index)"), "text": .string(prose(2)),
        ]
    }
}
