import RecordModel

/// The files of a site that is read: the names of all, and the text of those that hold words.
///
/// A value, so that what a family's files mean can be said without a disk or a repository.
public struct SiteSource: Sendable {
    /// The paths of all files, from the site's root, in the order of their bytes.
    public let paths: [String]
    /// The text of each page and data file, with line feeds at the ends of lines.
    public let texts: [String: String]
    private let known: Set<String>

    /// Makes a site of its files.
    public init(paths: [String], texts: [String: String]) {
        self.paths = paths
        self.texts = texts
        known = Set(paths)
    }

    /// Tells whether there is a file.
    public func contains(_ path: String) -> Bool { known.contains(path) }

    /// The paths of the texts below a folder, in order.
    public func texts(in folder: String) -> [String] {
        paths.filter { $0.hasPrefix(folder + "/") && texts[$0] != nil }
    }

    /// The keys of a YAML file, as far as it can be read; none for a file that is not there.
    func mapping(_ path: String) -> Mapping { LenientYAML.mapping(texts[path] ?? "").mapping }

    /// Tells whether the site has a folder.
    public func hasFolder(_ folder: String) -> Bool {
        paths.contains { $0.hasPrefix(folder + "/") }
    }
}
