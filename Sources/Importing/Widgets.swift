internal import Formats
internal import Layouts
internal import RecordModel

/// Recognises counters and maps of visitors by the code that their services hand out.
enum Widgets {
    /// A service with the text before its token.
    private static let services: [(kind: String, mark: String)] = [
        ("clustrmaps", "clustrmaps.com/map_v2.js?d="),
        ("clustrmaps", "clustrmaps.com/map_v2.png?d="),
        ("clustrmaps-globe", "clustrmaps.com/globe.js?d="),
        ("flagcounter", "info.flagcounter.com/"),
        ("mapmyvisitors", "mapmyvisitors.com/map.js?d="),
        ("revolvermaps", "revolvermaps.com/0/0/6.js?i="),
    ]

    /// The look of a flag counter, which is in the path of its picture: `/size_m/border_BA0202/`.
    private static func flagOptions(_ script: String, token: Substring) -> Mapping {
        var options = Mapping()
        guard let place = script[...].range(of: "/" + token + "/") else { return options }
        let path = script[place.upperBound...].prefix { $0 != "\"" && $0 != "'" && $0 != " " }
        for part in path.split(separator: "/") {
            let words = part.split(separator: "_")
            guard words.count == 2, words[0].allSatisfy({ $0.isASCII && $0.isLetter }),
                words[1].allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) })
            else { continue }
            options[String(words[0])] = .string(String(words[1]))
        }
        return options
    }

    /// Puts the widgets of some code into the fields of a person.
    static func read(_ scripts: [String], into draft: inout RecordDraft) {
        var found = draft.person["widgets"]?.list ?? []
        for script in scripts {
            for (kind, mark) in services {
                guard let place = script[...].range(of: mark) else { continue }
                let token = script[place.upperBound...].prefix {
                    $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_" || $0 == "-")
                }
                guard !token.isEmpty, token.utf8.count <= 200,
                    !found.contains(where: { $0["token"]?.string == String(token) })
                else { continue }
                var widget = Mapping()
                widget["kind"] = .string(kind)
                widget["token"] = .string(String(token))
                let options = kind == "flagcounter" ? flagOptions(script, token: token) : Mapping()
                if !options.isEmpty { widget["options"] = .mapping(options) }
                found.append(.mapping(widget))
            }
        }
        if !found.isEmpty { draft.person["widgets"] = .list(found) }
    }
}
