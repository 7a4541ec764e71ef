internal import Formats
internal import Profiles
internal import RecordModel

/// Visitor counters: a picture of the service where it has one, else a link to its page.
///
/// A script of another site never comes into a page, so the globes that need one become links.
struct PlainWidgets {
    let style: PlainStyle

    /// The counters as templates show them.
    var values: [Value] {
        style.profile.person.widgets.compactMap { widget in
            guard let kind = widget.kind, Self.isToken(widget.token) else { return nil }
            let addresses = Self.addresses(kind, of: widget)
            return PlainValue.mapping([
                "label": .string("\(style.word(.visitors)) (\(Self.name(of: kind)))"),
                "url": .string(addresses.page), "image": PlainValue.text(addresses.image),
            ])
        }
    }

    /// Tells whether a token is one that can stand in an address as it is.
    static func isToken(_ token: String) -> Bool {
        !token.isEmpty && token.utf8.count <= 200
            && token.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
                    true
                default: false
                }
            }
    }

    private static func addresses(
        _ kind: Widget.Kind, of widget: Widget
    ) -> (page: String, image: String?) {
        let token = widget.token
        return switch kind {
        case .clustrmaps:
            (
                "https://clustrmaps.com/",
                "https://clustrmaps.com/map_v2.png?d=\(token)&cl=ffffff&w=a"
            )
        case .clustrmapsGlobe:
            (
                "https://clustrmaps.com/",
                "https://clustrmaps.com/map_v2.png?d=\(token)&cl=ffffff&w=a"
            )
        case .flagcounter:
            (
                "https://info.flagcounter.com/\(token)",
                FlagCounter.image(widget, usual: "bg_FFFFFF/txt_000000/border_CCCCCC/")
            )
        case .mapmyvisitors:
            (
                "https://mapmyvisitors.com/",
                "https://mapmyvisitors.com/map.png?d=\(token)&cl=ffffff"
            )
        case .revolvermaps: ("https://www.revolvermaps.com/livestats/\(token)/", nil)
        }
    }

    private static func name(of kind: Widget.Kind) -> String {
        switch kind {
        case .clustrmaps, .clustrmapsGlobe: "ClustrMaps"
        case .flagcounter: "Flag Counter"
        case .mapmyvisitors: "MapMyVisitors"
        case .revolvermaps: "RevolverMaps"
        }
    }
}
