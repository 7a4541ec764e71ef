import Formats
import Prose
import RecordModel

/// The homepages of coauthors, which the theme looks up by surname and given name.
struct AlFolioCoauthors {
    private struct Person {
        let surname: String
        let given: [String]
        let url: String
        var isUsed = false
    }

    private static let file = "_data/coauthors.yml"
    private var people: [Person] = []

    init(_ site: SiteSource) {
        for entry in site.mapping(Self.file).entries {
            for person in entry.value.list ?? [entry.value] {
                guard let url = person["url"]?.plainText.flatMap(URLText.safe) else { continue }
                let given = person["firstname"]
                people.append(
                    Person(
                        surname: entry.key,
                        given: given?.list?.compactMap(\.plainText)
                            ?? [given?.plainText].compactMap(\.self),
                        url: url))
            }
        }
    }

    /// A publication with the homepages of its authors.
    mutating func completed(_ fields: Mapping) -> Mapping {
        guard !people.isEmpty, let authors = fields["authors"]?.list else { return fields }
        var completed: [Value] = []
        for author in authors {
            guard case .mapping(var mapping) = author, mapping["url"] == nil,
                let name = mapping["name"]?.string, let position = position(of: name)
            else {
                completed.append(author)
                continue
            }
            people[position].isUsed = true
            mapping["url"] = .string(people[position].url)
            completed.append(.mapping(mapping))
        }
        var fields = fields
        fields["authors"] = .list(completed)
        return fields
    }

    private func position(of name: String) -> Int? {
        let parts = NameText(displayed: name)
        let surnames = [parts.family, "\(parts.particle) \(parts.family)"].map(Slugs.slug)
        return people.firstIndex { person in
            surnames.contains(Slugs.slug(person.surname)) && person.given.contains(parts.given)
        }
    }

    /// The people who are no author of any publication.
    var left: [DroppedText] {
        people.filter { !$0.isUsed }.map { person in
            let name = [person.given.first, person.surname].compactMap(\.self)
            let isSample =
                Self.samples.contains(person.surname.lowercased())
                && person.url.contains("wikipedia.org") || person.url.contains("s00016-019-00242-z")
            return DroppedText(
                isSample ? .templateSample : .unplaced,
                name.joined(separator: " ") + ": " + person.url, file: Self.file, line: 1)
        }
    }

    private static let samples: Set = [
        "adams", "podolsky", "rosen", "bach", "przibram", "schrodinger", "lorentz", "planck",
    ]
}

/// The addresses of venues, which the theme looks up by the badge of a publication.
struct AlFolioVenues {
    private static let file = "_data/venues.yml"
    private let venues: Mapping
    private var used: Set<String> = []

    init(_ site: SiteSource) { venues = site.mapping(Self.file) }

    /// A publication with the address of its venue.
    mutating func completed(_ fields: Mapping) -> Mapping {
        guard case .mapping(var venue)? = fields["venue"], let short = venue["short"]?.string,
            let known = venues[short]
        else { return fields }
        used.insert(short)
        guard venue["url"] == nil, let url = known["url"]?.plainText.flatMap(URLText.safe) else {
            return fields
        }
        venue["url"] = .string(url)
        var fields = fields
        fields["venue"] = .mapping(venue)
        return fields
    }

    /// The venues of no publication.
    var left: [DroppedText] {
        venues.entries.filter { !used.contains($0.key) }.map { entry in
            let words = entry.value.mapping?.entries.compactMap(\.value.plainText) ?? []
            return DroppedText(
                Self.samples.contains(entry.key) ? .templateSample : .unplaced,
                ([entry.key + ":"] + words).joined(separator: " "), file: Self.file, line: 1)
        }
    }

    private static let samples: Set = ["AJP", "PhysRev", "Vision"]
}
