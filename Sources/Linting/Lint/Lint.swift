internal import Profiles
public import RecordModel

/// All rules, as one store wants them.
public struct Lint: Sendable {
    /// Changes whenever a rule may find something else in the same record.
    public static let version = 1

    /// What the store says about its rules.
    public let settings: LintSettings
    private let rules: [Rule]
    private let scan: KeywordScan

    /// Takes what a store says about its rules.
    public init(_ settings: LintSettings = LintSettings()) {
        self.settings = settings
        rules = Rule.all.filter { !settings.isOff($0.code) }
        scan = KeywordScan(
            rules.enumerated().flatMap { index, rule in
                (rule.text?.keywords ?? []).map { ($0, 1 << UInt32(index)) }
            })
    }

    /// Returns what the rules find in one record, in the order of the fields' paths.
    ///
    /// The findings have no place in a file yet. What the record waives with a reason is left out.
    public func findings(in subject: Subject) -> [Diagnostic] {
        let waivers = Waiver.all(in: subject.record.value)
        var found = unwaivedFindings(in: subject)
        let matched = Waiver.remove(waivers, from: &found)
        found += Waiver.unused(waivers, matched, isOff: settings.isOff) { code in
            Rule.all.contains { $0.code == code }
        }.map { Rule.unusedWaiver.diagnostic($0, profile: subject.record.id.text) }
        return found.compactMap(settings.applied)
    }

    /// Returns the small part of a record that rules about several profiles need.
    public func facts(of subject: Subject) -> ProfileFacts { ProfileFacts(subject) }

    /// Whether a rule about several profiles finds errors in this store, and not only what a person
    /// may want to know.
    public var hasErrorsAcross: Bool {
        LabRule.all.contains { rule in
            let finding = Diagnostic(rule.code, "", severity: rule.severity)
            return settings.applied(to: finding)?.severity == .error
        }
    }

    /// Returns what the rules about several profiles find, each with its profile and field.
    public func findings(across facts: [ProfileFacts]) -> [Diagnostic] {
        let waived = Dictionary(
            facts.map { ($0.id, $0.waivers) }, uniquingKeysWith: { first, _ in first })
        var found: [Diagnostic] = []
        for rule in LabRule.all where !settings.isOff(rule.code) { found += rule.findings(facts) }
        var matched: [String: Set<Int>] = [:]
        found.removeAll { diagnostic in
            guard let id = diagnostic.profile, let waivers = waived[id],
                let place = waivers.firstIndex(where: { $0.covers(diagnostic) })
            else { return false }
            matched[id, default: []].insert(place)
            return true
        }
        for profile in facts where !profile.waivers.isEmpty {
            found += Waiver.unused(
                profile.waivers, matched[profile.id] ?? [], isOff: settings.isOff
            ) { code in LabRule.all.contains { $0.code == code } }
            .map { Rule.unusedWaiver.diagnostic($0, profile: profile.id) }
        }
        return found.compactMap(settings.applied)
    }

    /// Returns what the rules about single texts find in a text that is no field of a record, such
    /// as the source of a homepage, with line and column.
    public func findings(inText text: String, file: String) -> [Diagnostic] {
        let mask = scan.mask(of: text)
        var found: [Diagnostic] = []
        for (index, rule) in rules.enumerated() where mask >> UInt32(index) & 1 == 1 {
            for finding in rule.text?.findings(LintText(text, kind: .markdown)) ?? [] {
                var diagnostic = Diagnostic(
                    rule.code, finding.message, severity: rule.severity, hint: finding.hint)
                diagnostic.location = SourceLocation(finding.offset, in: text, file: file)
                found.append(diagnostic)
            }
        }
        return found.compactMap(settings.applied).sorted()
    }

    private func unwaivedFindings(in subject: Subject) -> [Diagnostic] {
        let id = subject.record.id.text
        var found: [Diagnostic] = []
        let texts = RecordTexts(of: subject.record.value, scan: scan)
        if !texts.marked.isEmpty {
            let addresses = subject.profile.person.emails.filter { $0.display != .plain }
                .map { $0.address.lowercased() }
            for marked in texts.marked {
                found += findings(in: marked, addresses: addresses, profile: id)
            }
        }
        if !texts.privateNotes.isEmpty, !settings.isOff(Rule.privateText.code) {
            found += PrivateText.findings(texts.privateNotes, in: subject.record.value)
                .map { Rule.privateText.diagnostic($0, profile: id) }
        }
        for rule in rules {
            guard let record = rule.record else { continue }
            found += record(subject, settings).map { rule.diagnostic($0, profile: id) }
        }
        return found
    }

    private func findings(
        in marked: RecordTexts.Marked, addresses: [String], profile: String
    ) -> [Diagnostic] {
        let text = LintText(
            marked.text, kind: marked.kind, path: marked.path, disguisedAddresses: addresses)
        var found: [Diagnostic] = []
        for (index, rule) in rules.enumerated() where marked.mask >> UInt32(index) & 1 == 1 {
            guard let check = rule.text, check.kinds.contains(marked.kind),
                !marked.isKey || check.isAboutKeys
            else { continue }
            for finding in check.findings(text) {
                let fix =
                    marked.isKey
                    ? nil
                    : finding.mended.map {
                        Fix.set(marked.path, to: $0.text, $0.summary, isSafe: $0.isSafe)
                    }
                found.append(
                    rule.diagnostic(
                        Finding(
                            finding.message, at: marked.path, hint: finding.hint,
                            isAboutKey: marked.isKey, fix: fix), profile: profile))
            }
        }
        return found
    }
}

extension SourceLocation {
    /// The place of a byte in a text.
    init(_ offset: Int, in text: String, file: String) {
        let before = text.utf8.prefix(offset)
        let start = before.lastIndex(of: UInt8(ascii: "\n")).map { before.index(after: $0) }
        let line = before.count { $0 == UInt8(ascii: "\n") } + 1
        let column = text[(start ?? text.startIndex)..<before.endIndex].unicodeScalars.count + 1
        self.init(file: file, line: line, column: column)
    }
}
