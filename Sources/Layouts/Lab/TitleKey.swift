/// The letters and digits of a text in small letters: two titles or names with one key differ in
/// nothing that matters.
struct TitleKey: Hashable, Sendable {
    let text: String

    init(_ source: String) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(source.utf8.count)
        for scalar in source.unicodeScalars {
            switch scalar.value {
            case 0x30...0x39, 0x61...0x7A: bytes.append(UInt8(truncatingIfNeeded: scalar.value))
            case 0x41...0x5A: bytes.append(UInt8(truncatingIfNeeded: scalar.value + 0x20))
            case 0..<0x80: break
            default:
                let properties = scalar.properties
                guard properties.isAlphabetic || properties.numericType != nil else { continue }
                bytes += properties.lowercaseMapping.utf8
            }
        }
        text = String(decoding: bytes, as: UTF8.self)
    }
}
