internal import Formats

/// A key that commits are signed with, told by its fingerprint.
public struct SigningKey: Hashable, Sendable, CustomStringConvertible {
    /// The fingerprint: `SHA256:…` of a key of SSH, 40 or 64 hexadecimal digits of one of OpenPGP.
    public let fingerprint: String

    /// Takes a public key of SSH as `ssh-keygen` writes it, or the fingerprint of any key; nil for
    /// any other text.
    ///
    /// The short ids of OpenPGP's keys are none: two keys can have the same one.
    public init?(_ text: String) {
        let words = text.split { $0 == " " || $0 == "\t" }
        guard let first = words.first else { return nil }
        if first.hasPrefix(Self.hashName) {
            // 32 bytes in base64, without what would fill them up.
            let digits = first.dropFirst(Self.hashName.count)
            guard words.count == 1, Base64.decoded(digits + "=")?.count == 32 else { return nil }
            fingerprint = String(first)
        } else if words.count > 1, let blob = Base64.decoded(words[1]),
            Self.kind(of: blob).map({ $0.elementsEqual(first.utf8) }) == true
        {
            let hash = SHA256(blob).description
            let bytes = stride(from: 0, to: 64, by: 2).map { position in
                UInt8(hash.dropFirst(position).prefix(2), radix: 16) ?? 0
            }
            fingerprint = Self.hashName + Base64.text(bytes).prefix { $0 != "=" }
        } else {
            let digits = words.joined().uppercased()
            guard [40, 64].contains(digits.utf8.count), digits.allSatisfy(\.isHexDigit) else {
                return nil
            }
            fingerprint = digits
        }
    }

    /// The fingerprint.
    public var description: String { fingerprint }

    private static let hashName = "SHA256:"

    /// The kind of key that the bytes of one of SSH begin with (RFC 4253, 6.6).
    private static func kind(of blob: [UInt8]) -> ArraySlice<UInt8>? {
        guard blob.count > 4 else { return nil }
        let count = blob.prefix(4).reduce(0) { $0 << 8 | Int($1) }
        guard count < blob.count - 4 else { return nil }
        return blob.dropFirst(4).prefix(count)
    }
}
