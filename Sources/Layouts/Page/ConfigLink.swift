import Formats
import Profiles

/// A key of a theme for a link of the person.
struct ConfigLink: Sendable {
    /// What the theme makes the link of.
    enum Form: Sendable {
        /// The whole address.
        case address
        /// The name on the site, to which the theme adds the rest.
        case name
        /// The name, where the address has this before it; the site has addresses of other forms.
        case nameAfter(String)
    }

    let kind: PersonLink.Kind
    let key: String
    let form: Form

    init(_ kind: PersonLink.Kind, _ key: String, _ form: Form) {
        self.kind = kind
        self.key = key
        self.form = form
    }

    /// The value for a link, nil where the link does not have the form that the key wants.
    func value(_ link: PersonLink) -> String? {
        switch form {
        case .address: return link.address.map(HTMLText.escape)
        case .name: return link.name.flatMap(Self.safe)
        case .nameAfter(let prefix):
            guard let address = link.address, address.hasPrefix(prefix) else { return nil }
            return Self.safe(String(address.dropFirst(prefix.count)))
        }
    }

    /// A name that goes into an address and an attribute as it is.
    static func safe(_ name: String) -> String? {
        let parts = name.split(separator: "/").map { URLText.percentEncoded(String($0)) }
        let text = parts.filter { !$0.isEmpty }.joined(separator: "/")
            .replacing("%40", by: "@").replacing("%3A", by: ":")
        return text.isEmpty ? nil : text
    }
}
