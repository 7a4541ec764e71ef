internal import Formats
internal import Profiles
internal import Prose
internal import RecordModel

/// The person as the top of the homepage and its contact section show them.
struct PlainPerson {
    let style: PlainStyle

    private var person: Person { style.profile.person }

    /// The top of the page.
    var value: Value {
        PlainValue.mapping([
            "name": .string(person.name.display), "native": PlainValue.text(person.name.native),
            "pronouns": PlainValue.text(person.name.pronouns),
            "pronunciation": PlainValue.text(person.name.pronunciation),
            "role": PlainValue.text(person.role), "affiliations": PlainValue.list(affiliations),
            "tagline_html": style.html(person.tagline), "status_html": style.html(person.status),
            "photo": photo, "reach": PlainValue.list(reach), "citations": citations,
        ])
    }

    /// The contact section: what the top of the page has no room for.
    var contact: Value {
        let phone: Value? = person.phone.map { phone in
            let digits = phone.unicodeScalars.filter { $0 == "+" || ("0"..."9").contains($0) }
            return PlainValue.mapping([
                "label": .string(style.word(.phone)), "text": .string(phone),
                "url": .string("tel:" + String(String.UnicodeScalarView(digits))),
            ])
        }
        let office: Value? = person.office.map {
            PlainValue.mapping(["label": .string(style.word(.office)), "text": .string($0)])
        }
        let address: Value? = PlainValue.texts(person.address).map {
            PlainValue.mapping(["label": .string(style.word(.address)), "lines": $0])
        }
        return PlainValue.mapping([
            "kind": "contact",
            "items": PlainValue.list([phone, office, address].compactMap { $0 }),
            "text_html": style.html(person.contactNote),
        ])
    }

    private var affiliations: [Value] {
        person.affiliations.map { place in
            PlainValue.mapping([
                "organization": .string(place.organization), "unit": PlainValue.text(place.unit),
                "role": PlainValue.text(place.role), "url": style.url(place.url),
                "place": PlainValue.text(place.place),
                "since": style.date(place.since).map { .string("\(style.word(.since)) \($0)") },
            ])
        }
    }

    private var photo: Value? {
        guard let photo = person.photo, let file = style.file(photo.file) else { return nil }
        return PlainValue.mapping([
            "file": file, "alt": .string(photo.alt ?? person.name.display),
            "shape": .string(photo.shape.rawValue),
            "align": PlainValue.text(photo.align?.rawValue),
        ])
    }

    /// One line of ways to the person: e-mail, CV, other sites, and where they are.
    private var reach: [Value] {
        let place: Value? = PlainValue.text(person.location).map {
            PlainValue.mapping(["text": $0])
        }
        return person.shownEmails.map(email) + [curriculum].compactMap { $0 }
            + person.links.map(PlainSites(style: style).value)
            + [place].compactMap { $0 }
    }

    private func email(_ email: EmailAddress) -> Value {
        let label = email.label ?? style.word(.email)
        guard email.display == .plain else {
            return PlainValue.mapping([
                "label": .string(label), "obfuscated": true,
                "text": .string(
                    email.written ?? EmailText.obfuscated(email.address)),
            ])
        }
        return PlainValue.mapping([
            "label": .string(label), "text": .string(email.address),
            "url": style.url("mailto:" + email.address),
        ])
    }

    private var curriculum: Value? {
        guard let cv = person.cv else { return nil }
        let url = style.url(cv.url)
        let file = style.file(cv.file)
        return PlainValue.mapping([
            "text": .string(cv.label ?? style.word(.curriculum)),
            "file": file, "url": file == nil ? url : nil,
        ])
    }

    private var citations: Value? {
        guard let citations = person.citations else { return nil }
        let figures = [
            (style.word(.citations), citations.total), ("h-index", citations.hIndex),
        ].compactMap { label, count in
            count.map {
                PlainValue.mapping([
                    "label": .string(label), "text": .string(PlainNumber.text($0)),
                ])
            }
        }
        guard !figures.isEmpty else { return nil }
        return PlainValue.mapping([
            "figures": .list(figures), "as_of": PlainValue.text(style.date(citations.asOf)),
            "url": style.url(citations.source),
        ])
    }
}
