internal import Formats
internal import Merging
internal import RecordModel

/// Merges the texts of one file that both sides changed.
struct SectionMerging {
    /// Why a file cannot be merged by its fields.
    enum Failure: Error {
        /// One of the texts cannot be read.
        case unreadable(Diagnostic)
        /// The result lacks edits that no conflict speaks of.
        case lost([LostEdit])
    }

    let texts: ThreeTexts
    let section: String?
    let shapes: ShapeTable
    let file: String
    let markers: ConflictMarkers

    private var shape: Shape { shapes.shape }

    init(
        texts: ThreeTexts, section: String?, shapes: ShapeTable, file: String,
        markers: ConflictMarkers
    ) {
        self.texts = texts
        self.section = section
        self.shapes = shapes
        self.file = file
        self.markers = markers
    }

    /// Takes the texts of a file of the store.
    init(
        _ texts: ThreeTexts, path: String, schemas: SchemaSet,
        markers: ConflictMarkers = ConflictMarkers()
    ) {
        let (section, shapes) = schemas.place(of: path)
        self.init(texts: texts, section: section, shapes: shapes, file: path, markers: markers)
    }

    /// Checks a result that was kept somewhere; nil where one of the texts cannot be read.
    func check(_ result: [UInt8]?, conflicts: [Conflict]) -> MergeCheck? {
        func record(_ bytes: [UInt8]?) throws(Failure) -> Value {
            self.record(try content(of: bytes, side: ""))
        }
        return try? MergeCheck(
            base: record(texts.base), ours: record(texts.ours), theirs: record(texts.theirs),
            result: record(result), conflicts: conflicts, shape: recordShape)
    }

    /// Merges field by field.
    func byFields() throws(Failure) -> SectionMerge {
        let contents = (
            try content(of: texts.base, side: "base"), try content(of: texts.ours, side: "ours"),
            try content(of: texts.theirs, side: "theirs")
        )
        // What both sides added is merged with nothing of the same kind.
        let base = contents.0 ?? (contents.1 != nil && contents.2 != nil ? empty : nil)
        let merge = Merge(
            base: record(base), ours: record(contents.1), theirs: record(contents.2),
            shape: recordShape)
        guard merge.lostEdits.isEmpty else { throw .lost(merge.lostEdits) }
        let result = self.content(in: merge.result)
        let ours = SectionText(texts: texts, shapes: shapes, file: file, value: result).written()
        let comments = CommentCheck(texts)
        guard !merge.conflicts.isEmpty else {
            return SectionMerge(
                .fields, ours, check: merge.check,
                notices: notices(comments.missing(in: ours.map { [$0] } ?? [])), value: result)
        }
        let theirs = SectionText(
            texts: texts.swapped, shapes: shapes, file: file, value: turned(merge, contents)
        ).written()
        let (beforeBoth, isWhole) = merge.resultHoldingBase(shape: recordShape)
        let marked = marked(ours, theirs, base: self.content(in: beforeBoth))
        return SectionMerge(
            .fields, ours, marked: marked, conflicts: merge.conflicts, check: merge.check,
            // A person gets to see both texts.
            notices: notices(
                comments.missing(in: [ours, theirs].compactMap(\.self), shownIn: marked)),
            value: result,
            before: isWhole ? text(saying: self.content(in: beforeBoth), like: ours) : nil)
    }

    /// Merges line by line, as git does by itself.
    func byLines(because diagnostic: Diagnostic) -> SectionMerge {
        guard let ours = texts.ours, let theirs = texts.theirs else {
            // Taken away by one side, changed by the other one.
            return SectionMerge(
                .lines(why: diagnostic), texts.ours, marked: texts.ours ?? texts.theirs,
                notices: [diagnostic])
        }
        let merge = LineMerge(base: texts.base ?? [], ours: ours, theirs: theirs)
        let text = merge.merged ?? merge.text(markers)
        return SectionMerge(
            .lines(why: diagnostic), merge.merged ?? ours, marked: merge.isClean ? nil : text,
            notices: [diagnostic] + notices(CommentCheck(texts).missing(inLinesOf: text)))
    }
}

