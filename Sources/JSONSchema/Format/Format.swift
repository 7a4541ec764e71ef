/// The forms of texts that a schema can ask for by name (2020-12, 7.3).
enum Format: String, CaseIterable, Sendable {
    case dateTime = "date-time"
    case date
    case time
    case duration
    case email
    case idnEmail = "idn-email"
    case hostname
    case idnHostname = "idn-hostname"
    case ipv4
    case ipv6
    case uri
    case uriReference = "uri-reference"
    case iri
    case iriReference = "iri-reference"
    case uriTemplate = "uri-template"
    case uuid
    case jsonPointer = "json-pointer"
    case relativeJSONPointer = "relative-json-pointer"
    case regex

    /// The first draft that has the format.
    var since: Dialect.Draft { self == .duration || self == .uuid ? .draft2019 : .draft7 }

    /// Tells whether a text has the form.
    func holds(_ text: String) -> Bool {
        switch self {
        case .dateTime: FormatScanner.isDateTime(text)
        case .date: FormatScanner.isDate(text)
        case .time: FormatScanner.isTime(text)
        case .duration: FormatScanner.isDuration(text)
        case .email: MailAddress.isValid(text, isInternational: false)
        case .idnEmail: MailAddress.isValid(text, isInternational: true)
        case .hostname: HostName.isValid(text)
        case .idnHostname: HostName.isValidInternational(text)
        case .ipv4: FormatScanner.isIPv4(text)
        case .ipv6: FormatScanner.isIPv6(text)
        case .uri: URIForm(allowsAllScripts: false).isAbsolute(text)
        case .uriReference: URIForm(allowsAllScripts: false).isReference(text)
        case .iri: URIForm(allowsAllScripts: true).isAbsolute(text)
        case .iriReference: URIForm(allowsAllScripts: true).isReference(text)
        case .uriTemplate: URITemplate.isValid(text)
        case .uuid: FormatScanner.isUUID(text)
        case .jsonPointer: FormatScanner.isPointer(text)
        case .relativeJSONPointer: FormatScanner.isRelativePointer(text)
        case .regex: PatternParser.isPattern(text)
        }
    }

    /// What a text of this form is, as people call it.
    var meaning: String {
        switch self {
        case .dateTime: "a date with a time and its offset"
        case .date: "a day of the calendar"
        case .time: "a time of day with its offset"
        case .duration: "a duration"
        case .email, .idnEmail: "an e-mail address"
        case .hostname, .idnHostname: "the name of a host"
        case .ipv4: "an IPv4 address"
        case .ipv6: "an IPv6 address"
        case .uri, .iri: "a full address with its scheme"
        case .uriReference, .iriReference: "an address"
        case .uriTemplate: "a template of addresses"
        case .uuid: "a UUID"
        case .jsonPointer: "a JSON Pointer"
        case .relativeJSONPointer: "a relative JSON Pointer"
        case .regex: "a regular expression"
        }
    }

    /// A text of this form.
    var example: String? {
        switch self {
        case .dateTime: "2024-01-05T12:30:00Z"
        case .date: "2024-01-05"
        case .time: "12:30:00Z"
        case .duration: "P1DT12H"
        case .email, .idnEmail: "ada@example.org"
        case .hostname, .idnHostname: "www.example.org"
        case .ipv4: "192.0.2.1"
        case .ipv6: "2001:db8::1"
        case .uri, .iri: "https://example.org/~ada/"
        case .uriReference, .iriReference: "papers/one.pdf"
        case .uriTemplate: "https://example.org/{name}"
        case .uuid: "123e4567-e89b-12d3-a456-426614174000"
        case .jsonPointer: "/news/0/text"
        case .relativeJSONPointer: "1/text"
        case .regex: nil
        }
    }
}
