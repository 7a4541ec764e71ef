internal import Formats
internal import ProfileStore
internal import RecordModel

extension Exporter {
    /// Returns a hash of all that homepages are made from besides the files of their profiles, and
    /// of what decides where they go: the build of labfolio, which holds the layouts and the
    /// schemas that come with it; the store's own schemas; what `labfolio.yml` says of homepages;
    /// the options; the theme.
    func key(
        snapshot: Snapshot, place: StoreExport.Place, layout: String?, build: String
    ) throws(ExportError) -> ContentHash {
        var key = ContentHash()
        key.combine(build)
        key.combine(snapshot.schemaHash)
        for name in ["language", "default_layout"] {
            key.combine(snapshot.configuration[name]?.string ?? "\u{0}")
        }
        // A manifest names the tree of a record in a commit, and none of one in a work tree.
        key.combine(snapshot.commitID == nil ? "files" : "commit")
        // What shows today may not have shown yesterday.
        let day = try ExportError.store { () throws(StoreError) in try snapshot.day() }
        key.combine(day.map { $0.description } ?? "\u{0}")
        key.combine(layout ?? "\u{0}")
        key.combine("\(options.foreignFiles) \(place.isFlat) \(place.isByLayout)")
        key.combine(options.version)
        key.combine(options.store ?? "\u{0}")
        if let theme = options.theme {
            key.combine(theme)
            key.combine(try ThemeCheckout.state(of: theme).description)
        }
        return key
    }
}
