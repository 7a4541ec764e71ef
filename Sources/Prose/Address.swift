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
