internal import Formats
internal import Git
internal import RecordModel

/// Reads section files as of many commits, each version once and each entry once.
///
/// Why not the whole file: reading YAML takes longer than all else that history is asked for, and
/// two commits that follow each other differ in one entry of sixty.
final class SectionVersions {
    private struct Key: Hashable {
        let section: String
        let blobID: BlobID
    }

    private let repository: Repository
    private let shape: Shape
    private var known: [Key: SectionVersion?] = [:]
    /// What earlier runs read, nil where nothing is kept.
    private var kept: KeptVersions?
    /// What this run read itself, in order.
    private(set) var read: [(section: String, blobID: BlobID, version: SectionVersion?)] = []
    /// The shapes of the sections, made ready for many texts.
    private var shapes: [String: ShapeTable] = [:]
    /// The text that was read last of each section: the next one is probably its neighbour.
    private var latest: [String: (text: YAMLParts, version: SectionVersion)] = [:]
    /// The parts that were read, by section and bytes.
    private var parts: [String: [ArraySlice<UInt8>: SectionVersion.Part]] = [:]

    init(in repository: Repository, shape: Shape, kept: KeptVersions? = nil) {
        self.repository = repository
        self.shape = shape
        self.kept = kept
    }

    /// Keeps what this run read for the next one.
    func keep() {
        kept?.add(read)
        read = []
    }

    /// Returns a section as a blob holds it; nil where that cannot be read.
    func version(_ blobID: BlobID, of section: String) throws(StoreError) -> SectionVersion? {
        let key = Key(section: section, blobID: blobID)
        if let found = known[key] { return found }
        if let found = kept?.version(blobID, of: section) {
            known[key] = .some(found)
            return found
        }
        let version = try read(blobID, section)
        known[key] = .some(version)
        read.append((section, blobID, version))
        return version
    }

    private func shapeTable(of section: String) -> ShapeTable {
        if let known = shapes[section] { return known }
        let table = ShapeTable(shape.shape(ofKey: section))
        shapes[section] = table
        return table
    }

    private func read(
        _ blobID: BlobID, _ section: String
    ) throws(StoreError) -> SectionVersion? {
        let bytes: [UInt8]
        do throws(GitError) {
            bytes = try repository.blob(blobID, limit: StoreLayout.sectionLimit)
        } catch {
            if error.code == .tooLarge { return nil }
            throw .git(error)
        }
        let shape = shape.shape(ofKey: section)
        if let (text, version) = inParts(bytes, section, shape) {
            latest[section] = (text, version)
            return version
        }
        // A damaged file in the history is nobody's fault today.
        guard
            let value = try? YAMLReader()
                .read(bytes, file: section, shapes: shapeTable(of: section)).value
        else { return nil }
        switch value {
        case .list(let items):
            return SectionVersion(
                isList: true,
                parts: items.map { .init(name: shape.listRule.name(of: $0), value: $0) })
        case .mapping(let mapping):
            return SectionVersion(
                isList: false, parts: mapping.entries.map { .init(name: $0.key, value: $0.value) })
        case .null: return SectionVersion.empty
        default: return nil
        }
    }

    /// Reads what the last text did not hold already; nil where the text has to be read as a whole.
    private func inParts(
        _ bytes: [UInt8], _ section: String, _ shape: Shape
    ) -> (YAMLParts, SectionVersion)? {
        var kept = (first: 0, last: 0)
        let last = latest[section]
        guard
            let text = last.flatMap({ YAMLParts(bytes, like: $0.text, kept: &kept) })
                ?? YAMLParts(bytes)
        else { return nil }
        var found: [SectionVersion.Part] = []
        found.reserveCapacity(text.count)
        if let last { found += last.version.parts.prefix(kept.first) }
        for position in kept.first..<(text.count - kept.last) {
            guard let part = part(text[position], section, text.form, shape) else { return nil }
            found.append(part)
        }
        if let last { found += last.version.parts.suffix(kept.last) }
        if text.form == .mapping {
            // The first of two fields with one key counts.
            guard Set(found.map(\.name)).count == found.count else { return nil }
        }
        return (
            text,
            SectionVersion(isList: text.form == .list, parts: found, like: last?.version)
        )
    }

    private func part(
        _ bytes: ArraySlice<UInt8>, _ section: String, _ form: YAMLParts.Form, _ shape: Shape
    ) -> SectionVersion.Part? {
        if let known = parts[section]?[bytes] { return known }
        guard
            let value = try? YAMLReader()
                .read(Array(bytes), file: section, shapes: shapeTable(of: section)).value
        else { return nil }
        let part: SectionVersion.Part
        switch (form, value) {
        case (.list, .list(let items)):
            guard items.count == 1, let item = items.first else { return nil }
            part = .init(name: shape.listRule.name(of: item), value: item)
        case (.mapping, .mapping(let fields)):
            guard fields.count == 1, let field = fields.entries.first else { return nil }
            part = .init(name: field.key, value: field.value)
        default: return nil
        }
        // A copy: a slice would keep the whole text.
        parts[section, default: [:]][ArraySlice(Array(bytes))] = part
        return part
    }
}
