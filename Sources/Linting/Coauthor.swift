internal import RecordModel

/// Somebody who is named as an author beside the person, in one spelling.
struct Coauthor: Hashable, Sendable {
    /// The name as it is written.
    let spelling: String
    /// The name folded, once for all papers.
    let key: String
    /// The papers, and which of their authors it is, each by its position.
    private(set) var places: [Place] = []

    struct Place: Hashable, Sendable {
        let paper: Int
        let author: Int
    }

    /// The coauthors of papers, in the order in which they come.
    static func all(of papers: [Paper]) -> [Coauthor] {
        var coauthors: [Coauthor] = []
        var numbers: [Spelling: Int] = [:]
        numbers.reserveCapacity(papers.count * 4)
        for paper in papers.indices {
            let authors = papers[paper].authors
            for author in authors.indices where !authors[author].isSelf {
                let name = authors[author].name
                let number = numbers[Spelling(text: name)] ?? coauthors.count
                if number == coauthors.count {
                    numbers[Spelling(text: name)] = number
                    coauthors.append(Coauthor(spelling: name, key: TextFolding.key(name)))
                }
                coauthors[number].places.append(Place(paper: paper, author: author))
            }
        }
        return coauthors
    }
}

/// A text as the bytes that it is made of: unlike a `String` it needs no normal form to be hashed.
struct Spelling: Hashable {
    let text: String

    static func == (first: Self, second: Self) -> Bool {
        first.text.utf8.elementsEqual(second.text.utf8)
    }

    func hash(into hasher: inout Hasher) {
        let bytes = text.utf8.span
        var word: UInt64 = 0
        for position in bytes.indices {
            word = word << 8 | UInt64(bytes[position])
            if position & 7 == 7 { hasher.combine(word) }
        }
        hasher.combine(word)
        hasher.combine(bytes.count)
    }
}