extension SectionMerging {
    /// What a file holds that has nothing but comments in it, or is to begin.
    private var empty: Value { if case .list = shape { [] } else { [:] } }

    private var recordShape: Shape {
        section.map { .mapping([$0: shape], others: .any) } ?? shape
    }

    private func record(_ content: Value?) -> Value {
        guard let section else { return content ?? [:] }
        var mapping = Mapping()
        mapping[section] = content
        return .mapping(mapping)
    }

    private func content(in record: Value) -> Value? {
        guard let section else { return record }
        return record[section]
    }

    /// Reads a text; one in which a key is there twice counts as unreadable, because its second
    /// value would get lost.
    private func content(of bytes: [UInt8]?, side: String) throws(Failure) -> Value? {
        guard let bytes else { return nil }
        do throws(Diagnostic) {
            let text = try YAMLReader().read(bytes, file: file, shapes: shapes)
            if let diagnostic = text.diagnostics.first { throw diagnostic }
            return text.value == .null ? empty : text.value
        } catch {
            throw .unreadable(
                Diagnostic(
                    .mergeUnreadable,
                    "The file was merged line by line, because \(side) cannot be read: "
                        + error.message,
                    severity: .warning, hint: error.hint ?? "Look at the result before you commit",
                    location: SourceLocation(
                        file: file, line: error.location?.line ?? 1,
                        column: error.location?.column ?? 1)))
        }
    }

    /// The result that holds theirs where ours and theirs disagree, in the order of ours.
    private func turned(
        _ merge: Merge, _ contents: (Value?, Value?, Value?)
    ) -> Value? {
        let base = contents.0 ?? (contents.1 != nil && contents.2 != nil ? empty : nil)
        let turned = Merge(
            base: record(base), ours: record(contents.2), theirs: record(contents.1),
            shape: recordShape)
        let difference = Diff(from: merge.result, to: turned.result, shape: recordShape)
        // The difference fits what it was made from, so there is nothing to be said.
        let result = try? difference.applied(to: merge.result)
        return content(in: result ?? turned.result)
    }

    /// The text in which a person sees both sides of each conflict; `base` is what the file would
    /// say if nobody had touched those fields.
    private func marked(
        _ ours: [UInt8]?, _ theirs: [UInt8]?, base: Value?
    ) -> [UInt8]? {
        guard let one = ours, let other = theirs else { return ours ?? theirs }
        let oldest = markers.style == .merge ? [] : text(saying: base, like: one) ?? []
        let marked = markers.text(base: oldest, ours: one, theirs: other)
        guard marked == one else { return marked }
        // They differ in nothing that lines show; what git shows is better than nothing.
        let lines = LineMerge(base: texts.base ?? [], ours: one, theirs: texts.theirs ?? [])
        return lines.text(markers)
    }

    /// A text edited to say something else, nil where it cannot.
    private func text(saying value: Value?, like bytes: [UInt8]?) -> [UInt8]? {
        guard let value, let bytes else { return nil }
        return try? YAMLEditor().edited(
            bytes, by: [FieldEdit(.root, value)], shape: shape, file: file)
    }

    private func notices(_ comments: [String]) -> [Diagnostic] {
        comments.map { comment in
            Diagnostic(
                .mergeComment,
                "A comment found no place in the merged file: \(comment.prefix(200))",
                severity: .warning, hint: "Write it where it belongs now",
                location: SourceLocation(file: file))
        }
    }
}

extension Merge {
    /// The result with the value of the base where the sides disagree; `isWhole` tells whether
    /// each conflict could be found again in the result.
    fileprivate func resultHoldingBase(shape: Shape) -> (value: Value, isWhole: Bool) {
        conflicts.reduce((result, true)) { before, conflict in
            guard before.0.value(at: conflict.path, shape: shape) == conflict.ours,
                let value = before.0.setting(conflict.path, to: conflict.base, shape: shape)
            else { return (before.0, false) }
            return (value, before.1)
        }
    }
}

extension Diagnostic.Code {
    static let mergeUnreadable: Self = "merge.unreadable"
    static let mergeComment: Self = "merge.comment"
}
