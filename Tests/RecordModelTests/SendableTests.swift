import RecordModel
import Testing

/// Says at compile time that the model's values may go from one task to another.
@Suite struct SendableTests {
    private func isSendable<Model: Sendable>(_ type: Model.Type) -> Bool { true }

    @Test func `all values of the model are sendable`() {
        #expect(isSendable(Value.self))
        #expect(isSendable(Mapping.self))
        #expect(isSendable(Mapping.Entry.self))
        #expect(isSendable(Number.self))
        #expect(isSendable(FieldPath.self))
        #expect(isSendable(RecordModel.SourceLocation.self))
        #expect(isSendable(Diagnostic.self))
        #expect(isSendable(Record.self))
        #expect(isSendable(ProfileID.self))
        #expect(isSendable(Shape.self))
        #expect(isSendable(ListRule.self))
    }
}
