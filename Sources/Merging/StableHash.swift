internal import RecordModel

/// A hash that is the same in every run and on every machine: FNV-1a with 64 bits.
///
/// It finds a slip, not an attack: whoever can write a commit can write its proof as well.
struct StableHash {
    private var state: UInt64 = 0xcbf2_9ce4_8422_2325

    mutating func combine(_ text: String) {
        for byte in text.utf8 { combine(byte) }
        combine(0xFF)
    }

    private mutating func combine(_ byte: UInt8) {
        state ^= UInt64(byte)
        state &*= 0x0000_0100_0000_01b3
    }

    /// The hash as sixteen digits.
    var hexadecimal: String {
        let digits = String(state, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    /// Returns a text that is the same for equal changes and for no others.
    static func text(of change: Change) -> String {
        var text = "\(change.kind) \(change.path)"
        for (mark, value) in [(" -", change.before), (" +", change.after)] {
            guard let value else { continue }
            text += mark
            append(value, to: &text)
        }
        return text
    }

    private static func append(_ value: Value, to text: inout String) {
        switch value {
        case .null: text += "~"
        case .bool(let flag): text += flag ? "t" : "f"
        case .number(let number): text += "#\(number)"
        case .string(let string): text += "\(string.utf8.count):\(string)"
        case .list(let items):
            text += "["
            for item in items { append(item, to: &text) }
            text += "]"
        case .mapping(let mapping):
            text += "{"
            for entry in mapping.entries.sorted(by: {
                $0.key.utf8.lexicographicallyPrecedes($1.key.utf8)
            }) {
                text += "\(entry.key.utf8.count):\(entry.key)"
                append(entry.value, to: &text)
            }
            text += "}"
        }
    }
}
