public import RecordModel

/// A decision of the person that a finding is to stay, and why: one of `waivers` of `profile.yml`.
public struct Waiver: Hashable, Sendable {
    /// The code of the findings.
    public let code: String
    /// The field that the findings are about, or one around it; nil for the whole profile.
    public let path: FieldPath?
    /// Why.
    public let reason: String

    /// Makes a waiver.
    public init(code: String, path: FieldPath? = nil, reason: String) {
        self.code = code
        self.path = path
        self.reason = reason
    }

    /// The waivers of a record, in order.
    static func all(in record: Value) -> [Waiver] {
        (record[Record.personSection]?["waivers"]?.list ?? []).map { item in
            Waiver(
                code: item["code"]?.string ?? "",
                path: item["path"]?.string.flatMap(FieldPath.init(parsing:)),
                reason: item["reason"]?.string ?? "")
        }
    }

    /// Tells whether a finding is one that is to stay.
    func covers(_ finding: Diagnostic) -> Bool {
        guard finding.code.rawValue == code else { return false }
        guard let path else { return true }
        return finding.path?.isInside(path) ?? false
    }

    /// Takes findings away that are to stay, and returns the positions of the waivers that say so.
    static func remove(_ waivers: [Waiver], from findings: inout [Diagnostic]) -> Set<Int> {
        guard !waivers.isEmpty else { return [] }
        var matched: Set<Int> = []
        findings.removeAll { finding in
            let places = waivers.indices.filter { waivers[$0].covers(finding) }
            matched.formUnion(places)
            return !places.isEmpty
        }
        return matched
    }

    /// What there is to say about the waivers, as far as their rules have been asked, that match
    /// nothing.
    static func unused(
        _ waivers: [Waiver], _ matched: Set<Int>, isOff: (Diagnostic.Code) -> Bool,
        among isAsked: (Diagnostic.Code) -> Bool
    ) -> [Finding] {
        waivers.enumerated().compactMap { position, waiver in
            let code = Diagnostic.Code(rawValue: waiver.code)
            guard isAsked(code), !matched.contains(position), !isOff(code) else { return nil }
            let place = waiver.path.map { " at \($0)" } ?? ""
            return Finding(
                "There is no finding `\(waiver.code)`\(place) to be waived",
                at: FieldPath(steps: [Record.personSection, "waivers", String(position)]),
                hint: "Remove the waiver: what it was for has been mended")
        }
    }
}
