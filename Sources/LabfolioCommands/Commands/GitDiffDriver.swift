internal import Formats
internal import JSONSchema
internal import Merging
internal import ProfileStore
internal import RecordModel

extension CommandDescription {
    /// Describes `labfolio git diff-driver`.
    static let gitDiffDriver = CommandDescription(
        name: "git diff-driver", summary: "List the fields of a file, as git does to compare it",
        discussion: """
            With one FILE: prints a line a field, by which git diff, git log -p and git show find \
            fields that changed instead of lines that moved; labfolio git install sets this up. A \
            file that cannot be read is printed as it is. With the seven words that git hands to \
            an external diff program: prints what changed as labfolio diff does.
            """,
        operands: [
            Operand(
                name: "FILE", summary: "The file, or what git hands to an external diff program",
                count: .some, completion: .files)
        ],
        options: [.store],
        examples: [
            Example(
                line: "labfolio git diff-driver profiles/wanru-zhao/news.yml",
                meaning: "What git compares of this file"),
            Example(
                line: "GIT_EXTERNAL_DIFF='labfolio git diff-driver' git diff",
                meaning: "What is not committed yet, in sentences"),
        ]
    ) { invocation throws(CommandError) in
        let words = invocation.operands
        // Of a file with conflicts git hands over the path alone.
        if words.count == 1 {
            let bytes = try invocation.comparedFile(words[0]) ?? []
            _ = invocation.terminal.write(
                try invocation.listing(of: words[0], bytes)
                    ?? String(decoding: bytes, as: UTF8.self))
            return .fine
        }
        guard words.count >= 7 else {
            throw .usage(
                "git hands over one file, or seven words or more",
                hint: "labfolio diff compares two states of a store")
        }
        let path = words[0]
        _ = invocation.terminal.write("diff --labfolio \(VisibleText.line(path))\n")
        let (before, after) = (
            try invocation.comparedFile(words[1]), try invocation.comparedFile(words[4])
        )
        guard let text = try invocation.sentences(path, from: before, to: after) else {
            _ = invocation.terminal.write(
                "This cannot be compared by its fields; git diff --no-ext-diff shows its lines.\n\n"
            )
            return .fine
        }
        _ = invocation.terminal.write(text)
        return .fine
    }
}

extension Invocation {
    /// The largest file that is looked at; git calls it off where the driver fails.
    private static let fileLimit = 64 << 20

    /// As much of a file as a section may hold.
    private static let sectionLimit = 8 << 20

    /// Returns the bytes of a file that git names, nil for one that is not there on its side.
    fileprivate func comparedFile(_ name: String) throws(CommandError) -> [UInt8]? {
        guard name != "/dev/null" else { return nil }
        do throws(FileError) {
            return try FileSystem.read(path(name), limit: Self.fileLimit, links: .follow)
        } catch {
            throw .failure(error.description)
        }
    }

    /// Returns the fields of a file, nil where it is no section or cannot be read.
    fileprivate func listing(of file: String, _ bytes: [UInt8]) throws(CommandError) -> String? {
        guard bytes.count <= Self.sectionLimit, let section = ComparedSection(file: file, bytes)
        else { return nil }
        let schemas = try comparedSchemas([section.name])
        guard let schema = section.schema(in: schemas), let value = section.value(bytes, schema)
        else { return nil }
        let prefix = section.isStore ? "" : section.name
        return FieldListing(section: prefix, schema: schema).text(value)
    }

    /// Returns what changed between two versions of a section file, nil where it is none or one of
    /// them cannot be read.
    fileprivate func sentences(
        _ file: String, from before: [UInt8]?, to after: [UInt8]?
    ) throws(CommandError) -> String? {
        guard let section = ComparedSection(file: file, after ?? before ?? []), !section.isStore
        else { return nil }
        let schemas = try comparedSchemas([section.name, Record.personSection])
        guard let schema = section.schema(in: schemas) else { return nil }
        var records: [Value] = []
        for bytes in [before, after] {
            var record = Mapping()
            if let bytes {
                guard let value = section.value(bytes, schema) else { return nil }
                record[section.name] = value
            }
            records.append(.mapping(record))
        }
        let diff = ProfileDiff(
            id: section.profile,
            diff: Diff(from: records[0], to: records[1], shape: schemas.recordShape),
            before: Record(id: section.profile, value: records[0]),
            after: Record(id: section.profile, value: records[1]))
        let text = DiffText(style: Style(isOn: terminal.usesColor), width: terminal.width)
        guard !diff.diff.isEmpty else { return "No field changed.\n\n" }
        return DiffReport([diff], schemas: schemas).profiles.map(text.text).joined()
    }

    /// The schemas of the store that git works in; those of the tool where there is none.
    private func comparedSchemas(_ sections: Set<String>) throws(CommandError) -> SchemaSet {
        do throws(CommandError) {
            let store = try store()
            return try CommandError.store { () throws(StoreError) in
                try ComparedState(store.defaultRevision, of: store).schemas(for: sections)
            }
        } catch {
            // What git shows must not depend on whether the store is in order.
            guard let schemas = try? SchemaSet(only: sections) else { throw error }
            return schemas
        }
    }
}

/// Which section a file holds, as far as its name or its first line says.
private struct ComparedSection {
    let name: String
    let profile: ProfileID
    /// Whether it is `labfolio.yml`.
    var isStore: Bool { name == "labfolio" }

    init?(file: String, _ bytes: [UInt8]) {
        let parts = file.split(separator: "/")
        guard let last = parts.last, last.hasSuffix(".yml") else { return nil }
        // Older versions of git put a text of their own in front of the name of a copy.
        let base = last.dropLast(4).split(separator: "_").last ?? ""
        let folder = parts.dropLast().last.map(String.init) ?? ""
        guard let profile = ProfileID(folder) ?? ProfileID("profile") else { return nil }
        name = Self.modeline(bytes) ?? String(base)
        self.profile = profile
    }

    /// The section that the line for editors names: `$schema=../../schema/news.schema.json`.
    private static func modeline(_ bytes: [UInt8]) -> String? {
        let line = bytes.prefix { $0 != UInt8(ascii: "\n") }
        guard line.count < 300, line.starts(with: "# yaml-language-server:".utf8) else {
            return nil
        }
        let text = String(decoding: line, as: UTF8.self).trimmed
        guard text.hasSuffix(".schema.json") else { return nil }
        return text.dropLast(".schema.json".count).split(separator: "/").last.map(String.init)
    }

    func schema(in schemas: SchemaSet) -> Schema? {
        isStore ? schemas.store : schemas.sections[name]
    }

    func value(_ bytes: [UInt8], _ schema: Schema) -> Value? {
        // A file that cannot be read is compared as it is.
        guard let value = try? YAMLReader().read(bytes, file: name, shape: schema.shape).value
        else { return nil }
        return value == .null && name != Record.personSection ? .list([]) : value
    }
}
