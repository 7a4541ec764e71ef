import Profiles
import RecordModel
import TestSupport
import Testing

@Suite struct ProfileTests {
    private static let rich: Record = .rich

    @Test(arguments: Record.rich.value.leafPaths)
    func `every field of a record reaches the view`(path: FieldPath) {
        let without = Record(id: Self.rich.id, value: Self.rich.value.replacing(path, with: nil))
        // An absent flag reads as false, and an absent choice as its default, so the field is
        // changed into a value that is neither.
        let other = Record(
            id: Self.rich.id, value: Self.rich.value.replacing(path, with: Self.other(at: path)))
        let view = Profile(Self.rich)
        #expect(Profile(without) != view || Profile(other) != view, "\(path)")
    }

    private static func other(at path: FieldPath) -> Value {
        switch Self.rich.value.value(at: path) {
        case .bool(let flag)?: .bool(!flag)
        case .string("obfuscated")?: "plain"
        default: "something else"
        }
    }

    @Test(arguments: Record.rich.value.leafPaths)
    func `a field of the wrong type reads as absent`(path: FieldPath) {
        let wrong: [Value] = [
            nil, [["x": 1]], ["x": []], rich(path)?.bool == nil ? true : "true", "", " \n",
        ]
        let absent = Profile(
            Record(id: Self.rich.id, value: Self.rich.value.replacing(path, with: nil)))
        for value in wrong {
            let record = Record(
                id: Self.rich.id, value: Self.rich.value.replacing(path, with: value))
            // Options are any mapping at all; the key of an entry is part of its path.
            guard !path.steps.contains("options"),
                !["id", "address", "section"].contains(path.steps.last)
            else {
                continue
            }
            #expect(Profile(record) == absent, "\(path) as \(value)")
        }
    }

    private func rich(_ path: FieldPath) -> Value? { Self.rich.value.value(at: path) }

    @Test(
        arguments: [nil, true, 1, "x", [1, "x", []], ["profile": [], "news": ["x": 1]]] as [Value])
    func `a record that is none has an empty view`(value: Value) {
        let profile = Profile(Record(id: Self.rich.id, value: value))
        #expect(profile.person.name.display.isEmpty)
        #expect(profile.news.isEmpty && profile.sections.isEmpty)
    }

    @Test func `paths lead back to the entries`() {
        let profile = Profile(Self.rich)
        #expect(profile.publications[0].path.description == "/publications/fast-sgd")
        #expect(
            profile.publications[0].authors[1].path.description
                == "/publications/fast-sgd/authors/1")
        #expect(profile.person.path.description == "/profile")
        #expect(
            profile.layoutChoices.sections[0].path.description == "/profile/layout/sections/bio")
        for entry in profile.talks {
            #expect(Self.rich.value.value(at: entry.path)?["title"] != nil)
        }
    }

    @Test func `no view holds a private note`() {
        let noted = Self.rich.value.replacing(
            FieldPath(steps: ["profile", "private_notes"]), with: "secret")
        #expect(Profile(Record(id: Self.rich.id, value: noted)) == Profile(Self.rich))
    }

    @Test func `pinned news come first, then the newest`() {
        #expect(Profile(Self.rich).news.map(\.id) == ["hiring", "icml", "joined"])
    }
}
