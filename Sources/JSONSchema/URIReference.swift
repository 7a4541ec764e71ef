/// Resolves references between schemas (RFC 3986, 5.2).
struct URIReference {
    private let scheme: Substring?
    private let authority: Substring?
    private let path: Substring
    private let query: Substring?
    /// What follows `#`, nil where there is none.
    let fragment: String?

    init(_ text: String) {
        var rest = text[...]
        if let hash = rest.firstIndex(of: "#") {
            fragment = String(rest[rest.index(after: hash)...])
            rest = rest[..<hash]
        } else {
            fragment = nil
        }
        if let mark = rest.firstIndex(of: "?") {
            query = rest[rest.index(after: mark)...]
            rest = rest[..<mark]
        } else {
            query = nil
        }
        let end = rest.firstIndex { ":/".contains($0) }
        if let end, rest[end] == ":", rest.first?.isLetter == true {
            scheme = rest[..<end]
            rest = rest[rest.index(after: end)...]
        } else {
            scheme = nil
        }
        if rest.hasPrefix("//") {
            let host = rest.dropFirst(2)
            let slash = host.firstIndex(of: "/") ?? host.endIndex
            authority = host[..<slash]
            rest = host[slash...]
        } else {
            authority = nil
        }
        path = rest
    }

    /// Returns the absolute URI, without a fragment, that this reference names from a base.
    func resolved(against base: String) -> String {
        let base = URIReference(base)
        if scheme != nil { return Self.text(scheme, authority, path, query) }
        if authority != nil { return Self.text(base.scheme, authority, path, query) }
        if path.isEmpty {
            return Self.text(base.scheme, base.authority, base.path, query ?? base.query)
        }
        let whole: String
        if path.hasPrefix("/") {
            whole = String(path)
        } else if base.path.isEmpty, base.authority != nil {
            whole = "/" + path
        } else {
            let folder = base.path.lastIndex(of: "/").map { base.path[...$0] } ?? ""
            whole = String(folder + path)
        }
        return Self.text(base.scheme, base.authority, Self.withoutDots(whole)[...], query)
    }

    private static func withoutDots(_ path: String) -> String {
        var kept: [Substring] = []
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        for (position, part) in parts.enumerated() {
            let isLast = position == parts.count - 1
            switch part {
            case ".": if isLast { kept.append("") }
            case "..":
                if kept.count > 1 { kept.removeLast() }
                if isLast { kept.append("") }
            default: kept.append(part)
            }
        }
        return kept.joined(separator: "/")
    }

    private static func text(
        _ scheme: Substring?, _ authority: Substring?, _ path: Substring, _ query: Substring?
    ) -> String {
        (scheme.map { $0 + ":" } ?? "") + (authority.map { "//" + $0 } ?? "") + path
            + (query.map { "?" + $0 } ?? "")
    }

    /// Returns a fragment with its percent signs resolved (RFC 3986, 2.1).
    static func decoded(_ fragment: String) -> String {
        var bytes: [UInt8] = []
        var rest = fragment.utf8[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"),
                let code = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            {
                bytes.append(code)
                rest.removeFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
