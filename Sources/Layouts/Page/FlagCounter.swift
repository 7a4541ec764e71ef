import Profiles

/// The address of a picture of Flag Counter, which has its settings as folders.
enum FlagCounter {
    /// The pictures that the service draws.
    private static let views: Set<String> = ["count", "count2", "map", "mini"]

    /// Returns the address for a widget whose token is one.
    ///
    /// `server` and `view` have places of their own; `usual` are the settings of a widget without
    /// any.
    static func image(_ widget: Widget, usual: String = "") -> String {
        var server = "s01"
        var view = "count2"
        var settings = ""
        for option in widget.options {
            let (key, value) = (option.key, option.text)
            guard isWord(key), isWord(value) else { continue }
            switch key {
            case "server": server = value
            case "view": view = views.contains(value) ? value : view
            default: settings += "\(key)_\(value)/"
            }
        }
        if settings.isEmpty { settings = usual }
        return "https://\(server).flagcounter.com/\(view)/\(widget.token)/\(settings)"
    }

    private static func isWord(_ text: String) -> Bool {
        !text.isEmpty
            && text.utf8.allSatisfy {
                switch $0 {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"):
                    true
                default: false
                }
            }
    }
}
