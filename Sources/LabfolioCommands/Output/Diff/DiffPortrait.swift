internal import Formats
internal import ProfileStore
internal import RecordModel

/// The pictures of a person before and after, as addresses that hold the picture itself.
struct DiffPortrait: Sendable {
    let before: String?
    let after: String?

    /// The largest picture that is shown, in bytes.
    static let limit = 1 << 20

    /// Returns the address of a picture, nil for what is none or is too large.
    ///
    /// The type is read off the picture, never off its name: a page must not be made to run what
    /// somebody called a photo. SVG is no picture here, because it can hold scripts and links.
    static func address(of bytes: [UInt8]) -> String? {
        guard bytes.count <= limit, let type = type(of: bytes) else { return nil }
        return "data:\(type);base64,\(Base64.text(bytes))"
    }

    private static func type(of bytes: [UInt8]) -> String? {
        func begins(_ text: String, at start: Int = 0) -> Bool {
            bytes.dropFirst(start).starts(with: text.utf8)
        }
        if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return "image/jpeg" }
        if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
            return "image/png"
        }
        if begins("GIF87a") || begins("GIF89a") { return "image/gif" }
        if begins("RIFF"), begins("WEBP", at: 8) { return "image/webp" }
        return nil
    }
}

extension DiffPortrait {
    /// Returns the pictures of the people whose profiles changed.
    static func all(
        of diffs: [ProfileDiff], before: ProfileReader?, after: ProfileReader
    ) throws(StoreError) -> [ProfileID: DiffPortrait] {
        var portraits: [ProfileID: DiffPortrait] = [:]
        for diff in diffs {
            portraits[diff.id] = DiffPortrait(
                before: try before.flatMap { reader throws(StoreError) in
                    try address(of: diff.id, in: reader)
                }, after: try address(of: diff.id, in: after))
        }
        return portraits
    }

    private static func address(
        of id: ProfileID, in reader: ProfileReader
    ) throws(StoreError) -> String? {
        let person = try reader.section(Record.personSection, of: id)
        guard let file = person?["photo"]?["file"]?.string else { return nil }
        do throws(StoreError) {
            return try reader.asset(file, of: id).flatMap(DiffPortrait.address)
        } catch {
            // A picture that cannot be read is not shown; the check of the profile reports it.
            return nil
        }
    }
}
