public import Profiles
public import RecordModel

/// What a store says about its rules, and the day on which they are asked.
public struct LintSettings: Hashable, Sendable {
    /// How grave the findings of a code are, where the store says so; nil stands for `off`.
    public var severities: [String: Diagnostic.Severity?]
    /// The visitor counters that homepages may have; nil where every one is fine.
    public var allowedWidgets: Set<String>?
    /// The year in which the rules are asked; nil where nobody knows.
    ///
    /// Only the year counts, so that what was found stays true for longer than a day.
    public var year: Int?

    /// Makes settings.
    public init(
        severities: [String: Diagnostic.Severity?] = [:], allowedWidgets: Set<String>? = nil,
        today: DateText? = nil
    ) {
        self.severities = severities
        self.allowedWidgets = allowedWidgets
        year = today?.year
    }

    /// Reads the settings out of `labfolio.yml`.
    public init(configuration: Value, today: DateText? = nil) {
        var severities: [String: Diagnostic.Severity?] = [:]
        for entry in configuration["rules"]?.mapping?.entries ?? [] {
            guard let word = entry.value.string else { continue }
            if word == "off" {
                severities.updateValue(nil, forKey: entry.key)
            } else if let severity = Diagnostic.Severity(rawValue: word) {
                severities[entry.key] = severity
            }
        }
        let widgets = configuration["widgets"]?.list.map { Set($0.compactMap(\.string)) }
        self.init(severities: severities, allowedWidgets: widgets, today: today)
    }

    /// A text that is the same exactly where the settings mean the same, for the key of a cache.
    public var cacheKey: String {
        let rules = severities.sorted { $0.key < $1.key }
            .map { "\($0.key)=\($0.value?.rawValue ?? "off")" }
        let widgets = allowedWidgets.map { $0.sorted().joined(separator: ",") } ?? "all"
        return "\(Lint.version);\(rules.joined(separator: ","));\(widgets);\(year ?? 0)"
    }

    func isOff(_ code: Diagnostic.Code) -> Bool {
        if case .some(nil) = severities[code.rawValue] { true } else { false }
    }

    /// The finding with the severity that the store wants, nil where it wants none.
    func applied(to finding: Diagnostic) -> Diagnostic? {
        guard let choice = severities[finding.code.rawValue] else { return finding }
        guard let severity = choice else { return nil }
        var finding = finding
        finding.severity = severity
        return finding
    }
}
