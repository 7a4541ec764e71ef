/// What the items below a heading are.
public enum SectionKind: String, Hashable, Sendable, CaseIterable {
    /// What happened when.
    case news
    /// Papers, books, patents, preprints.
    case publications
    /// Jobs and internships.
    case positions
    /// Degrees and schools.
    case education
    /// Prizes, scholarships, grants.
    case awards
    /// Reviewing, organizing, editing.
    case service
    /// Courses.
    case teaching
    /// Talks given.
    case talks
    /// Projects, software, data sets.
    case projects
    /// Who this is, in sentences.
    case bio
    /// What the person works on.
    case interests
    /// Addresses, telephones, e-mails.
    case contact
    /// What the person can do.
    case skills
    /// Known to be none of these: visitors' maps, hobbies, students.
    case other
}
