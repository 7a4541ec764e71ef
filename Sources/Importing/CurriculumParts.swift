internal import Exchange
internal import Formats
internal import Layouts
internal import Prose
internal import RecordModel

/// A curriculum in its parts: what it says of the person, and its items one by one.
///
/// Each part is a document of the same form by itself. So the form's own reader says what entry an
/// item is, and which of its texts the entry has no place for.
struct CurriculumParts {
    /// One item of a list of the curriculum.
    struct Item {
        /// The heading or the key of its list.
        let heading: String
        /// The item as it stands in the document.
        let value: Value
        /// A document that holds nothing else.
        let document: Value
    }

    /// The form of the documents.
    let form: ExchangeForm
    /// The person's name as the document has it.
    let name: String?
    /// The document without its lists.
    let person: Value
    /// What `person` holds.
    let personTexts: [TextLeaf]
    /// The items in order.
    let items: [Item]

    init(_ document: SiteReading.Document) {
        switch document.form {
        case .renderCV:
            form = .renderCV
            let curriculum = document.value["cv"]?.mapping ?? Mapping()
            name = curriculum["name"]?.plainText
            var rest = curriculum
            rest["sections"] = nil
            person = ["cv": .mapping(rest)]
            personTexts = TextLeaf.all(in: .mapping(rest))
            items = (curriculum["sections"]?.mapping?.entries ?? []).flatMap { section in
                (section.value.list ?? [section.value]).map { item in
                    var single = Mapping()
                    single["name"] = curriculum["name"]
                    single["sections"] = [section.key: .list([item])]
                    return Item(
                        heading: section.key, value: item, document: ["cv": .mapping(single)])
                }
            }
        case .jsonResume:
            form = .jsonResume
            let resume = document.value.mapping ?? Mapping()
            name = resume["basics"]?["name"]?.plainText
            let basics = resume["basics"] ?? .null
            person = ["basics": basics]
            personTexts = TextLeaf.all(in: basics)
            let own: Value = ["name": basics["name"] ?? .null]
            items = resume.entries.flatMap { list in
                (list.value.list ?? []).map { item in
                    Item(
                        heading: list.key, value: item,
                        document: ["basics": own, list.key: .list([item])])
                }
            }
        }
    }

    /// The section of a record and the fields of the entry that an item is; nil for one that is
    /// no entry, or whose heading does not say so.
    func entry(of item: Item) -> (section: String, fields: Mapping)? {
        let read = form.sections(of: item.document)
        guard
            let section = read.sections.entries.first(where: { $0.key != Record.personSection }),
            var fields = section.value.list?.first?.mapping
        else { return nil }
        // RenderCV has entries of no kind; only a heading makes a project of one.
        if form.name == ExchangeForm.renderCV.name, section.key == "projects",
            SectionHeading.kind(of: item.heading) != .projects
        {
            return nil
        }
        fields["id"] = nil
        // What a form demands and the document does not say is not made up.
        for guess in read.guesses { fields[guess.path.steps.last ?? ""] = nil }
        return (section.key, CurriculumDates.normalized(fields))
    }
}
