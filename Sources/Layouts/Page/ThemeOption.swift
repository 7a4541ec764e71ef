import Formats
import RecordModel

/// Options of a theme that a record may set.
enum ThemeOption {
    /// Keys with which Jekyll itself is steered: they name folders and code, and no record may.
    private static let reserved: Set<String> = [
        "collections", "collections_dir", "config", "data_dir", "defaults", "destination",
        "disable_disk_cache", "exclude", "gems", "host", "ignore_theme_config", "include",
        "includes_dir", "incremental", "keep_files", "kramdown", "layouts_dir", "liquid",
        "markdown", "markdown_ext", "permalink", "plugins", "plugins_dir", "port",
        "remote_theme", "safe", "sass", "scholar", "source", "theme", "third_party_libraries",
        "unpublished", "watch", "whitelist",
    ]

    /// Tells whether a record may set a key.
    static func isAllowed(_ key: String) -> Bool {
        let isWord = key.utf8.allSatisfy {
            $0 == UInt8(ascii: "_") || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
        }
        return !key.isEmpty && isWord && !reserved.contains(key)
    }

    /// The value with its texts as HTML.
    static func escaped(_ value: Value) -> Value {
        switch value {
        case .string(let text): return .string(HTMLText.escape(text))
        case .list(let items): return .list(items.map(escaped))
        case .mapping(let mapping):
            var result = Mapping()
            for entry in mapping.entries {
                result[HTMLText.escape(entry.key)] = escaped(entry.value)
            }
            return .mapping(result)
        default: return value
        }
    }
}
