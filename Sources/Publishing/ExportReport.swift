public import RecordModel

/// What an export of one profile did, or would do.
public struct ExportReport: Sendable {
    /// The profile.
    public let profile: ProfileID
    /// The name of the layout.
    public let layout: String
    /// The number of files that the export consists of.
    public var files = 0
    /// The number of files that were written because they were missing or different.
    public var written = 0
    /// The number of files that were there already, byte for byte.
    public var unchanged = 0
    /// The number of files of others that stand where files of the export would, and stay.
    public var kept = 0
    /// The number of files of an earlier export that were removed.
    public var deleted = 0
    /// The number of files of others that were given back without our fields.
    public var returned = 0
    /// Whether the homepage was taken away, because the store no longer has the profile.
    public var isTakenAway = false
    /// The number of fields that the layout cannot show.
    public var unshown = 0
    /// Whether another day would show something else.
    var isDated = false
    /// What the layout cannot show, and what stood in the way.
    public var diagnostics: [Diagnostic] = []

    /// Whether nothing was written because something stood in the way.
    public var isRefused: Bool { diagnostics.contains { $0.severity == .error } }

    init(profile: ProfileID, layout: String) {
        self.profile = profile
        self.layout = layout
    }
}
