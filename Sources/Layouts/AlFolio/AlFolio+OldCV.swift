import Formats
import Profiles
import RecordModel

extension AlFolio {
    /// The CV as a list of sections, as it was before 2026.
    ///
    /// Its texts are HTML.
    var oldCV: [Value] {
        var sections: [Value] = []
        if !profile.education.isEmpty, shows(.education) {
            let words = words(.education)
            sections.append(
                Self.section(
                    "Education", "time_table",
                    profile.education.map { education in
                        Self.row(
                            title: words.degree(education).linked(to: education.url),
                            institution: words.organization(
                                education.organization, unit: education.unit,
                                place: education.place),
                            year: words.dates.range(
                                education.start, education.end, isOver: education.hasEnded),
                            lines: [
                                .text(education.grade), words.thesis(education.thesis),
                                words.advisors(education.advisors), .markdown(education.text),
                                Line.joined(education.links.map(words.link)),
                            ])
                    }))
        }
        if !profile.positions.isEmpty, shows(.positions) {
            let words = words(.positions)
            sections.append(
                Self.section(
                    "Experience", "time_table",
                    profile.positions.map { position in
                        Self.row(
                            title: Line.text(position.role).linked(to: position.url),
                            institution: words.organization(
                                position.organization, unit: position.unit, place: position.place),
                            year: words.dates.range(
                                position.start, position.end, isOver: position.hasEnded),
                            lines: [
                                words.advisors(position.advisors), .markdown(position.text),
                                Line.joined(position.links.map(words.link)),
                            ])
                    }))
        }
        if !profile.awards.isEmpty, shows(.awards) {
            let words = words(.awards)
            sections.append(
                Self.section(
                    "Honors and Awards", "time_table",
                    profile.awards.map { award in
                        Self.row(
                            title: Line.text(award.title).linked(to: award.url),
                            institution: .text(award.organization),
                            year: award.period ?? award.date.map(words.dates.text),
                            lines: [
                                .text(award.amount), .markdown(award.text),
                                Line.joined(award.links.map(words.link)),
                            ])
                    }))
        }
        if !profile.service.isEmpty, shows(.service) {
            sections.append(
                Self.section(
                    "Service", "list", profile.service.map { .string(service($0).html) }))
        }
        return sections
    }

    private static func section(_ title: String, _ type: String, _ contents: [Value]) -> Value {
        ["title": .string(title), "type": .string(type), "contents": .list(contents)]
    }

    private static func row(title: Line, institution: Line, year: String?, lines: [Line]) -> Value {
        var row = Mapping()
        row["title"] = .string(title.html)
        row["institution"] = institution.isEmpty ? nil : .string(institution.html)
        row["year"] = year.map { .string(HTMLText.escape($0)) }
        let texts = lines.filter { !$0.isEmpty }.map { Value.string($0.html) }
        row["description"] = texts.isEmpty ? nil : .list(texts)
        return .mapping(row)
    }
}
