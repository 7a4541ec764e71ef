internal import Formats

/// What earlier exports into one target left to be remembered.
///
/// It lies outside the target, so that the target holds the same bytes however it came about, and
/// can be deleted at any time: without it an export reads and compares everything, which costs
/// time and changes nothing. It is never reported about.
public struct ExportMemory: Sendable {
    static let opening = Array("labfolio exports 2\n".utf8)
    let folder: String
    private let path: String
    private let target: String
    private var records: [String: ArraySlice<UInt8>] = [:]

    /// Opens the memory of a target.
    ///
    /// - Parameters:
    ///   - folder: Where it is kept, with those of other targets; it may be missing.
    ///   - target: The folder of the homepages.
    public init(in folder: String, of target: String) {
        self.folder = folder
        self.target = FileSystem.resolved(target) ?? target
        path = "\(folder)/\(Self.prefix)\(ContentHash(Array(self.target.utf8)))"
        guard let bytes = try? FileSystem.read(path), bytes.starts(with: Self.opening) else {
            return
        }
        // Half of it, or one that was damaged, is as none.
        var whole = ByteRecord(bytes[Self.opening.count...])
        guard let hash = whole.nextHash(), hash == ContentHash(whole.bytes),
            whole.nextText() == self.target
        else { return }
        while let record = whole.next() {
            var fields = ByteRecord(record)
            guard let profile = fields.nextText() else { return }
            records[profile] = record
        }
    }

    /// Whether nothing is remembered.
    public var isEmpty: Bool { records.isEmpty }

    /// Returns what is remembered of a profile.
    func output(of profile: String) -> KeptOutput? { records[profile].flatMap(KeptOutput.init) }

    /// Keeps outputs in the place of those of the same profiles, and forgets profiles that are
    /// gone.
    ///
    /// - Parameters:
    ///   - outputs: What came of profiles; nil where nothing can be kept.
    ///   - profiles: The profiles that the store has.
    public func write(_ outputs: [String: KeptOutput?], of profiles: Set<String>) {
        var content = Self.opening
        // The place of the hash, which is known at the end.
        var head = ByteRecord()
        head.append(ContentHash())
        let place = content.count..<content.count + head.bytes.count
        content += head.bytes
        ByteRecord.append(Array(target.utf8)[...], to: &content)
        func record(of profile: String) -> ArraySlice<UInt8>? {
            if let output = outputs[profile] { output?.record } else { records[profile] }
        }
        let profiles = profiles.sorted()
        // Growing by doubling would take as much again.
        content.reserveCapacity(
            profiles.reduce(content.count) { $0 + 4 + (record(of: $1)?.count ?? 0) })
        for profile in profiles {
            if let record = record(of: profile) { ByteRecord.append(record, to: &content) }
        }
        head = ByteRecord()
        head.append(ContentHash(content[place.upperBound...]))
        content.replaceSubrange(place, with: head.bytes)
        KeptFile.write(content, to: path)
        removeForgotten()
    }
}
