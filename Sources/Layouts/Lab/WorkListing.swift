internal import Formats
internal import Profiles
internal import Prose
internal import RecordModel

/// One publication as one member's record lists it, kept small: a lab has very many.
struct WorkListing: Sendable {
    let profile: String
    let entry: String
    let doi: String?
    let arxiv: String?
    let title: TitleKey
    let year: Int?
    let isPreprint: Bool
    /// The family names of the first authors, folded.
    let families: Set<String>
    let isSelected: Bool
    /// The fields of the entry as JSON, read again when the works are written.
    private let source: [UInt8]

    /// The key under which the site keeps the work if this listing is the first one of it.
    ///
    /// Neither part holds two hyphens in a row, so no two listings have one key.
    var key: String { profile + "--" + entry }

    init(_ paper: Publication, value: Value, profile: String) {
        self.profile = profile
        entry = paper.id
        let doi = paper.doi?.lowercased()
        let arxivDOI = "10.48550/arxiv."
        let isArxivDOI = doi?.hasPrefix(arxivDOI) == true
        self.doi = isArxivDOI ? nil : doi
        arxiv =
            (paper.arxiv ?? (isArxivDOI ? doi.map { String($0.dropFirst(arxivDOI.count)) } : nil))
            .map(Self.withoutVersion)
        title = TitleKey(paper.title)
        year = paper.date?.year
        isPreprint =
            switch paper.status {
            case .published, .accepted: false
            case .preprint, .submitted, .inPreparation: true
            case nil: paper.venue?.kind == .preprint || paper.venue == nil && paper.arxiv != nil
            }
        families = Set(
            paper.authors.prefix(12).map { TitleKey(NameText(displayed: $0.name).family).text })
        isSelected = paper.isSelected
        source = Array(JSONWriter(style: .compact).text(value).utf8)
    }

    /// The fields of the entry.
    var fields: Mapping {
        JSONReader().value(of: source, in: source.indices)?.mapping ?? Mapping()
    }

    /// How much the entry says.
    var size: Int { source.count }

    /// `2401.17644` for `2401.17644v2`.
    private static func withoutVersion(_ id: String) -> String {
        let id = id.lowercased()
        guard let mark = id.lastIndex(of: "v") else { return id }
        let version = id[id.index(after: mark)...]
        let isVersion = !version.isEmpty && version.allSatisfy { $0.isASCII && $0.isNumber }
        return isVersion ? String(id[..<mark]) : id
    }
}
