internal import Formats
internal import RecordModel

/// The characters that no HTML document may hold, not even escaped: control characters, and the
/// code points that are no characters.
///
/// A browser shows nothing for them, and a checker refuses the page.
enum ForbiddenCharacters {
    /// Whether a text holds one.
    static func contains(_ text: String) -> Bool {
        guard text.contains(anyOf: beginnings) else { return false }
        var (before, last): (UInt8, UInt8) = (0, 0)
        for byte in text.utf8 {
            let isFound =
                switch byte {
                case 0x09, 0x0A, 0x0C, 0x0D: false
                case ..<0x20, 0x7F: true
                case 0x80...0x9F where last == 0xC2: true
                // The last two of a plane, and those that are none within the first one.
                case 0xBE, 0xBF: last == 0xBF && (before == 0xEF || before & 0x8F == 0x8F)
                case 0x90...0xAF: last == 0xB7 && before == 0xEF
                default: false
                }
            if isFound { return true }
            (before, last) = (last, byte)
        }
        return false
    }

    /// The bytes that one may begin with.
    private static let beginnings = ByteSet(
        (0..<0x20).filter { ![0x09, 0x0A, 0x0C, 0x0D].contains($0) } + [0x7F, 0xC2, 0xEF]
            + (0xF0...0xF4))

    /// Returns a text without them; a line end of old is a space.
    static func removed(from text: String) -> String {
        guard contains(text) else { return text }
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if scalar == "\u{85}" {
                result.append(" ")
            } else if !contains(String(scalar)) {
                result.append(scalar)
            }
        }
        return String(result)
    }
}

extension Value {
    fileprivate var hasForbiddenCharacters: Bool {
        switch self {
        case .string(let text): ForbiddenCharacters.contains(text)
        case .list(let items): items.contains(where: \.hasForbiddenCharacters)
        case .mapping(let mapping): mapping.entries.contains(where: \.value.hasForbiddenCharacters)
        default: false
        }
    }

    /// The value with texts that a page can hold.
    var withoutForbiddenCharacters: Value {
        // Nearly no record has one, so nearly none is made anew.
        guard hasForbiddenCharacters else { return self }
        switch self {
        case .string(let text): return .string(ForbiddenCharacters.removed(from: text))
        case .list(let items): return .list(items.map(\.withoutForbiddenCharacters))
        case .mapping(var mapping):
            for entry in mapping.entries {
                mapping[entry.key] = entry.value.withoutForbiddenCharacters
            }
            return .mapping(mapping)
        default: return self
        }
    }
}

extension Record {
    /// The record with texts that a page can hold.
    var withoutForbiddenCharacters: Record {
        Record(id: id, value: value.withoutForbiddenCharacters)
    }
}

extension Layout.Input {
    /// The input with texts that a page can hold.
    var withoutForbiddenCharacters: Layout.Input {
        guard
            record.value.hasForbiddenCharacters
                || members.values.contains(where: { ForbiddenCharacters.contains($0.name) })
        else { return self }
        return Layout.Input(
            record: record.withoutForbiddenCharacters,
            members: members.mapValues { member in
                Layout.Member(
                    name: ForbiddenCharacters.removed(from: member.name), url: member.url)
            })
    }
}
