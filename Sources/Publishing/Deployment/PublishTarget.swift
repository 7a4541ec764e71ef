internal import Formats
internal import Layouts
public import ProfileStore
public import RecordModel

/// Where one homepage is published: a folder on a branch of a repository, as `targets` in
/// `labfolio.yml` says.
public struct PublishTarget: Hashable, Sendable {
    /// Whose homepage it is.
    public let profile: ProfileID
    /// The repository, as it was typed.
    public let repository: String
    /// What git takes for it: a path is absolute here.
    public let address: String
    /// The branch that the site is built from.
    public let branch: String
    /// The folder within the repository; empty where the site is at its top.
    public let folder: String

    /// The repository, the branch and the folder in one line, without a password that the address
    /// may hold.
    public var description: String {
        Self.withoutPassword(repository) + " " + branch + (folder.isEmpty ? "" : " " + folder + "/")
    }

    /// A file of the homepage as findings name it.
    func place(of file: String) -> String { site + "/" + file }

    /// The folder of the homepage as findings name it.
    var site: String {
        Self.withoutPassword(repository) + " " + branch + (folder.isEmpty ? "" : "/" + folder)
    }

    private static func withoutPassword(_ address: String) -> String {
        guard let scheme = address.firstRange(of: "://") else { return address }
        let rest = address[scheme.upperBound...]
        let authority = rest.prefix { $0 != "/" }
        guard let at = authority.lastIndex(of: "@"),
            let colon = authority[..<at].firstIndex(of: ":")
        else { return address }
        return address[..<scheme.upperBound] + authority[..<colon] + ":…" + rest[at...]
    }

    /// Takes a target; nil where it could mean something else to git than a place.
    ///
    /// - Parameters:
    ///   - profile: Whose homepage it is.
    ///   - repository: What a person would push to; a path is meant from `home`.
    ///   - branch: The branch.
    ///   - folder: The folder within the repository.
    ///   - home: The folder of the store.
    init?(
        profile: ProfileID, repository: String, branch: String, folder: String, from home: String
    ) {
        // In front of an argument these would be an option, a forced push, or another reference.
        guard !repository.isEmpty, !repository.hasPrefix("-"), !branch.isEmpty,
            !branch.contains(where: { ":+*?[^~\\ ".contains($0) }), !branch.hasPrefix("-"),
            !(repository + branch).unicodeScalars.contains(where: { $0.value < 0x20 }),
            folder.isEmpty || TargetPath(folder) != nil
        else { return nil }
        self.profile = profile
        self.repository = repository
        self.branch = branch
        self.folder = folder
        address = Self.isPath(repository) ? Self.absolute(repository, from: home) : repository
    }

    /// Tells a path from an address, as git does: a colon before the first slash is an address.
    private static func isPath(_ repository: String) -> Bool {
        let head = repository.prefix { $0 != "/" }
        return repository.hasPrefix("/") || !head.contains(":")
    }

    /// Returns the path that git would open: `x` may also be `x/.git` or `x.git`.
    private static func absolute(_ path: String, from home: String) -> String {
        let full = path.hasPrefix("/") ? path : home + "/" + path
        for ending in ["/.git", "", ".git"] {
            if let found = FileSystem.resolved(full + ending) { return found }
        }
        return full
    }

    /// A text that is the same for addresses which surely are the same repository.
    var identity: String {
        var text = address[...]
        while text.count > 1, text.hasSuffix("/") { text.removeLast() }
        // A path is the one that git would open; servers take an address with the ending and
        // without.
        let ending = Self.isPath(repository) ? "/.git" : ".git"
        if text.hasSuffix(ending), text != ending { text.removeLast(ending.count) }
        return String(text)
    }
}

extension PublishTarget {
    /// Reads the targets of a store, in the order of the profiles' ids.
    ///
    /// - Parameters:
    ///   - snapshot: The state of the store.
    ///   - home: The folder of the store.
    /// - Returns: The targets, and what is wrong with them; an error means that nothing of it may
    ///   be published.
    public static func all(
        in snapshot: Snapshot, home: String
    ) -> (targets: [PublishTarget], findings: [Diagnostic]) {
        var targets: [PublishTarget] = []
        var findings: [Diagnostic] = []
        for entry in snapshot.configuration["targets"]?.mapping?.entries ?? [] {
            guard let id = ProfileID(entry.key), snapshot.profileIDs.contains(id) else {
                findings.append(
                    finding(
                        .publishDeparted,
                        "labfolio.yml has a target for `\(entry.key)`, but the "
                            + "store has no such profile", severity: .warning,
                        hint: "Take the homepage off the site, then remove the target",
                        at: entry.key))
                continue
            }
            let target = PublishTarget(
                profile: id, repository: entry.value["repository"]?.string ?? "",
                branch: entry.value["branch"]?.string ?? "main",
                folder: entry.value["folder"]?.string ?? "", from: home)
            guard let target else {
                findings.append(
                    finding(
                        .publishTarget, "The target of `\(id)` is no place that git could push to",
                        hint: "labfolio validate says what it has to look like", at: entry.key))
                continue
            }
            targets.append(target)
        }
        targets.sort { $0.profile < $1.profile }
        return (targets, findings + clashes(among: targets))
    }

    /// Finds the targets of two profiles that are one place.
    private static func clashes(among targets: [PublishTarget]) -> [Diagnostic] {
        var first: [[String]: ProfileID] = [:]
        var findings: [Diagnostic] = []
        for target in targets {
            let place = [target.identity, target.branch, target.folder]
            if let other = first[place] {
                findings.append(
                    finding(
                        .publishClash,
                        "`\(other)` and `\(target.profile)` have the same target: "
                            + target.description,
                        hint: "Give one of the two a `folder`, a `branch` or a repository of its "
                            + "own", at: target.profile.text))
            } else {
                first[place] = target.profile
            }
        }
        return findings
    }

    private static func finding(
        _ code: Diagnostic.Code, _ message: String, severity: Diagnostic.Severity = .error,
        hint: String, at profile: String
    ) -> Diagnostic {
        Diagnostic(
            code, message, severity: severity, hint: hint, profile: profile,
            location: SourceLocation(file: "labfolio.yml"))
    }
}

extension Diagnostic.Code {
    static let publishDeparted: Self = "publish.departed-profile"
    static let publishTarget: Self = "publish.target"
    static let publishClash: Self = "publish.same-target"
}
