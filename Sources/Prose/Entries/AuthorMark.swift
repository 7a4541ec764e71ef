/// What a sign after an author's name says.
public enum AuthorMark: String, Hashable, Sendable, CaseIterable {
    /// Contributed as much as the others with this sign.
    case equal
    /// The author to write to.
    case corresponding
    /// Leads the project.
    case lead
    /// Something that a record has no field for: first author, a student, an affiliation.
    case other
}
