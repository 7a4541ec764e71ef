internal import Formats
internal import ProfileStore

/// A hook that labfolio puts into a repository: a short script that runs one of its commands.
struct GitHook {
    /// The name by which git knows the hook.
    let name: String
    /// The command that it runs.
    let command: String
    /// What it does, in one sentence.
    let purpose: String
    /// What to say where labfolio is not there.
    let advice: String

    /// The hooks of a store with a work tree.
    static let all = [
        GitHook(
            name: "pre-commit", command: "labfolio hook pre-commit",
            purpose: "Checks the profiles that are staged, and stops a commit with errors.",
            advice: "git commit --no-verify commits without the check.")
    ]

    /// The hooks of a bare store, to which people push.
    static let server = [
        GitHook(
            name: "pre-receive", command: "labfolio hook pre-receive",
            purpose: "Checks what is pushed, and refuses what is not valid or not allowed.",
            advice:
                "Who looks after this server has to install it; nothing can be pushed till then.")
    ]

    /// The hooks of a store.
    static func hooks(of store: Store) -> [GitHook] { store.isBare ? server : all }

    /// What became of a hook.
    enum Outcome {
        /// It was written.
        case installed
        /// It was ours already and is as it should be.
        case unchanged
        /// It is somebody else's and runs our command.
        case chained
        /// It is somebody else's, and was left alone.
        case foreign
        /// It was ours and is gone.
        case removed
        /// There was nothing to remove.
        case absent
    }

    /// By this line a hook is known as ours.
    private static let mark = "# Written by `labfolio git install`"

    private var script: String {
        """
        #!/bin/sh
        \(Self.mark); `labfolio git uninstall` removes it.
        # \(purpose)
        if ! command -v labfolio >/dev/null 2>&1; then
            echo "labfolio is not on the PATH, so nothing was checked." >&2
            echo "\(advice)" >&2
            exit 1
        fi
        exec \(command)

        """
    }

    /// Writes the hook into a folder, unless somebody else's is there.
    func install(in folder: String) throws(FileError) -> Outcome {
        let path = folder + "/" + name
        if let text = try text(at: path) {
            guard text.contains(Self.mark) else { return isRun(by: text) ? .chained : .foreign }
            if text == script { return .unchanged }
        }
        try FileSystem.makeFolder(folder)
        try FileSystem.write(Array(script.utf8), to: path, isExecutable: true)
        return .installed
    }

    /// Removes the hook from a folder, if it is ours.
    func uninstall(from folder: String) throws(FileError) -> Outcome {
        let path = folder + "/" + name
        guard let text = try text(at: path) else { return .absent }
        guard text.contains(Self.mark) else { return isRun(by: text) ? .chained : .absent }
        try FileSystem.remove(path)
        return .removed
    }

    private func text(at path: String) throws(FileError) -> String? {
        do throws(FileError) {
            let bytes = try FileSystem.read(path, limit: 1 << 20, links: .follow)
            return String(decoding: bytes, as: UTF8.self)
        } catch {
            if error.code == .notFound { return nil }
            // A program, or a folder: somebody else's in any case.
            if case .tooLarge = error.code { return "" }
            throw error
        }
    }

    /// Tells whether a script runs our command, in a line that is no comment.
    private func isRun(by text: String) -> Bool {
        text.split(separator: "\n").contains { line in
            line.first { $0 != " " && $0 != "\t" } != "#" && line.contains(command)
        }
    }
}
