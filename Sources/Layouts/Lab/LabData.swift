internal import Formats
internal import Profiles
internal import RecordModel

/// The site for programs: people, works and news in the forms that others read.
struct LabData {
    let site: LabSite

    static let people = "people.json"
    static let csl = "publications.json"
    static let bibtex = "publications.bib"
    static let citation = "CITATION.cff"
    static let feed = "feed.xml"

    /// The files that pages name, with what they are called.
    static func listed(hasWorks: Bool) -> [(String, String)] {
        (hasWorks ? [("BibTeX", bibtex), ("CSL-JSON", csl), ("CITATION.cff", citation)] : [])
            + [("people.json", people), ("Atom", feed)]
    }

    /// The files; those about works are there even if they are empty, so that programs find them.
    var files: [OutputFile] {
        let files: [(String, [UInt8])] = [
            ("_data/publications.json", site.works.data),
            (Self.people, JSONWriter().file(peopleValue)), (Self.csl, site.works.csl),
            (Self.bibtex, site.works.bibtex),
            (Self.citation, LabCitation(site: site).bytes),
            (Self.feed, Array(LabFeed(site: site).text.utf8)),
        ]
        return files.compactMap { path, bytes in
            TargetPath(path).map { OutputFile($0, .bytes(bytes)) }
        }
    }

    private var peopleValue: Value {
        let settings = site.settings
        return [
            "lab": PlainValue.mapping([
                "name": .string(settings.name),
                "url": PlainValue.text(settings.root ?? settings.homepage),
            ]),
            "people": .list(site.members.map(person)),
        ]
    }

    private func person(_ member: LabMember) -> Value {
        let heading = site.settings.groups.first { $0.id == member.group }?.heading
        var until: DateText?
        if case .alumnus(let end) = member.standing { until = end }
        return PlainValue.mapping([
            "id": .string(member.id), "name": .string(member.name.display),
            "given": PlainValue.text(member.name.given),
            "family": PlainValue.text(member.name.family),
            "native": PlainValue.text(member.name.native), "role": PlainValue.text(member.role),
            "organization": PlainValue.text(member.organization),
            "status": member.isAlumnus ? "alumni" : "current",
            "group": PlainValue.text(member.group), "group_heading": PlainValue.text(heading),
            "since": PlainValue.text(member.since?.description),
            "until": PlainValue.text(until?.description),
            "next": PlainValue.text(member.next.map { Markdown($0).plainText() }),
            "page": .string((site.settings.root ?? "") + member.page),
            "homepage": PlainValue.text(member.homepage), "orcid": PlainValue.text(member.orcid),
            "photo": PlainValue.text(member.photo.map { (site.settings.root ?? "") + $0 }),
            "emails": PlainValue.texts(member.emails),
            "keywords": PlainValue.texts(member.keywords),
        ])
    }
}
