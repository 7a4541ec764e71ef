public import RecordModel

extension Shape {
    /// The shape of a record of the shapes of its sections.
    public static func record(ofSections sections: [String: Shape]) -> Shape {
        .mapping(sections, others: .any)
    }
}

extension Diff {
    /// Compares two versions of a profile's record; one that is not there has no sections.
    public init(from before: Record?, to after: Record?, shape: Shape) {
        let none = Value.mapping(Mapping())
        self.init(from: before?.value ?? none, to: after?.value ?? none, shape: shape)
    }
}
