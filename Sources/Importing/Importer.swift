public import Layouts
public import ProfileStore
internal import Profiles
internal import Prose
public import RecordModel

/// What an import makes of a site.
public struct Imported: Sendable {
    /// The record, valid by the schemas it was made for.
    public var record: Record
    /// The files that the record refers to: the path in the site by that in the profile.
    public var assets: [String: String]
    /// What became of the source.
    public var report: ImportReport
}

/// Makes records of homepages.
public struct Importer: Sendable {
    /// What can be said about a source beyond what it says itself.
    public struct Options: Sendable {
        /// The name of the family of sites; nil finds out.
        public var family: String?
        /// The person's name; nil reads it from the source.
        public var name: String?

        /// Leaves everything to the source.
        public init() {}
    }

    private let schemas: SchemaSet
    private let options: Options

    /// Makes an importer of records that fit some schemas.
    public init(schemas: SchemaSet, options: Options = Options()) {
        self.schemas = schemas
        self.options = options
    }

    /// Returns the record of a site.
    public func read(_ site: SiteSource, as id: ProfileID) -> Imported {
        let family = SiteFamily.of(site, wish: options.family)
        var reading = family.layout?.reader?.reading(site) ?? GenericSite.reading(site)
        var assembly = Assembly(
            site: site, family: family, id: id, schemas: schemas, name: options.name)
        return assembly.assemble(&reading)
    }
}

/// Which family a site belongs to.
struct SiteFamily {
    /// The layout of the family's theme; nil for any other site.
    let layout: Layout?

    /// The name that reports show.
    var name: String { layout?.name ?? "other" }

    /// Finds the family of a site.
    static func of(_ site: SiteSource, wish: String? = nil) -> SiteFamily {
        if let wish { return SiteFamily(layout: Layout.named(wish)) }
        var best: (layout: Layout, points: Int)?
        for layout in Layout.all {
            guard let points = layout.reader?.evidence(site), points > best?.points ?? 0 else {
                continue
            }
            best = (layout, points)
        }
        return SiteFamily(layout: best?.layout)
    }
}

/// Sites of no known family: pages alone.
enum GenericSite {
    static func reading(_ site: SiteSource) -> SiteReading { SiteReading(pagesOf: site) }
}
