/// The assembled structured value of one profile: section name → content.
public struct Record: Hashable, Sendable {
    /// The section that every profile has: the person.
    public static let personSection = "profile"

    /// Whose record this is.
    public let id: ProfileID
    /// The sections, each under its name.
    public var value: Value

    /// Makes a record.
    public init(id: ProfileID, value: Value) {
        self.id = id
        self.value = value
    }
}
