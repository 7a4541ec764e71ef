public import Formats
public import Merging
public import RecordModel

/// One file of fields merged from three texts.
///
/// What the file is to say is decided field by field; how it is written comes from the texts. A
/// merge by lines is taken where it says the same, because it keeps what both sides did to
/// comments and layout. Where it does not, each text is first edited to say what was decided, and
/// then they are merged by lines: they differ in nothing but comments and layout any more.
public struct SectionMerge: Sendable {
    /// How the sides came together.
    public enum Method: Sendable {
        /// One side had changed nothing, or both the same.
        case taken
        /// Field by field.
        case fields
        /// Line by line, because one of the texts cannot be read.
        case lines(why: Diagnostic)
    }

    /// How the sides came together.
    public let method: Method
    /// What the file is to hold, nil where it is to be gone; ours where the sides disagree.
    public let bytes: [UInt8]?
    /// The text for a person to finish, with markers around what the sides disagree on; nil where
    /// there is nothing to finish.
    public let marked: [UInt8]?
    /// The fields that the sides disagree on, from the root of the record.
    public let conflicts: [Conflict]
    /// What the merge says about the edits of both sides; nil where fields were not compared.
    public let check: MergeCheck?
    /// What a person should know besides.
    public let notices: [Diagnostic]
    /// What the file says where its fields were merged; nil where they were not.
    let value: Value?
    /// The text with what was there before both sides wherever they disagree, nil where that
    /// cannot be told.
    let before: [UInt8]?

    /// Whether there is nothing for a person to decide.
    public var isClean: Bool { conflicts.isEmpty && marked == nil }

    /// Merges the texts of one file.
    ///
    /// - Parameters:
    ///   - texts: The three texts.
    ///   - section: The key under which the file stands in its record, nil for a file of its own.
    ///   - shape: What the places of the file expect.
    ///   - file: The name of the file in findings.
    ///   - markers: How disputed lines are shown.
    /// - Throws: `mergeFault` where an edit of a side got lost on the way: nothing may be written.
    public init(
        _ texts: ThreeTexts, section: String?, shape: Shape, file: String,
        markers: ConflictMarkers = ConflictMarkers()
    ) throws(StoreError) {
        try self.init(
            texts, section: section, shapes: ShapeTable(shape), file: file, markers: markers)
    }

    init(
        _ texts: ThreeTexts, section: String?, shapes: ShapeTable, file: String,
        markers: ConflictMarkers
    ) throws(StoreError) {
        if texts.ours == texts.theirs || texts.base == texts.theirs {
            self.init(.taken, texts.ours)
        } else if texts.base == texts.ours {
            self.init(.taken, texts.theirs)
        } else {
            let merging = SectionMerging(
                texts: texts, section: section, shapes: shapes, file: file, markers: markers)
            do throws(SectionMerging.Failure) { self = try merging.byFields() } catch {
                switch error {
                case .unreadable(let diagnostic): self = merging.byLines(because: diagnostic)
                case .lost(let edits): throw .mergeFault(file: file, edits)
                }
            }
        }
    }

    init(
        _ method: Method, _ bytes: [UInt8]?, marked: [UInt8]? = nil, conflicts: [Conflict] = [],
        check: MergeCheck? = nil, notices: [Diagnostic] = [], value: Value? = nil,
        before: [UInt8]? = nil
    ) {
        self.method = method
        self.bytes = bytes
        self.marked = marked
        self.conflicts = conflicts
        self.check = check
        self.notices = notices
        self.value = value
        self.before = before
    }
}
