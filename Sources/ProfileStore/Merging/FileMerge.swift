internal import Formats
public import Git
internal import JSONSchema
public import RecordModel

/// One file that both sides changed, merged.
public struct FileMerge: Sendable {
    /// What became of it.
    public enum Outcome: Sendable {
        /// A file of fields, merged.
        case section(SectionMerge)
        /// A text without fields, merged line by line without a dispute.
        case lines([UInt8])
        /// What a side has is taken as it is; nil where that is nothing.
        case taken(TreeEntry.Target?)
        /// The sides disagree and only a person can tell; the text with markers, where it is one.
        case conflict(Reason, marked: [UInt8]?)
    }

    /// Why two versions of a file do not go together.
    public enum Reason: String, Hashable, Sendable, CaseIterable {
        /// Both sides changed lines of a text in different ways.
        case changedDifferently = "changed-differently"
        /// Both sides changed it, and it is no text.
        case noText = "no-text"
        /// One side took away what the other one changed.
        case removedAndChanged = "removed-and-changed"
        /// It is a folder, a link or another repository on one side.
        case otherKinds = "other-kinds"
        /// Both sides gave the profile another id, and not the same one.
        case movedDifferently = "moved-differently"
        /// One side took away the profile to which the other one gave another id.
        case movedAndRemoved = "moved-and-removed"

        /// Whether it is about the id of the profile, not about the file alone.
        public var isAboutProfile: Bool { self == .movedDifferently || self == .movedAndRemoved }

        /// The reason as a sentence for a person.
        public var sentence: String {
            switch self {
            case .changedDifferently: "Both sides changed the same lines"
            case .noText: "Both sides changed it, and it is no text"
            case .removedAndChanged: "One side removed what the other side changed"
            case .otherKinds: "It is a file on one side and something else on the other"
            case .movedDifferently: "Each side gave the profile another id"
            case .movedAndRemoved: "One side removed the profile to which the other gave another id"
            }
        }
    }

    /// The file, from the store's root.
    public let path: String
    /// What it was before both sides.
    public let base: TreeEntry.Target?
    /// What ours has.
    public let ours: TreeEntry.Target?
    /// What theirs has.
    public let theirs: TreeEntry.Target?
    /// What became of it.
    public let outcome: Outcome
    /// What is wrong with the merged fields by their schema.
    public let findings: [Diagnostic]
    /// Whether the merged file may be run.
    let isExecutable: Bool

    /// Whether a person has to decide something about it.
    public var isClean: Bool {
        switch outcome {
        case .section(let merge): merge.isClean
        case .lines, .taken: true
        case .conflict: false
        }
    }

    /// Why it is in conflict as a whole, nil where it is not.
    public var reason: Reason? {
        if case .conflict(let reason, _) = outcome { reason } else { nil }
    }

    /// The section merge, nil for a file without fields.
    public var section: SectionMerge? {
        if case .section(let merge) = outcome { merge } else { nil }
    }
}

/// Merges the files of one store, one after the other.
struct FileMerging {
    let schemas: SchemaSet
    let markers: ConflictMarkers
    /// Returns the bytes of a blob, or nil where there are too many to be a text.
    let bytes: (BlobID) throws(StoreError) -> [UInt8]?

    func merge(_ path: String, _ sides: TreeMerging.Sides) throws(StoreError) -> FileMerge {
        let isExecutable = Self.isExecutable(sides)
        let outcome = try outcome(path, sides)
        return FileMerge(
            path: path, base: sides.base, ours: sides.ours, theirs: sides.theirs, outcome: outcome,
            findings: findings(about: outcome, at: path), isExecutable: isExecutable)
    }

    /// What two valid sides can come to together: a field that needs another one which is gone.
    private func findings(about outcome: FileMerge.Outcome, at path: String) -> [Diagnostic] {
        guard case .section(let merge) = outcome, let bytes = merge.bytes else { return [] }
        let schema: Schema?
        var section: String?
        switch FileKind(path) {
        case .section(let name, _): (schema, section) = (schemas.sections[name], name)
        case .configuration: schema = schemas.store
        case .other: schema = nil
        }
        guard let schema else { return [] }
        if let value = merge.value, schema.validate(value).isEmpty { return [] }
        // What one side has alone was as valid before.
        if case .taken = merge.method { return [] }
        let findings: [Diagnostic]
        do throws(Diagnostic) {
            let text = try YAMLReader().read(bytes, file: path, shape: schema.shape)
            // Of a text that was merged by lines nobody has read what it says.
            let unread = merge.value == nil ? text.diagnostics : []
            findings =
                unread
                + schema.validate(text.value).map { finding in
                    let place = finding.located(
                        in: text.sourceMap, of: text.value, shape: schema.shape)
                    return section.map(place.within) ?? place
                }
        } catch { findings = [error] }
        return findings.map { finding in
            var finding = finding
            finding.profile = FileKind.profile(of: path)?.text
            return finding.quoting(bytes)
        }
    }

    private func outcome(
        _ path: String, _ sides: TreeMerging.Sides
    ) throws(StoreError) -> FileMerge.Outcome {
        for target in [sides.base, sides.ours, sides.theirs] {
            guard let target else { continue }
            guard target.blobID != nil else { return .conflict(.otherKinds, marked: nil) }
        }
        let kind = FileKind(path)
        if case .other = kind, sides.ours == nil || sides.theirs == nil {
            return .conflict(.removedAndChanged, marked: nil)
        }
        let texts = ThreeTexts(
            base: try bytes(sides.base), ours: try bytes(sides.ours),
            theirs: try bytes(sides.theirs))
        switch kind {
        case .section, .configuration:
            let (section, shapes) = schemas.place(of: path)
            return .section(
                try SectionMerge(
                    texts, section: section, shapes: shapes, file: path, markers: markers))
        case .other:
            if texts.ours == texts.theirs || texts.base == texts.theirs {
                return .lines(texts.ours ?? [])
            }
            if texts.base == texts.ours { return .lines(texts.theirs ?? []) }
            let isText = [texts.base, texts.ours, texts.theirs].allSatisfy {
                $0.map(Self.isText) ?? true
            }
            guard isText else { return .conflict(.noText, marked: nil) }
            let merge = LineMerge(
                base: texts.base ?? [], ours: texts.ours ?? [], theirs: texts.theirs ?? [])
            if let merged = merge.merged { return .lines(merged) }
            return .conflict(.changedDifferently, marked: merge.text(markers))
        }
    }

    private func bytes(_ target: TreeEntry.Target?) throws(StoreError) -> [UInt8]? {
        // A file of which only the fact counts that it is no text is one of a single zero.
        try target?.blobID.map { id throws(StoreError) in try bytes(id) ?? [0] }
    }

    /// As git sees it: a zero within the first 8,000 bytes makes no text.
    private static func isText(_ bytes: [UInt8]) -> Bool { !bytes.prefix(8000).contains(0) }

    private static func isExecutable(_ sides: TreeMerging.Sides) -> Bool {
        func may(_ target: TreeEntry.Target?) -> Bool? {
            switch target {
            case .executable: true
            case .blob: false
            default: nil
            }
        }
        let (base, ours, theirs) = (may(sides.base), may(sides.ours), may(sides.theirs))
        return (ours == base ? theirs ?? ours : ours) ?? false
    }
}
