/// What keeps names with labels that are written from right to left readable (RFC 5893, 2).
enum BidiRule {
    /// Tells whether a label puts a whole name under the rule.
    static func applies(to label: [Unicode.Scalar]) -> Bool {
        label.contains { ["R", "AL", "AN"].contains(kind($0)) }
    }

    /// Tells whether a label keeps the rule.
    static func holds(for label: [Unicode.Scalar]) -> Bool {
        let kinds = label.map(kind)
        let end = kinds.last { $0 != "NSM" } ?? ""
        switch kinds.first {
        case "L":
            return ["L", "EN"].contains(end) && Set(kinds).isSubset(of: neutral.union(["L"]))
        case "R", "AL":
            return ["R", "AL", "EN", "AN"].contains(end)
                && Set(kinds).isSubset(of: neutral.union(["R", "AL", "AN"]))
                && !(kinds.contains("EN") && kinds.contains("AN"))
        default: return false
        }
    }

    private static let neutral: Set<String> = ["EN", "ES", "CS", "ET", "ON", "BN", "NSM"]

    private static func kind(_ scalar: Unicode.Scalar) -> String {
        ScalarRuns.bidiClasses[scalar] ?? "L"
    }
}
