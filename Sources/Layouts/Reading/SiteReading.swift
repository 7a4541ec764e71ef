public import RecordModel

/// What a family's reader makes of a site, but for the prose of its pages.
public struct SiteReading: Sendable {
    /// An entry that a file of the site holds in fields of its own.
    public struct Entry: Sendable {
        /// The fields as the schema of the section has them, without `id`.
        public var fields: Mapping
        /// The file it was read from.
        public var file: String
        /// The line on which it begins, from 1.
        public var line: Int
        /// Words of the file that have no field; they stay with the entry as text.
        public var source: String

        /// Makes an entry.
        public init(_ fields: Mapping, file: String, line: Int = 1, source: String = "") {
            self.fields = fields
            self.file = file
            self.line = line
            self.source = source
        }
    }

    /// The fields of the person.
    public var person = Mapping()
    /// The choices of the layout.
    public var layout = Mapping()
    /// The entries of each section, in the order of the site.
    public var entries: [String: [Entry]] = [:]
    /// The page with which the site begins, nil where none could be found.
    public var home: SitePage?
    /// The other pages that hold prose, in order.
    public var pages: [SitePage] = []
    /// What the reader leaves out.
    public var dropped: [DroppedText] = []
    /// The labels of the top bar, by the anchor they lead to.
    public var menu: [String: String] = [:]
    /// Curricula in data files.
    public var documents: [Document] = []
    /// What the reader had to guess, and what it could not read.
    public var diagnostics: [Diagnostic] = []

    /// Makes an empty reading.
    public init() {}

    /// Reads the pages of a site whose files mean nothing that is known.
    public init(pagesOf site: SiteSource) {
        let found = SitePages(site: site)
        home = found.home()
        pages = found.others(besides: home)
    }

    /// Reads what academicpages and acad-homepage share: the pages, the person of `_config.yml`,
    /// the picture, the top bar.
    init(sidebarSite site: SiteSource, config: Mapping, links: [ConfigLink]) {
        self.init(pagesOf: site)
        AuthorBlock(config: config, fields: links).read(into: &self)
        if let avatar = config["author"]?["avatar"]?.plainText { photo(at: avatar, in: site) }
        SiteMenu(site: site).read(into: &self)
    }

    /// Adds an entry to a section.
    public mutating func add(_ entry: Entry, to section: String) {
        entries[section, default: []].append(entry)
    }
}

/// How the files of a family of sites are told from those of others, and read.
public struct SiteReader: Sendable {
    /// How much speaks for this family; 0 where nothing does.
    public let evidence: @Sendable (SiteSource) -> Int
    /// Reads a site.
    public let reading: @Sendable (SiteSource) -> SiteReading

    /// Makes a reader.
    public init(
        evidence: @escaping @Sendable (SiteSource) -> Int,
        reading: @escaping @Sendable (SiteSource) -> SiteReading
    ) {
        self.evidence = evidence
        self.reading = reading
    }
}

extension Layout {
    /// How sites of the layout's theme are read; nil for a layout that has no theme in the wild.
    public var reader: SiteReader? {
        switch name {
        case Layout.alFolio.name: AlFolio.reader
        case Layout.academicPages.name: AcademicPages.reader
        case Layout.acadHomepage.name: AcadHomepage.reader
        default: nil
        }
    }
}
