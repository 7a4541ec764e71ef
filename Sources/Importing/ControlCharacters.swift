internal import RecordModel

/// Characters that show nothing and that no record may hold.
enum ControlCharacters {
    /// Returns a value whose texts are without them.
    static func removed(from value: Value) -> Value {
        switch value {
        case .string(let text):
            guard text.unicodeScalars.contains(where: isForbidden) else { return value }
            var result = String.UnicodeScalarView()
            for scalar in text.unicodeScalars where !isForbidden(scalar) { result.append(scalar) }
            return .string(String(result))
        case .list(let items): return .list(items.map(removed))
        case .mapping(let mapping):
            var result = Mapping()
            for entry in mapping.entries { result[entry.key] = removed(from: entry.value) }
            return .mapping(result)
        default: return value
        }
    }

    private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A: false
        case 0x00...0x1F, 0x7F...0x9F: true
        default: false
        }
    }
}
