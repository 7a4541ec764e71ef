internal import RecordModel

extension Layout.Input {
    /// The input for what the lab's site shows of nobody in particular: it has a language, and the
    /// members that texts are linked to.
    init(shownIn language: String, members: [String: Layout.Member] = [:]) {
        guard let id = ProfileID("lab") else { preconditionFailure("`lab` is a slug") }
        self.init(
            record: Record(id: id, value: ["profile": ["language": .string(language)]]),
            members: members)
        lab = LabPlaces()
    }
}
