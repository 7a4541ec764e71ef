import Formats
import Profiles

extension AcademicPages {
    /// A heading of the publications page.
    ///
    /// A paper whose category the config does not name is left out of that page without a word.
    struct Category: Hashable, Sendable {
        let id: String
        let title: String
    }

    /// The categories of the theme and of ours, in the order of the page.
    private static let kinds: [(Venue.Kind?, Category)] = [
        (.book, Category(id: "books", title: "Books")),
        (.chapter, Category(id: "chapters", title: "Book Chapters")),
        (.journal, Category(id: "manuscripts", title: "Journal Articles")),
        (.conference, Category(id: "conferences", title: "Conference Papers")),
        (.workshop, Category(id: "workshops", title: "Workshop Papers")),
        (.poster, Category(id: "posters", title: "Posters")),
        (.preprint, Category(id: "preprints", title: "Preprints")),
        (.thesis, Category(id: "theses", title: "Theses")),
        (.report, Category(id: "reports", title: "Reports")),
        (.patent, Category(id: "patents", title: "Patents")),
        (.dataset, Category(id: "datasets", title: "Data Sets")),
        (.software, Category(id: "programs", title: "Software")),
        (nil, Category(id: "others", title: "Other Publications")),
    ]

    /// The category of a publication: its group, or else the kind of its venue.
    func category(_ publication: Publication) -> Category {
        if let group = publication.group {
            return Category(id: "group-" + Slugs.slug(group), title: group)
        }
        let kind = publication.venue?.kind
        return (Self.kinds.first { $0.0 == kind } ?? Self.kinds.last)?.1
            ?? Category(id: "others", title: "Other Publications")
    }

    /// The categories in use, groups first in the order in which they appear.
    var categories: [Category] {
        let used = input.profile.publications.filter { publicationFiles[$0] != nil }.map(category)
        var seen: Set<Category> = []
        let known = Self.kinds.map(\.1)
        let groups = used.filter { !known.contains($0) && seen.insert($0).inserted }
        return groups + known.filter(used.contains)
    }
}
