import Formats
public import RecordModel

/// Reads YAML that people wrote for Jekyll: as text where it is sound, key by key where it is not.
public enum LenientYAML {
    /// A mapping, and whether its text had to be read piece by piece.
    public struct Reading: Sendable {
        /// The fields that could be read.
        public var mapping: Mapping
        /// Whether the text is no YAML.
        public var isDamaged: Bool
    }

    /// Reads a value; nil where the text is no YAML.
    public static func value(_ text: String) -> Value? {
        // Scalars stay text: an identifier that looks like a number is none.
        let texts = Shape.mapping([:], others: .any)
        return try? YAMLReader().read(Array(text.utf8), file: "", shape: texts).value
    }

    /// Reads a mapping.
    public static func mapping(_ text: String) -> Reading {
        if let value = value(text) {
            guard case .mapping(let mapping) = value else {
                return Reading(mapping: Mapping(), isDamaged: !value.isNull)
            }
            return Reading(mapping: mapping, isDamaged: false)
        }
        var result = Mapping()
        for part in topLevelParts(text) {
            guard case .mapping(let mapping)? = value(part) else {
                if let (key, text) = plainLine(part) { result[key] = .string(text) }
                continue
            }
            for entry in mapping.entries where result[entry.key] == nil {
                result[entry.key] = entry.value
            }
        }
        return Reading(mapping: result, isDamaged: true)
    }

    /// The parts of a text that each begin with a key at the margin.
    private static func topLevelParts(_ text: String) -> [String] {
        var parts: [String] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let isKey = line.first.map { $0.isLetter || $0 == "_" } ?? false
            if isKey || parts.isEmpty {
                parts.append(String(line))
            } else {
                parts[parts.count - 1] += "\n" + line
            }
        }
        return parts
    }

    /// `key: text` whose text YAML refuses, as one with a colon in it.
    private static func plainLine(_ part: String) -> (key: String, text: String)? {
        let line = part.prefix { $0 != "\n" }
        guard let colon = line.firstIndex(of: ":") else { return nil }
        let key = line[..<colon]
        guard !key.isEmpty, key.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" }) else {
            return nil
        }
        var text = String(line[line.index(after: colon)...]).trimmed
        for quote in ["\"", "'"] where text.hasPrefix(quote) && text.hasSuffix(quote) {
            if text.count > 1 { text = String(text.dropFirst().dropLast()) }
        }
        return text.isEmpty ? nil : (String(key), text)
    }
}
