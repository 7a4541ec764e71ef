/// Finds out which listings are one work.
///
/// Listings are one work if they have one DOI or one arXiv id, whoever lists them. Those of one
/// title are one work if their years are the same, or if one of them is a preprint of at most
/// three years before; unless identifiers or all authors contradict. Two papers of one record that
/// both have appeared stay two: the person who lists them knows.
struct WorkGrouping {
    /// The positions of the listings of each work, in order; the works in the order of their first
    /// listings.
    let groups: [[Int]]

    init(_ listings: [WorkListing]) {
        var sets = WorkSets(listings)
        var first: [String: Int] = [:]
        var buckets: [TitleKey: Int] = [:]
        var titles: [[Int]] = []
        for (index, listing) in listings.enumerated() {
            for key in [listing.doi.map { "doi:" + $0 }, listing.arxiv.map { "arxiv:" + $0 }] {
                guard let key else { continue }
                if let other = first[key] { sets.join(other, index) } else { first[key] = index }
            }
            guard !listing.title.text.isEmpty else { continue }
            if let bucket = buckets[listing.title] {
                titles[bucket].append(index)
            } else {
                buckets[listing.title] = titles.count
                titles.append([index])
            }
        }
        // Not the order of a file, which means nothing, but that of titles and ids decides.
        let shared = titles.filter { $0.count > 1 }
            .sorted { listings[$0[0]].title.text < listings[$1[0]].title.text }
        for bucket in shared {
            let ordered = bucket.sorted { listings[$0].key < listings[$1].key }
            for (position, index) in ordered.enumerated() {
                for other in ordered[..<position]
                where Self.areAlike(listings[other], listings[index])
                    && sets.mayJoin(other, index)
                {
                    sets.join(other, index)
                }
            }
        }
        var groups: [Int: [Int]] = [:]
        for index in listings.indices { groups[sets.root(of: index), default: []].append(index) }
        self.groups = groups.values.sorted { $0[0] < $1[0] }
    }

    /// Tells whether two listings of one title may be one work.
    private static func areAlike(_ one: WorkListing, _ other: WorkListing) -> Bool {
        if !one.families.isEmpty, !other.families.isEmpty,
            one.families.isDisjoint(with: other.families)
        {
            return false
        }
        if one.year == other.year { return true }
        guard one.isPreprint != other.isPreprint else { return false }
        let (early, late) = one.isPreprint ? (one, other) : (other, one)
        guard let before = early.year, let after = late.year else { return true }
        return (-1...3).contains(after - before)
    }
}

/// Sets of listings that are being joined, each known by one of its listings.
private struct WorkSets {
    /// What the listings of one set say that another set may contradict.
    private struct Claims {
        var dois: Set<String> = []
        var arxivs: Set<String> = []
        /// The members who list a paper that has appeared.
        var publishers: Set<String> = []
    }

    private var parents: [Int]
    private var claims: [Claims]

    init(_ listings: [WorkListing]) {
        parents = Array(listings.indices)
        claims = listings.map { listing in
            Claims(
                dois: Set([listing.doi].compactMap { $0 }),
                arxivs: Set([listing.arxiv].compactMap { $0 }),
                publishers: listing.isPreprint ? [] : [listing.profile])
        }
    }

    mutating func root(of index: Int) -> Int {
        var root = index
        while parents[root] != root { root = parents[root] }
        var step = index
        while parents[step] != root { (step, parents[step]) = (parents[step], root) }
        return root
    }

    /// Tells whether nothing in two sets says that they are different works.
    mutating func mayJoin(_ one: Int, _ other: Int) -> Bool {
        let (first, second) = (root(of: one), root(of: other))
        guard first != second else { return false }
        let (mine, yours) = (claims[first], claims[second])
        let contradicts = [(mine.dois, yours.dois), (mine.arxivs, yours.arxivs)].contains {
            !$0.isEmpty && !$1.isEmpty && $0.isDisjoint(with: $1)
        }
        return !contradicts && mine.publishers.isDisjoint(with: yours.publishers)
    }

    mutating func join(_ one: Int, _ other: Int) {
        let (first, second) = (root(of: one), root(of: other))
        guard first != second else { return }
        let (kept, gone) = (min(first, second), max(first, second))
        parents[gone] = kept
        claims[kept].dois.formUnion(claims[gone].dois)
        claims[kept].arxivs.formUnion(claims[gone].arxivs)
        claims[kept].publishers.formUnion(claims[gone].publishers)
        claims[gone] = Claims()
    }
}
