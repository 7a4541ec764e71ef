public import RecordModel

/// One profile as it was read: its record, its assets, and what is wrong with its files.
public struct StoredProfile: Sendable {
    /// The record; sections that could not be read are missing.
    public let record: Record
    /// The files that the record may refer to, as `assets/photo.jpg`, in the order of their names.
    public let assets: [String]
    /// The findings about the files, by place.
    public let diagnostics: [Diagnostic]

    /// Whose profile it is.
    public var id: ProfileID { record.id }

    /// Whether a finding forbids to use the profile.
    public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}
