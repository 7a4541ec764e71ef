import RecordModel
import TestSupport
import Testing

@testable import ProfileStore

/// The laws of owners over generated rules and places.
@Suite struct OwnerLawTests {
    /// Rules of few words, so that many of them meet.
    static func rules(_ random: inout SeededGenerator) -> [Value] {
        (0..<Int.random(in: 0...8, using: &random)).map { _ in
            var rule = Mapping()
            rule["match"] = .string(pattern(&random))
            rule["emails"] = .list(
                ["a@x.org", "b@x.org", "c@y.org", "*@y.org"].filter { _ in
                    Bool.random(using: &random)
                }.map(Value.string))
            if Int.random(in: 0..<4, using: &random) == 0 { rule["require"] = "signed" }
            if Int.random(in: 0..<4, using: &random) == 0 {
                rule["keys"] = [.string(OwnersTests.key)]
            }
            return .mapping(rule)
        }
    }

    private static func pattern(_ random: inout SeededGenerator) -> String {
        let steps = (0..<Int.random(in: 0...4, using: &random)).map { _ in
            ["*", "a*", "ab", "b", "*b"].randomElement(using: &random) ?? "*"
        }
        let text = steps.joined(separator: "/")
        return steps.isEmpty || Int.random(in: 0..<5, using: &random) == 0 ? "/" + text : text
    }

    static func place(_ random: inout SeededGenerator) -> FieldPath {
        let start = Int.random(in: 0..<5, using: &random) == 0 ? [] : ["profiles"]
        return FieldPath(
            steps: start
                + (0..<Int.random(in: 0...4, using: &random)).map { _ in
                    ["ab", "b", "a", "cb"].randomElement(using: &random) ?? "a"
                })
    }

    static let actors: [Actor] = ["a@x.org", "b@x.org", "c@y.org", "d@y.org", "e@z.org"].flatMap {
        [
            Actor(email: $0),
            Actor(
                email: $0,
                signature: .verified(
                    [OwnersTests.key].compactMap(SigningKey.init), principal: nil)),
            Actor(email: $0, signature: .verified([], principal: $0)),
        ]
    }

    private func rights(_ rules: [Value], _ places: [FieldPath]) -> [[Bool]] {
        let owners = Owners(configuration: ["owners": .list(rules)])
        return places.map { place in Self.actors.map { owners.admit($0, at: place) } }
    }

    @Test(arguments: UInt64(0)..<2_000)
    func `the order of the rules does not count`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let rules = Self.rules(&random)
        let places = (0..<4).map { _ in Self.place(&random) }
        #expect(
            rights(rules, places) == rights(rules.shuffled(using: &random), places),
            "\(seed): \(rules)")
    }

    @Test(arguments: UInt64(0)..<2_000)
    func `one more owner of a rule takes no right away`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let rules = Self.rules(&random)
        guard let position = rules.indices.randomElement(using: &random) else { return }
        let places = (0..<4).map { _ in Self.place(&random) }
        var more = rules
        var rule = try #require(rules[position].mapping)
        rule["emails"] = .list((rule["emails"]?.list ?? []) + ["e@z.org"])
        more[position] = .mapping(rule)
        for (before, after) in zip(rights(rules, places), rights(more, places)) {
            #expect(zip(before, after).allSatisfy { !$0 || $1 }, "\(seed): \(rules)")
        }
    }

    @Test(arguments: UInt64(0)..<2_000)
    func `a rule of a place's own name decides, whatever else there is`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let place = Self.place(&random)
        // The generated rules name at most four steps, the new one as many as the place.
        let rules = Self.rules(&random).filter { rule in
            guard let pattern = rule["match"]?.string.flatMap(OwnerPattern.init) else {
                return false
            }
            return pattern.steps != place.steps && pattern.steps.count <= place.steps.count
        }
        let own = OwnersTests.rule(place.steps.isEmpty ? "/" : place.description, "e@z.org")
        let owners = Owners(configuration: ["owners": .list(rules + [own])])
        #expect(owners.rules(for: place).count == 1, "\(seed): \(place) \(rules)")
        #expect(owners.admit(Actor(email: "e@z.org"), at: place))
        #expect(!owners.admit(Actor(email: "a@x.org"), at: place))
        // And within it, where no narrower one is.
        #expect(owners.admit(Actor(email: "e@z.org"), at: place.appending("zz")))
    }

    @Test(arguments: UInt64(0)..<2_000)
    func `what no rule matches nobody may change, and a refusal names those that decide`(
        seed: UInt64
    ) {
        var random = SeededGenerator(seed: seed)
        let owners = Owners(configuration: ["owners": .list(Self.rules(&random))])
        let place = Self.place(&random)
        let matching = owners.rules.filter { $0.pattern.matches(place) }
        for actor in Self.actors {
            let refusal = owners.refusal(at: place, by: actor)
            #expect((refusal == nil) == owners.admit(actor, at: place), "\(seed)")
            if matching.isEmpty { #expect(refusal?.rules == []) }
            for rule in refusal?.rules ?? [] {
                #expect(!rule.admits(actor))
                let narrower = matching.contains {
                    rule.pattern.specificity < $0.pattern.specificity
                }
                #expect(!narrower, "\(seed)")
            }
        }
    }
}
