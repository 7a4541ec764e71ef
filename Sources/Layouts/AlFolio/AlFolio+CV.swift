import Formats
import Profiles
import Prose
import RecordModel

extension AlFolio {
    /// Writes the data of the CV and its page.
    func cv(to draft: inout Draft) {
        let hasEntries =
            !profile.education.isEmpty && shows(.education)
            || !profile.positions.isEmpty && shows(.positions)
            || !profile.awards.isEmpty && shows(.awards)
            || !profile.service.isEmpty && shows(.service)
        let file = profile.person.cv
        guard hasEntries || file != nil else { return }
        let isOld = era.isBefore(.renderCV)
        draft.add("_data/cv.yml", data: isOld ? .list(oldCV) : ["cv": .mapping(renderCV)])
        var page = Mapping()
        page["layout"] = "cv"
        page["permalink"] = "/cv/"
        page["title"] = "CV"
        page["nav"] = true
        page["nav_order"] = 5
        // A path or an address since 2026, before that the name of a file in `assets/pdf`.
        let path = assets.path(file?.file, .document).map { "/" + $0 }
        let url = file?.url.flatMap(PageURL.safe).map(HTMLText.escape)
        let name = assets.name(file?.file, .document)
        page["cv_pdf"] = (isOld ? name : path ?? url).map(Value.string)
        if !isOld { page["cv_format"] = "rendercv" }
        draft.add("_pages/cv.md", frontMatter: page)
    }

    /// The mapping of RenderCV.
    ///
    /// Its texts are HTML, its summaries and bullets Markdown.
    private var renderCV: Mapping {
        var cv = Mapping()
        cv["name"] = .string(HTMLText.escape(profile.person.name.display))
        cv["label"] = profile.person.role.map { .string(HTMLText.escape($0)) }
        cv["website"] = profile.layoutChoices.url.flatMap(PageURL.safe).map(Value.string)
        var sections = Mapping()
        let words = self.words(.positions)
        if !profile.education.isEmpty, shows(.education) {
            sections["Education"] = .list(
                profile.education.map { .mapping(renderCV($0, words: self.words(.education))) })
        }
        if !profile.positions.isEmpty, shows(.positions) {
            sections["Experience"] = .list(
                profile.positions.map { .mapping(renderCV($0, words: words)) })
        }
        if !profile.awards.isEmpty, shows(.awards) {
            sections["Honors and Awards"] = .list(
                profile.awards.map { .mapping(renderCV($0, words: words)) })
        }
        if !profile.service.isEmpty, shows(.service) {
            // Plain strings would vanish here; the theme wants bullets.
            sections["Service"] = .list(
                profile.service.map { entry in
                    ["bullet": .string(service(entry).kramdown)]
                })
        }
        cv["sections"] = sections.isEmpty ? nil : .mapping(sections)
        return cv
    }

    private func renderCV(_ education: Education, words: EntryLines) -> Mapping {
        var entry = Mapping()
        entry["institution"] = .string(
            Line.joined([.text(education.unit), .text(education.organization)]).escaped)
        entry["studyType"] = .string(HTMLText.escape(education.degree))
        entry["area"] = education.field.map { .string(HTMLText.escape($0)) }
        span(education.start, education.end, isOver: education.hasEnded, in: &entry)
        entry["location"] = education.place.map { .string(HTMLText.escape($0)) }
        entry["url"] = education.url.flatMap(PageURL.safe).map(Value.string)
        entry["highlights"] = Self.highlights([
            .text(education.grade), words.thesis(education.thesis),
            words.advisors(education.advisors), .markdown(education.text),
            Line.joined(education.links.map(words.link)),
        ])
        return entry
    }

    private func renderCV(_ position: Position, words: EntryLines) -> Mapping {
        var entry = Mapping()
        entry["company"] = .string(
            Line.joined([.text(position.unit), .text(position.organization)]).escaped)
        entry["position"] = .string(HTMLText.escape(position.role))
        span(position.start, position.end, isOver: position.hasEnded, in: &entry)
        entry["location"] = position.place.map { .string(HTMLText.escape($0)) }
        entry["url"] = position.url.flatMap(PageURL.safe).map(Value.string)
        entry["highlights"] = Self.highlights([
            words.advisors(position.advisors), .markdown(position.text),
            Line.joined(position.links.map(words.link)),
        ])
        return entry
    }

    private func renderCV(_ award: Award, words: EntryLines) -> Mapping {
        var entry = Mapping()
        entry["title"] = .string(HTMLText.escape(award.title))
        entry["awarder"] = award.organization.map { .string(HTMLText.escape($0)) }
        entry["date"] = award.date.map { .string(HTMLText.escape($0.description)) }
        entry["url"] = award.url.flatMap(PageURL.safe).map(Value.string)
        let summary = Line.joined([
            .text(award.period), .text(award.amount), .markdown(award.text),
            Line.joined(award.links.map(words.link)),
        ])
        entry["summary"] = summary.isEmpty ? nil : .string(summary.kramdown)
        return entry
    }

    /// Service with its area, which the home page has as a heading.
    func service(_ entry: ServiceEntry) -> Line {
        let line = words(.service).service(entry).line
        return Line.joined([Line.text(entry.area).strong, line], ": ")
    }

    /// The theme prints the years.
    ///
    /// An end that is not there would stay a blank.
    private func span(
        _ start: DateText?, _ end: DateText?, isOver: Bool, in entry: inout Mapping
    ) {
        guard let start = start ?? end else { return }
        entry["start_date"] = .string(HTMLText.escape(start.description))
        let last = end.map { $0.isPresent ? "Present" : $0.description }
        entry["end_date"] = .string(
            HTMLText.escape(last ?? (isOver ? start.description : "Present")))
    }

    private static func highlights(_ lines: [Line]) -> Value? {
        let texts = lines.filter { !$0.isEmpty }.map { Value.string($0.kramdown) }
        return texts.isEmpty ? nil : .list(texts)
    }
}
