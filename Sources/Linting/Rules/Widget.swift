internal import Profiles
internal import RecordModel

extension Rule {
    /// Finds visitor counters that the lab does not allow.
    static let widget = Rule(
        "lint.widget", .warning, "A visitor counter is not on the lab's list",
        reason: """
            A counter tells another company who reads the page. Which ones a lab accepts is its \
            own decision: `widgets` of labfolio.yml lists them.
            """,
        remedy: "Take another counter or none, or add this one to `widgets` of labfolio.yml.",
        examples: [
            .bad(
                "profile: {widgets: [{kind: revolvermaps, token: abc}]}", at: "/profile/widgets/0"),
            .good("profile: {widgets: [{kind: flagcounter, token: abc}]}"),
        ]
    ) { subject, settings in
        guard let allowed = settings.allowedWidgets else { return [] }
        return subject.profile.person.widgets.compactMap { widget in
            guard let kind = widget.kind?.rawValue, !allowed.contains(kind) else { return nil }
            let names = allowed.sorted().joined(separator: ", ")
            return Finding(
                "The lab does not allow the counter `\(kind)`", at: widget.path,
                hint: allowed.isEmpty
                    ? "It allows none; labfolio.yml has the list"
                    : "It allows \(names); labfolio.yml has the list")
        }
    }
}
