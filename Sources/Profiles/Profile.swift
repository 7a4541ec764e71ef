public import RecordModel

/// A typed view of one record, its lists in the order in which a page shows them: that of the file
/// where `layout.sections` asks for it.
public struct Profile: Hashable, Sendable {
    /// Whose record this is.
    public let id: ProfileID
    /// The person.
    public let person: Person
    /// How the homepage is arranged.
    public let layoutChoices: LayoutChoices
    /// The news: pinned ones first, then newest first.
    public let news: [NewsItem]
    /// The publications, newest first.
    public let publications: [Publication]
    /// The positions, the one that began last first.
    public let positions: [Position]
    /// The education, the one that began last first.
    public let education: [Education]
    /// The awards, newest first.
    public let awards: [Award]
    /// The service, in the order of the file.
    public let service: [ServiceEntry]
    /// The courses, newest first.
    public let teaching: [Course]
    /// The talks, newest first.
    public let talks: [Talk]
    /// The projects, in the order of the file.
    public let projects: [Project]
    /// The free prose, in the order of the file.
    public let sections: [FreeSection]

    /// Reads the view of a record; fields that are missing or of the wrong type read as absent.
    public init(_ record: Record) {
        let fields = Fields(record.value)
        let personFields: Person? = fields.view(Record.personSection)
        let layout: LayoutChoices? = Fields(
            record.value[Record.personSection], at: .root.appending(Record.personSection)
        ).view("layout")
        id = record.id
        person = personFields ?? Person(Fields(nil))
        layoutChoices = layout ?? LayoutChoices(Fields(nil))
        let inFileOrder = Set(
            layoutChoices.sections.filter { $0.order == .file }.map(\.section))
        func views<View: FieldView>(_ name: String, _ date: (View) -> DateText?) -> [View] {
            let views: [View] = fields.views(name)
            return inFileOrder.contains(name) ? views : views.newestFirst(date)
        }
        let items: [NewsItem] = views("news", \.date)
        news = items.filter(\.isPinned) + items.filter { !$0.isPinned }
        publications = views("publications", \.date)
        positions = views("positions", \.start)
        education = views("education", \.start)
        awards = views("awards", \.date)
        service = fields.views("service")
        teaching = views("teaching", \.date)
        talks = views("talks", \.date)
        projects = fields.views("projects")
        sections = fields.views("sections")
    }
}
