/// Damages bytes as broken disks, careless merges and attackers do: flips, cuts, repeats, nests.
public struct Damage {
    private var random: SeededGenerator

    /// Makes a source of damage; the same seed damages the same bytes in the same way.
    public init(seed: UInt64) { random = SeededGenerator(seed: seed) }

    /// Returns the bytes with one to six damages.
    public mutating func damaged(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...6, using: &random) where !bytes.isEmpty {
            let place = Int.random(in: 0..<bytes.count, using: &random)
            switch Int.random(in: 0..<6, using: &random) {
            case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
            case 1: bytes.removeSubrange(place..<min(place + 3, bytes.count))
            case 2: bytes.insert(contentsOf: bytes[place..<min(place + 20, bytes.count)], at: 0)
            case 3: bytes.removeSubrange(place...)
            case 4:
                let bracket = Array("{[".utf8).randomElement(using: &random) ?? 0
                let depth = Int.random(in: 1...200, using: &random)
                bytes.insert(contentsOf: [UInt8](repeating: bracket, count: depth), at: place)
            default:
                bytes[place] =
                    Array("{}[],:\"'&*!|>#-? \n\t1".utf8).randomElement(using: &random) ?? 0
            }
        }
        return bytes
    }
}
