/// Another place that a diagnostic speaks of, such as the other entry with the same id.
public struct RelatedPlace: Hashable, Sendable {
    /// What is there, in a few words: "the other entry with this id".
    public var message: String
    /// The id of the profile that the place is in.
    public var profile: String?
    /// The field, from the root of that profile's record.
    public var path: FieldPath?
    /// Where in a file the place is.
    public var location: SourceLocation?
    /// The line that the place is on, without its line break.
    public var line: String?

    /// Names a place.
    public init(
        _ message: String, profile: String? = nil, path: FieldPath? = nil,
        location: SourceLocation? = nil
    ) {
        self.message = message
        self.profile = profile
        self.path = path
        self.location = location
    }
}
