import Formats
import Profiles
import Prose
import RecordModel

/// Names, dates and addresses of the files of a Jekyll collection, one file an entry.
///
/// Jekyll sorts a collection by date and, within a day, by path. A record has an order of its own
/// among entries of one day, and months and years become days, so entries that share a day get
/// seconds, noon and after, which no time zone moves to another day. The name of a file depends on
/// nothing but its entry.
struct CollectionFiles: Sendable {
    /// One file of a collection.
    struct File: Sendable {
        /// The name without its ending.
        let stem: String
        /// The value of `date`.
        let date: String
    }

    private var files: [String: File] = [:]
    /// The ids of the entries that have no date.
    private(set) var undated: Set<String> = []

    /// Names the files of entries, the first of which a page shows first.
    ///
    /// - Parameters:
    ///   - entries: the entries in the order of the page
    ///   - newestFirst: whether the theme's page reverses the order of the collection
    ///   - date: the date of an entry
    init<Element: Entry>(
        _ entries: [Element], newestFirst: Bool = true, date: (Element) -> DateText?
    ) {
        var days: [String: [String]] = [:]
        for entry in newestFirst ? entries.reversed() : entries {
            guard let day = date(entry).flatMap({ PartialDate($0.description) }) else {
                undated.insert(entry.id)
                continue
            }
            days[day.widened.description, default: []].append(entry.id)
        }
        for (day, ids) in days {
            for (place, id) in ids.enumerated() {
                let stamp = ids.count == 1 ? day : "\(day) \(Self.time(place))"
                files[id] = File(stem: "\(day)-\(Slugs.slug(id))", date: stamp)
            }
        }
    }

    /// The file of an entry, nil for one without a date.
    subscript(entry: some Entry) -> File? { files[entry.id] }

    private static func time(_ seconds: Int) -> String {
        let parts = [12 + seconds / 3600 % 12, seconds / 60 % 60, seconds % 60]
        return parts.map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
    }
}

/// The addresses that the pages of a site have, each only once.
struct Permalinks: Sendable {
    private var taken: Set<String>

    /// Starts with the addresses of the theme's own pages.
    init(taken: Set<String>) { self.taken = taken }

    /// Returns the address that an entry wants, or a usual one where that is taken or leads out of
    /// the site.
    mutating func unique(_ wish: String?, or usual: String) -> String {
        if let wish, Self.isSafe(wish), taken.insert(Self.normal(wish)).inserted { return wish }
        taken.insert(Self.normal(usual))
        return usual
    }

    /// Tells whether a text is an address within a site.
    static func isSafe(_ permalink: String) -> Bool {
        guard permalink.hasPrefix("/"), URLText.safe(permalink) == permalink else { return false }
        var path = permalink.dropFirst()
        if path.hasSuffix("/") { path = path.dropLast() }
        return path.isEmpty || TargetPath(String(path)) != nil
    }

    /// Two spellings of one address are one; `/a` becomes `/a.html` and `/a/` a folder.
    private static func normal(_ permalink: String) -> String {
        permalink.lowercased().replacing("/index.html", by: "/")
    }
}
