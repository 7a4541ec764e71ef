internal import Formats
internal import Git
internal import RecordModel

/// One file that a commit adds or changes, looked at from outside: its name, what it is, its size.
struct PushedFile {
    let path: String
    let target: TreeEntry.Target
    /// Whether the path was not there before.
    let isNew: Bool
    /// Whether the first step of the path was there before.
    let isBelowKnown: Bool

    private var parts: [String] {
        path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    }

    /// Returns what is wrong with the file, nil where nothing is.
    func fault(
        rules: PushRules, in repository: Repository
    ) throws(GitError) -> Diagnostic? {
        let place = SourceLocation(file: path)
        if parts.contains(where: { FileSource.Entry(name: $0, kind: .file).isUnsafe }) {
            return Diagnostic(
                .storeUnsafeName, "A path leads out of its folder, or into git's own",
                hint: "The commit was not made by git; nobody should use it", location: place)
        }
        switch target {
        case .symlink:
            return Diagnostic(
                .storeSymbolicLink, "A symbolic link may not stand in a store",
                hint: "It could lead out of the store; put the file itself here",
                location: place)
        case .submodule:
            return Diagnostic(
                .pushSubmodule, "A submodule may not stand in a store",
                hint: "Put the files themselves here, or keep them elsewhere", location: place)
        case .blob(let id), .executable(let id):
            let size = try repository.blobSize(id)
            guard size <= rules.fileLimit else {
                return Diagnostic(
                    .pushFileTooLarge,
                    "The file has \(Self.megabytes(size)) MB; \(rules.fileLimit >> 20) are allowed",
                    hint: "Make it smaller; push/file_limit in labfolio.yml sets the limit",
                    location: place)
            }
        case .tree: break
        }
        guard isNew, let hint = layoutFault(rules) else { return nil }
        return Diagnostic(
            .pushOutside, "A store has no place for this file", hint: hint, location: place)
    }

    /// What to do about a path that is outside the layout of a store, nil where it is within.
    private func layoutFault(_ rules: PushRules) -> String? {
        let (name, depth) = (parts[parts.count - 1], parts.count)
        switch parts[0] {
        case StoreLayout.configuration: return depth == 1 ? nil : "It is a file, not a folder"
        case StoreLayout.schemas:
            let isSchema = name.hasSuffix(StoreLayout.schemaSuffix) || name.hasPrefix(".")
            return depth == 2 && (isSchema || name.hasSuffix(".md"))
                ? nil : "schema/ holds files named after sections: talks.schema.json"
        case StoreLayout.profiles:
            if depth == 2 {
                return name == "README.md" || name.hasPrefix(".")
                    ? nil : "profiles/ holds one folder a profile, and nothing else"
            }
            guard depth > 2, ProfileID(parts[1]) != nil else {
                return "The id of a profile has lower-case letters, digits and single `-`"
            }
            if depth == 3 {
                return name.hasSuffix(StoreLayout.sectionSuffix) || name.hasPrefix(".")
                    ? nil : "Files that a record refers to belong in \(parts[1])/assets/"
            }
            return parts[2] == StoreLayout.assets
                ? nil : "Files that a record refers to belong in \(parts[1])/assets/"
        default:
            return isBelowKnown || rules.allowsAtTop(parts[0])
                ? nil : "If it belongs here, add `\(parts[0])` to push/also in labfolio.yml first"
        }
    }

    /// A size in megabytes, rounded up, so that it is never the limit it exceeds.
    private static func megabytes(_ bytes: Int) -> Int { (bytes + (1 << 20) - 1) >> 20 }
}

extension Diagnostic.Code {
    static let pushSubmodule: Self = "push.submodule"
    static let pushFileTooLarge: Self = "push.file-too-large"
    static let pushOutside: Self = "push.outside"
}
