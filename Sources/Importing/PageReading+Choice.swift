internal import Prose

/// What parts of a page belong together, and which of them is the list.
extension PageReading {
    /// The sections that stay prose, since a longer one of the same kind stands elsewhere on the
    /// page: a list has one place, which is better that of the papers than that of the patents.
    func besides(_ sections: [PageSection]) -> Set<Int> {
        guard isHome else { return [] }
        var runs: [SectionKind: [(indices: [Int], size: Int)]] = [:]
        var last: SectionKind?
        for (index, section) in sections.enumerated() {
            guard let kind = section.kind, Self.listed.contains(kind) else {
                last = nil
                continue
            }
            let size = section.text.utf8.count
            if last == kind, let count = runs[kind]?.count {
                runs[kind]?[count - 1].indices.append(index)
                runs[kind]?[count - 1].size += size
            } else {
                runs[kind, default: []].append(([index], size))
            }
            last = kind
        }
        var result: Set<Int> = []
        for parts in runs.values where parts.count > 1 {
            let largest = parts.map(\.size).max() ?? 0
            let first = parts.firstIndex { $0.size * 2 > largest } ?? 0
            for part in parts[..<first] { result.formUnion(part.indices) }
        }
        return result
    }

    private static let listed: Set<SectionKind> = [
        .publications, .news, .awards, .service, .education, .positions, .teaching, .talks,
        .projects,
    ]
}
