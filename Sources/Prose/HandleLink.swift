internal import Formats

/// The sites that people have accounts on: how a handle becomes an address and back.
public struct HandleLink: Hashable, Sendable {
    /// The kind of a link in a record, such as `github`.
    public let kind: String
    /// The name by which the site is known.
    public let label: String
    /// What an address on the site looks like, `{}` standing for the handle.
    let patterns: [String]

    init(_ kind: String, _ label: String, _ patterns: String...) {
        self.kind = kind
        self.label = label
        self.patterns = patterns
    }

    /// Returns the row of a kind, nil for a kind that is not in the table.
    public static func of(kind: String) -> HandleLink? { byKind[kind] }

    /// Returns the address of a handle; nil for a kind whose links have addresses of their own,
    /// and for a text that is no handle.
    ///
    /// A handle that is an address already is returned as it is, where a page may link to it.
    public static func url(kind: String, handle: String) -> String? {
        var name = handle.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if name.hasPrefix("http://") || name.hasPrefix("https://") { return URLText.safe(name) }
        guard let row = byKind[kind], let pattern = row.patterns.first else { return nil }
        if name.hasPrefix("@"), !pattern.contains("@") { name.removeFirst() }
        if kind == "mastodon" { return mastodon(name) }
        guard !name.isEmpty else { return nil }
        // A path of several parts (`user/repository`) stays one; nothing else gets through.
        let encoded = name.split(separator: "/").map { URLText.percentEncoded(String($0)) }
            .filter { !$0.isEmpty }.joined(separator: "/")
            .replacing("%3A", by: ":").replacing("%40", by: "@")
        return encoded.isEmpty ? nil : pattern.replacing("{}", by: encoded)
    }

    /// Returns the label of a kind; `Website` for one that is not in the table.
    public static func label(kind: String) -> String { byKind[kind]?.label ?? "Website" }

    /// Returns the kind and the handle that an address stands for, nil where no site is known.
    public static func reading(_ url: String) -> (kind: String, handle: String)? {
        guard let address = Address(url) else { return nil }
        if let at = address.path.first, address.path.count == 1, at.hasPrefix("@"), at.count > 1,
            !["youtube.com", "medium.com", "t.me"].contains(address.host)
        {
            return ("mastodon", "\(at)@\(address.host)")
        }
        for row in table {
            for pattern in row.patterns {
                guard let template = Address(pattern), let handle = template.handle(in: address)
                else { continue }
                return (row.kind, handle)
            }
        }
        return nil
    }

    private static func mastodon(_ handle: String) -> String? {
        let parts = handle.split(separator: handle.contains("/") ? "/" : "@").map(String.init)
        guard parts.count == 2 else { return nil }
        // `@user@host` and the older `host/@user`.
        let (user, host) = handle.contains("/") ? (parts[1], parts[0]) : (parts[0], parts[1])
        let name = user.hasPrefix("@") ? String(user.dropFirst()) : user
        let isHost = host.allSatisfy {
            $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "." || $0 == "-")
        }
        guard isHost, host.contains(".") else { return nil }
        return URLText.safe("https://\(host)/@\(URLText.percentEncoded(name))")
    }

    private static let byKind: [String: HandleLink] = Dictionary(
        table.map { ($0.kind, $0) }, uniquingKeysWith: { first, _ in first })
}
