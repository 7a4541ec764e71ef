internal import Profiles
internal import RecordModel

/// Where the lab's own site shows what the page of one of its members leads to.
struct LabPlaces: Hashable, Sendable {
    /// The name of the lab, nil where the page is about no member.
    var name: String?
    /// The person's page, relative to the root of the site.
    var page = ""
    /// The page of the person's publications.
    var papers = ""
    /// The key of the work that each publication of the person belongs to, by the id of its entry.
    var works: [String: String] = [:]

    /// The key of the work that a publication belongs to.
    func key(of paper: Publication) -> String { works[paper.id] ?? paper.id }

    /// The path under which the site shows an entry.
    func path(of entry: FieldPath) -> FieldPath {
        guard entry.steps.first == PlainPart.papers, entry.steps.count > 1,
            let work = works[entry.steps[1]]
        else { return entry }
        return FieldPath(steps: [PlainPart.papers, work])
    }
}
