internal import Layouts
internal import ProfileStore
internal import RecordModel

/// The records of a lab as its site shows them, read one at a time.
struct LabRecords {
    let snapshot: Snapshot
    let reader: ProfileReader
    /// The errors of the records; with one of them there is no site.
    private(set) var errors: [Diagnostic] = []
    private(set) var assets = LabAssets()
    /// Where the files of each profile go.
    private var places: [ProfileID: [String: String]] = [:]

    init(snapshot: Snapshot, reader: ProfileReader) {
        self.snapshot = snapshot
        self.reader = reader
    }

    /// Reads all records for the first time and returns the site that they make.
    mutating func site(_ progress: () -> Void) throws(ExportError) -> LabSite {
        let day = try ExportError.store { () throws(StoreError) in try snapshot.day() }
        var index = LabIndex(
            settings: LabSettings(configuration: snapshot.configuration, day: day))
        for id in snapshot.profileIDs {
            let found = try ExportError.store { () throws(StoreError) in try reader.profile(id) }
            progress()
            guard let profile = found else { continue }
            guard !profile.hasErrors else {
                errors += profile.diagnostics.filter { $0.severity == .error }
                continue
            }
            places[id] = try assets.add(profile, reader: reader)
            index.add(try record(of: profile))
        }
        return LabSite(index)
    }

    /// Reads a record again.
    func record(_ id: ProfileID) throws(ExportError) -> Record? {
        let found = try ExportError.store { () throws(StoreError) in try reader.profile(id) }
        guard let profile = found else { return nil }
        return try record(of: profile)
    }

    private func record(of profile: StoredProfile) throws(ExportError) -> Record {
        let shown = try Exporter.shownValue(of: profile, reader: reader)
        return Record(
            id: profile.id,
            value: LabAssets.relocated(
                shown, places[profile.id] ?? [:], schemas: reader.schemas))
    }
}
