internal import Formats
internal import Layouts
internal import RecordModel

/// What lies in a folder of homepages beside those that the store says.
struct SiteSurvey {
    /// A homepage that is not to be there any more.
    struct Site {
        /// The name of the profile's folder.
        let name: String
        /// The profile's folder.
        let path: String
        /// The folder of the homepage: that one, or with `--by-layout` one in it.
        let folder: String
        /// The layout that the profile has now; nil where the store has no such profile.
        let layout: String?
    }

    /// The homepages of profiles that are gone, and those in layouts that profiles have no longer.
    private(set) var sites: [Site] = []
    /// The folders of runs that did not come to their end.
    private(set) var unfinished: [String] = []
    /// The names of the folders with homepages of other stores, by what those are called.
    private(set) var foreign: [String: [String]] = [:]
    private let store: String?

    /// Looks through a folder.
    ///
    /// Why only sites of this store are found: a folder can hold those of several, and the lab's
    /// own site as well; who prunes it means their own people.
    ///
    /// - Parameters:
    ///   - folder: The folder that holds a folder for each profile.
    ///   - ids: The profiles that the store has.
    ///   - store: What the store is called.
    ///   - layouts: The layout that each of the profiles has, where homepages lie by layout.
    /// - Throws: What cannot be looked at.
    init(
        of folder: String, besides ids: [ProfileID], store: String?,
        layouts: [String: String] = [:]
    ) throws(FileError) {
        self.store = store
        guard let path = FileSystem.resolved(folder),
            case .folder? = try FileSystem.kind(at: path)
        else { return }
        let known = Set(ids.map(\.text))
        for name in try FileSystem.names(in: path) {
            let isKnown = known.contains(name)
            guard !isKnown || layouts[name] != nil else { continue }
            let inner = path + "/" + name
            guard case .folder? = try FileSystem.kind(at: inner) else { continue }
            if !isKnown, FileSystem.isUnfinished(name) {
                unfinished.append(inner)
                continue
            }
            if !isKnown { try look(at: inner, name: name, path: inner, layout: nil) }
            for layout in Layout.all.map(\.name) where layout != layouts[name] {
                let folder = inner + "/" + layout
                guard case .folder? = try FileSystem.kind(at: folder) else { continue }
                try look(at: folder, name: name, path: inner, layout: layouts[name])
            }
        }
    }

    /// Takes a folder down if it is a homepage.
    private mutating func look(
        at folder: String, name: String, path: String, layout: String?
    ) throws(FileError) {
        let file = folder + "/" + Manifest.path
        guard try FileSystem.kind(at: file) != nil else { return }
        // A manifest that cannot be used is said when the homepage is to be taken away.
        if let bytes = try? FileSystem.read(file),
            let manifest = try? Manifest(reading: bytes, at: file)
        {
            guard !manifest.isLab else { return }
            guard manifest.store == store else {
                foreign[manifest.store ?? "", default: []].append(name)
                return
            }
        }
        sites.append(Site(name: name, path: path, folder: folder, layout: layout))
    }
}
