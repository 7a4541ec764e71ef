internal import Formats
internal import Profiles
internal import Prose
internal import RecordModel

/// Links to the person on other sites.
struct PlainSites {
    let style: PlainStyle

    /// A link as templates show it: a name with an address; where there is no address that a page
    /// may link to, the name with the person's handle.
    func value(_ link: PersonLink) -> Value {
        let name = link.label ?? HandleLink.label(kind: link.kind.rawValue)
        let address =
            link.url ?? link.handle.flatMap { HandleLink.url(kind: link.kind.rawValue, handle: $0) }
        if let url = style.url(address) {
            return PlainValue.mapping(["text": .string(name), "url": url])
        }
        guard let handle = PlainValue.text(link.handle) else {
            return PlainValue.mapping(["text": .string(name)])
        }
        return PlainValue.mapping(["label": .string(name), "text": handle])
    }
}
