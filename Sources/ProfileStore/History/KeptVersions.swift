internal import Formats
internal import Git
internal import RecordModel

/// The versions of sections that earlier runs read, as a file of the cache holds them.
///
/// Packed, a section is its parts, each once, and its versions: the id of the blob, what it is, and
/// which parts it has. Of two versions that follow each other nearly all parts are the same; so a
/// version says how many of those at either end it has in common with the one before, and names the
/// parts between by their numbers.
struct KeptVersions {
    /// What a blob is, in the packed form.
    private enum Form: Int {
        case unreadable
        case list
        case mapping
    }

    private let file: (path: String, key: String)
    /// The sections that nobody has asked for yet.
    private var packed: [String: ArraySlice<UInt8>] = [:]
    private var sections: [String: Section] = [:]

    /// The versions of one section, in the order in which they are written.
    private struct Section {
        var order: [BlobID] = []
        var versions: [BlobID: SectionVersion?] = [:]
    }

    /// Opens a file of the cache; one that is missing, damaged or another one's holds nothing.
    init(in file: (path: String, key: String)) {
        self.file = file
        guard let content = HistoryCache.read(file.path, key: file.key) else { return }
        var reader = PackedReader(content)
        while !reader.isAtEnd {
            guard let name = reader.text(), let section = reader.part() else { return }
            packed[name] = section
        }
    }

    /// Returns a version, nil where it is not kept; a blob that cannot be read is kept as such.
    mutating func version(_ blobID: BlobID, of section: String) -> SectionVersion?? {
        if let bytes = packed.removeValue(forKey: section) {
            sections[section] = Self.unpacked(bytes) ?? Section()
        }
        guard let versions = sections[section]?.versions else { return nil }
        return versions[blobID]
    }

    /// Writes the file with what was read besides, the newest first; the rest as far as there is
    /// room.
    mutating func add(_ read: [(section: String, blobID: BlobID, version: SectionVersion?)]) {
        guard !read.isEmpty else { return }
        for (name, versions) in Dictionary(grouping: read, by: \.section) {
            var section = Section()
            let older = sections[name] ?? packed.removeValue(forKey: name).flatMap(Self.unpacked)
            for (_, blobID, version) in versions {
                section.order.append(blobID)
                section.versions[blobID] = .some(version)
            }
            section.order += (older?.order ?? []).filter { section.versions[$0] == nil }
            section.versions.merge(older?.versions ?? [:]) { new, _ in new }
            sections[name] = section
        }
        // Some bytes are left for the names and lengths around.
        var room = HistoryCache.sizeLimit - 4_096
        var writer = PackedWriter()
        func write(_ name: String, _ bytes: some Collection<UInt8>) {
            guard bytes.count + name.utf8.count + 16 < room else { return }
            room -= bytes.count + name.utf8.count + 16
            writer.write(name)
            writer.write(bytes)
        }
        for (name, section) in sections.sorted(by: { $0.key < $1.key }) {
            write(name, Self.packed(section, room: room))
        }
        for (name, bytes) in packed.sorted(by: { $0.key < $1.key }) { write(name, bytes) }
        HistoryCache.write(writer.bytes, to: file.path, key: file.key)
    }

    /// Packs as many versions as there is room for.
    private static func packed(_ section: Section, room: Int) -> [UInt8] {
        var parts = PackedParts()
        var versions = PackedWriter()
        var (count, previous): (Int, [Int]) = (0, [])
        for blobID in section.order {
            guard let version = section.versions[blobID] else { break }
            let end = (versions: versions.bytes.count, parts: parts.end)
            versions.write(blobID.bytes)
            previous = pack(version, after: previous, &parts, &versions)
            guard parts.end.size + versions.bytes.count < room else {
                versions.truncate(to: end.versions)
                parts.truncate(to: end.parts)
                break
            }
            count += 1
        }
        var writer = PackedWriter()
        parts.write(to: &writer)
        writer.write(count)
        return writer.bytes + versions.bytes
    }

    /// Packs one version and returns the numbers of its parts.
    private static func pack(
        _ version: SectionVersion?, after previous: [Int], _ parts: inout PackedParts,
        _ writer: inout PackedWriter
    ) -> [Int] {
        guard let version else {
            writer.write(Form.unreadable.rawValue)
            return previous
        }
        writer.write((version.isList ? Form.list : .mapping).rawValue)
        let numbers = version.parts.map { parts.number(of: $0) }
        let shorter = min(numbers.count, previous.count)
        var (first, last) = (0, 0)
        while first < shorter, numbers[first] == previous[first] { first += 1 }
        while last < shorter - first,
            numbers[numbers.count - 1 - last] == previous[previous.count - 1 - last]
        { last += 1 }
        for number in [first, last, numbers.count - first - last] { writer.write(number) }
        for number in numbers[first..<numbers.count - last] { writer.write(number) }
        return numbers
    }

    /// Reads a section, nil where it is not in the packed form.
    private static func unpacked(_ bytes: ArraySlice<UInt8>) -> Section? {
        var reader = PackedReader(bytes)
        guard let parts = PackedParts.read(from: &reader), let count = reader.count() else {
            return nil
        }
        var section = Section()
        var (numbers, last): ([Int], SectionVersion?) = ([], nil)
        for _ in 0..<count {
            guard let blobID = reader.part().flatMap(BlobID.init(bytes:)),
                let form = reader.number().flatMap(Form.init)
            else { return nil }
            section.order.append(blobID)
            guard form != .unreadable else {
                section.versions[blobID] = .some(nil)
                continue
            }
            guard let first = reader.number(), let rest = reader.number(),
                let middle = reader.count(), first <= numbers.count - rest
            else { return nil }
            var next = Array(numbers.prefix(first))
            for _ in 0..<middle {
                guard let number = reader.number(), parts.indices.contains(number) else {
                    return nil
                }
                next.append(number)
            }
            next += numbers.suffix(rest)
            let version = SectionVersion(
                isList: form == .list, parts: next.map { parts[$0] }, like: last)
            section.versions[blobID] = .some(version)
            (numbers, last) = (next, version)
        }
        return reader.isAtEnd ? section : nil
    }
}
