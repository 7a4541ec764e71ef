import Formats
import RecordModel

/// The curricula of an al-folio site, each in the form that its dialect is one of.
///
/// The theme's own YAML was a list of tables until 2026 and resembles RenderCV since then; beside
/// it stands a JSON Resume, which hides the YAML in some versions.
struct AlFolioCurricula {
    let site: SiteSource

    func read(into reading: inout SiteReading) {
        let permalink = reading.curriculumPermalink { $0.text("layout") == "cv" }
        if let page = reading.pages.first(where: { $0.text("layout") == "cv" }) {
            reading.person["cv"] = Self.file(page.text("cv_pdf"), of: site)
        }
        for file in ["_data/cv.yml", "_data/cv.yaml"] {
            reading.addDocument(file, of: site, as: .renderCV, at: permalink) { value in
                if let tables = value.list { return AlFolioTables.renderCV(tables) }
                return Self.renderCV(value["cv"]?.mapping ?? value.mapping ?? Mapping())
            }
        }
        for file in ["_data/resume.json", "_data/resume.yml", "assets/json/resume.json"] {
            reading.addDocument(file, of: site, as: .jsonResume, at: permalink)
        }
    }

    /// The curriculum as a file: a path or an address, before 2026 the name of a file.
    private static func file(_ address: String?, of site: SiteSource) -> Value? {
        guard let address, !address.hasSuffix("example_pdf.pdf") else { return nil }
        if let file = site.asset(at: address, in: ["", "assets/pdf"]) {
            return ["file": .string(file)]
        }
        guard let url = URLText.safe(address), url.hasPrefix("http") else { return nil }
        return ["url": .string(url)]
    }

    /// Names of the theme, and those that RenderCV has for the same.
    private static let names: [(heading: String, from: String, to: String)] = [
        ("education", "studyType", "degree"), ("education", "school", "institution"),
        ("experience", "name", "company"), ("experience", "organization", "company"),
        ("volunteer", "name", "company"), ("volunteer", "organization", "company"),
        ("award", "title", "name"), ("award", "awarder", "location"),
        ("honor", "title", "name"), ("honor", "awarder", "location"),
        ("project", "title", "name"), ("publication", "name", "title"),
        ("publication", "publisher", "journal"), ("publication", "releaseDate", "date"),
    ]

    private static func renderCV(_ written: Mapping) -> Value {
        var curriculum = written
        var sections = Mapping()
        for section in written["sections"]?.mapping?.entries ?? [] {
            let heading = section.key.lowercased()
            let own = names.filter { heading.contains($0.heading) }
            let items = (section.value.list ?? [section.value]).map { item -> Value in
                guard var fields = item.mapping else { return item }
                for name in own where fields[name.to] == nil && fields[name.from] != nil {
                    fields[name.to] = fields[name.from]
                    fields[name.from] = nil
                }
                return .mapping(fields)
            }
            sections[section.key] = .list(items)
        }
        curriculum["sections"] = .mapping(sections)
        return ["cv": .mapping(curriculum)]
    }
}
