internal import Formats
internal import RecordModel

/// The section files that findings lead to, each read once.
struct SectionPlaces {
    let reader: ProfileReader
    private var sections: [String: Section?] = [:]

    /// A section file with the places of its fields.
    private struct Section {
        let bytes: [UInt8]
        let text: ParsedText
        let shape: Shape
    }

    init(reader: ProfileReader) { self.reader = reader }

    /// Returns a finding about a field of a record with its place, and those that it names.
    mutating func located(
        _ diagnostic: Diagnostic, in id: ProfileID
    ) throws(StoreError) -> Diagnostic {
        var result = diagnostic
        if result.location == nil, let path = result.path,
            let found = try place(of: path, in: id, key: result.isAboutKey)
        {
            (result.location, result.line) = found
        }
        for index in result.related.indices {
            let related = result.related[index]
            let owner = related.profile.flatMap(ProfileID.init) ?? id
            result.related[index].profile = owner.text
            guard related.location == nil, let path = related.path,
                let found = try place(of: path, in: owner, key: false)
            else { continue }
            (result.related[index].location, result.related[index].line) = found
        }
        return result
    }

    private mutating func place(
        of path: FieldPath, in id: ProfileID, key: Bool
    ) throws(StoreError) -> (SourceLocation, String?)? {
        guard let name = path.steps.first, let section = try section(name, of: id) else {
            return nil
        }
        let inner = FieldPath(steps: Array(path.steps.dropFirst()))
        let location = section.text.sourceMap.location(
            of: inner, in: section.text.value, shape: section.shape, key: key)
        return (location, SourceLine.text(of: location.line, in: section.bytes))
    }

    private mutating func section(
        _ name: String, of id: ProfileID
    ) throws(StoreError) -> Section? {
        let file = StoreLayout.file(of: name, in: id)
        if let known = sections[file] { return known }
        var section: Section?
        if let bytes = try reader.sectionBytes(name, of: id) {
            let shape = reader.schemas.recordShape.shape(ofKey: name)
            // A file that cannot be read has that finding already.
            let text = try? YAMLReader().read(bytes, file: file, shape: shape)
            section = text.map { Section(bytes: bytes, text: $0, shape: shape) }
        }
        sections[file] = .some(section)
        return section
    }
}

extension Diagnostic {
    /// Returns a finding about a field of a text with its place, and those of what it names.
    func located(in sourceMap: SourceMap, of value: Value, shape: Shape) -> Diagnostic {
        var result = self
        result.location = sourceMap.location(
            of: path ?? .root, in: value, shape: shape, key: isAboutKey)
        for index in related.indices {
            result.related[index].location = sourceMap.location(
                of: related[index].path ?? .root, in: value, shape: shape)
        }
        return result
    }

    /// Returns the finding with the lines of a text that it points into.
    func quoting(_ bytes: [UInt8]) -> Diagnostic {
        var result = self
        if let location { result.line = SourceLine.text(of: location.line, in: bytes) }
        for index in related.indices {
            guard let location = related[index].location else { continue }
            result.related[index].line = SourceLine.text(of: location.line, in: bytes)
        }
        return result
    }
}
