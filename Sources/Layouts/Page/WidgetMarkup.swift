import Formats
import Profiles

/// Visitor counters as HTML.
///
/// This is the only script that an export writes. Its text is ours; of a record come the token,
/// which is letters, digits, `-` and `_`, and percent-encoded settings.
enum WidgetMarkup {
    /// The HTML of a counter, nil for a service that is not allowed or a token that is none.
    static func html(_ widget: Widget) -> String? {
        let isToken = widget.token.utf8.allSatisfy {
            switch $0 {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
                true
            default: false
            }
        }
        guard isToken, !widget.token.isEmpty, let kind = widget.kind else { return nil }
        let token = widget.token
        let settings = widget.options.map {
            "&amp;" + URLText.percentEncoded($0.key) + "=" + URLText.percentEncoded($0.text)
        }.joined()
        switch kind {
        case .clustrmaps:
            return script(
                "clustrmaps", "https://cdn.clustrmaps.com/map_v2.js?d=\(token)\(settings)")
        case .clustrmapsGlobe:
            return script("clstr_globe", "https://clustrmaps.com/globe.js?d=\(token)\(settings)")
        case .mapmyvisitors:
            return script("mapmyvisitors", "https://mapmyvisitors.com/map.js?d=\(token)\(settings)")
        case .revolvermaps:
            return script(
                "revolvermaps", "https://rf.revolvermaps.com/0/0/8.js?i=\(token)\(settings)")
        case .flagcounter:
            return "<a href=\"https://info.flagcounter.com/\(token)\">"
                + "<img src=\"\(FlagCounter.image(widget))\" alt=\"Flag Counter\"></a>\n"
        }
    }

    private static func script(_ id: String, _ source: String) -> String {
        "<script type=\"text/javascript\" id=\"\(id)\" src=\"\(source)\"></script>\n"
    }
}
