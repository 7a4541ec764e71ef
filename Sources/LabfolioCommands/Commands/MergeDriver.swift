internal import Formats
internal import Git
internal import Merging
internal import ProfileStore
internal import RecordModel

extension CommandDescription {
    /// Describes `labfolio git merge-driver`.
    static let mergeDriver = CommandDescription(
        name: "git merge-driver", summary: "Merge one file field by field, as git asks for it",
        discussion: """
            git runs this in a store where labfolio git install has set it up. The result is \
            written over OURS; the exit status is 1 if a person has to decide something, which \
            stands between conflict markers then. The schemas of the work tree say how entries \
            are told apart. A file that cannot be read as YAML is merged line by line.
            """,
        operands: [
            Operand(name: "BASE", summary: "The file before both sides", completion: .files),
            Operand(name: "OURS", summary: "Our file; the result goes here", completion: .files),
            Operand(name: "THEIRS", summary: "Their file", completion: .files),
            Operand(
                name: "MARKER-SIZE", summary: "The length of markers (default: 7)",
                count: .optional),
            Operand(
                name: "PATH", summary: "Where the file stands in the store", count: .optional),
        ],
        options: [
            Option(
                name: "--store", value: "DIR", summary: "The store (default: the current folder)",
                completion: .folders)
        ],
        examples: [
            Example(
                line: "labfolio git merge-driver base.yml ours.yml theirs.yml 7 "
                    + "profiles/wanru-zhao/news.yml",
                meaning: "Merge three versions of a section by hand")
        ]
    ) { invocation throws(CommandError) in
        let files = invocation.operands.prefix(3).map(invocation.path)
        let texts = try file { () throws(FileError) in
            ThreeTexts(
                base: try FileSystem.read(files[0]), ours: try FileSystem.read(files[1]),
                theirs: try FileSystem.read(files[2]))
        }
        let path = invocation.operand(4) ?? invocation.operands[1]
        let folder = invocation.path(invocation.value("--store") ?? ".")
        var markers = ConflictMarkers(size: invocation.operand(3).flatMap(Int.init) ?? 7)
        let schemas = try schemas(in: folder, for: path, invocation.terminal)
        do throws(StoreError) {
            var merge = try SectionMerge(texts, path: path, schemas: schemas, markers: markers)
            if let marked = merge.marked {
                // Only now, because asking git costs more than merging.
                markers.style = style(in: folder)
                if markers.style != .merge {
                    merge = try SectionMerge(texts, path: path, schemas: schemas, markers: markers)
                }
                try write(merge.marked ?? marked, to: files[1])
            } else {
                try write(merge.bytes ?? [], to: files[1])
            }
            report(merge, of: path, on: invocation.terminal)
            return merge.isClean ? .fine : .findings
        } catch {
            guard case .mergeFault = error else { throw CommandError(error) }
            let lines = LineMerge(
                base: texts.base ?? [], ours: texts.ours ?? [], theirs: texts.theirs ?? [])
            try file { () throws(FileError) in
                try FileSystem.write(lines.text(markers), to: files[1])
            }
            invocation.terminal.writeError(
                "labfolio: \(VisibleText.line(error.message))\n"
                    + "    The file was merged line by line; look at it before you commit\n")
            return .findings
        }
    }

    /// Reads the schemas of the work tree; while they are being merged themselves they may be
    /// unreadable, and those that come along have to do.
    private static func schemas(
        in folder: String, for path: String, _ terminal: Terminal
    ) throws(CommandError) -> SchemaSet {
        do throws(StoreError) { return try SchemaSet(inFolder: folder) } catch {
            terminal.writeError(
                "labfolio: \(VisibleText.line(path)): the store's schemas cannot be used, so "
                    + "those of labfolio are: \(VisibleText.line(error.message))\n")
        }
        do throws(Diagnostic) { return try SchemaSet() } catch {
            throw CommandError(StoreError.rejected([error]))
        }
    }

    /// How the person wants to see conflicts, by git's configuration.
    private static func style(in folder: String) -> ConflictMarkers.Style {
        // Without a repository there is no configuration, and the merge goes on.
        guard let repository = try? Repository(discoveredFrom: folder),
            let name = try? repository.configuration("merge.conflictstyle")
        else { return .merge }
        return ConflictMarkers.Style(rawValue: name.lowercased()) ?? .merge
    }

    private static func report(_ merge: SectionMerge, of path: String, on terminal: Terminal) {
        var text = ""
        for conflict in merge.conflicts {
            text += "\(path): \(conflict.path): \(conflict.reason.sentence)\n"
        }
        for notice in merge.notices { text += "\(path): \(notice.message)\n" }
        if !text.isEmpty { terminal.writeError(VisibleText.of(text)) }
    }

    private static func write(_ bytes: [UInt8], to path: String) throws(StoreError) {
        do throws(FileError) { try FileSystem.write(bytes, to: path) } catch { throw .file(error) }
    }

    private static func file<Result>(
        _ call: () throws(FileError) -> Result
    ) throws(CommandError) -> Result {
        do throws(FileError) { return try call() } catch { throw .failure(error.description) }
    }
}
