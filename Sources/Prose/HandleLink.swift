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
            .replacing("%3A", with: ":").replacing("%40", with: "@")
        return encoded.isEmpty ? nil : pattern.replacing("{}", with: encoded)
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

/// An address cut into the parts that tell a site.
struct Address {
    let host: String
    let path: [String]
    let query: [(name: String, value: String)]

    init?(_ url: String) {
        guard let scheme = ["https://", "http://"].first(where: { url.lowercased().hasPrefix($0) })
        else { return nil }
        let rest = url.dropFirst(scheme.count).split(
            separator: "#", omittingEmptySubsequences: false)
        let halves = (rest.first ?? "").split(separator: "?", maxSplits: 1)
        let parts = (halves.first ?? "").split(separator: "/").map(String.init)
        guard let name = parts.first else { return nil }
        var lower = name.lowercased()
        for prefix in ["www.", "m."] where lower.hasPrefix(prefix) {
            lower.removeFirst(prefix.count)
        }
        host = lower
        path = Array(parts.dropFirst())
        query = (halves.count > 1 ? halves[1] : "").split(separator: "&").map {
            let pair = $0.split(separator: "=", maxSplits: 1).map(String.init)
            return (pair.first ?? "", pair.count > 1 ? pair[1] : "")
        }
    }

    /// Returns what stands in another address where this one has `{}`; nil where they differ.
    func handle(in other: Address) -> String? {
        let isHost =
            host.hasPrefix("scholar.google.")
            ? other.host.hasPrefix("scholar.google.") : host == other.host
        guard isHost else { return nil }
        var handle: String?
        if let wanted = query.first(where: { $0.value == "{}" }) {
            guard path == other.path,
                let found = other.query.first(where: { $0.name == wanted.name }),
                !found.value.isEmpty
            else { return nil }
            return found.value
        }
        for (index, part) in path.enumerated() {
            guard index < other.path.count else { return nil }
            guard let range = part.firstRange(of: "{}") else {
                guard part == other.path[index] else { return nil }
                continue
            }
            let (before, after) = (part[..<range.lowerBound], part[range.upperBound...])
            // A handle at the end of the pattern takes the whole rest of the path.
            let isLast = index == path.count - 1
            let text = other.path[index...].prefix(isLast ? .max : 1).joined(separator: "/")
            guard text.hasPrefix(before), text.hasSuffix(after),
                text.count > before.count + after.count
            else { return nil }
            handle = String(text.dropFirst(before.count).dropLast(after.count))
        }
        return handle
    }
}
