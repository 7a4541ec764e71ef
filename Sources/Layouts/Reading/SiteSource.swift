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
    private let files: SiteFiles

    /// Makes a site of its files.
    public init(paths: [String], texts: [String: String]) {
        self.paths = paths
        self.texts = texts
        known = Set(paths)
        files = SiteFiles(paths.filter { texts[$0] == nil })
    }

    /// Tells whether there is a file.
    public func contains(_ path: String) -> Bool { known.contains(path) }

    /// The paths of the texts below a folder, in order.
    public func texts(in folder: String) -> [String] {
        paths.filter { $0.hasPrefix(folder + "/") && texts[$0] != nil }
    }

    /// The paths of the pages in the folder of a collection, in order, without those that Jekyll
    /// leaves out for their names: drafts and samples in files and folders such as `_defaults`.
    public func pages(in folder: String) -> [String] {
        texts(in: folder).filter { path in
            path.dropFirst(folder.count).split(separator: "/").allSatisfy { name in
                name.first.map { !"._#~".contains($0) } ?? true
            }
        }
    }

    /// The path in a profile of the file that a page refers to; nil where the site has none.
    ///
    /// - Parameters:
    ///   - address: The address as it is written.
    ///   - folders: The folders against which it may be read.
    /// - Returns: A path that begins with `assets/`.
    public func asset(at address: String, in folders: [String] = [""]) -> String? {
        files.asset(at: address, in: folders)
    }

    /// The paths in a profile of the files that a text refers to.
    ///
    /// - Parameters:
    ///   - text: Markdown or HTML.
    ///   - page: The page it stands on.
    /// - Returns: Paths that begin with `assets/`.
    public func assets(in text: String, on page: String) -> Set<String> {
        files.assets(in: text, on: page)
    }

    /// The path in the site of a file that has a path in the profile.
    public func path(ofAsset asset: String) -> String? { files.path(of: asset) }

    /// The keys of a YAML file, as far as it can be read; none for a file that is not there.
    func mapping(_ path: String) -> Mapping { LenientYAML.mapping(texts[path] ?? "").mapping }

    /// Tells whether the site has a folder.
    public func hasFolder(_ folder: String) -> Bool {
        paths.contains { $0.hasPrefix(folder + "/") }
    }
}
