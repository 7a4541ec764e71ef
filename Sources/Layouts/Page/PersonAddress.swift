import Formats
import Profiles
import Prose

/// Where a person is elsewhere.
extension PersonLink {
    /// The address of the link, nil where it has none that a page may link to.
    var address: String? {
        if let url { return URLText.safe(url) }
        return handle.flatMap { HandleLink.url(kind: kind.rawValue, handle: $0) }
    }

    /// The name or number on the site, as themes that make the address themselves want it: said
    /// by the record or read from the address; nil where the address is no usual one of the site.
    var name: String? {
        if let handle, !handle.contains("://") {
            return handle.hasPrefix("@") && kind != .mastodon ? String(handle.dropFirst()) : handle
        }
        guard let reading = (url ?? handle).flatMap(HandleLink.reading) else { return nil }
        return reading.kind == kind.rawValue ? reading.handle : nil
    }

    /// What to call the link.
    var title: String {
        if let label { return label }
        if kind == .other { return handle ?? id }
        return HandleLink.of(kind: kind.rawValue)?.label ?? kind.rawValue.capitalizedFirst
    }
}

extension String {
    /// The text with a capital first letter.
    var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
