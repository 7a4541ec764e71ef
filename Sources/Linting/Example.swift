internal import RecordModel

/// A record that a rule fires on, or one that it is silent on: its tests, and what `explain` shows.
public struct Example: Sendable, Hashable {
    /// The record as YAML, section by section.
    public let yaml: String
    /// The fields that the rule has to find, none for a record that is fine.
    public let paths: [String]
    /// The assets of the profile; nil where they do not matter.
    public let assets: [Asset]?

    /// A record with the fault.
    static func bad(_ yaml: String, at paths: String..., assets: [Asset]? = nil) -> Example {
        Example(yaml: yaml, paths: paths, assets: assets)
    }

    /// A record without it.
    static func good(_ yaml: String, assets: [Asset]? = nil) -> Example {
        Example(yaml: yaml, paths: [], assets: assets)
    }
}

extension Explanation {
    /// The explanation with the first bad and the first good example.
    func showing(_ examples: [String?]) -> Explanation {
        Explanation(
            code, summary: summary, reason: reason, remedy: remedy, bad: examples.first ?? nil,
            good: examples.last ?? nil)
    }
}
