internal import RecordModel

/// Prints a line a profile: what changed in which section, and a bar.
struct DiffStat {
    let style: Style
    /// The columns of the terminal.
    var width = 100
    /// The longest bar.
    private static let barLimit = 30

    /// Returns the lines of all profiles, and their sum.
    func text(_ report: DiffReport) -> String {
        guard !report.profiles.isEmpty else { return "" }
        let rows = report.profiles.map { profile in
            (
                id: profile.id.text, sections: sections(of: profile),
                counts: Self.counts(of: profile)
            )
        }
        let idWidth = rows.map(\.id.count).max() ?? 0
        let most = rows.map(\.counts.total).max() ?? 1
        let digits = String(most).count
        let barWidth = min(most, Self.barLimit, max(4, width / 4))
        let room = max(16, width - idWidth - digits - barWidth - 8)
        let textWidth = min(room, rows.map(\.sections.count).max() ?? 0)
        var text = ""
        for row in rows {
            let shown =
                row.sections.count > textWidth
                ? row.sections.prefix(textWidth - 1) + "…" : row.sections
            let number = String(row.counts.total)
            text +=
                " " + style.text(row.id, .strong)
                + String(repeating: " ", count: idWidth - row.id.count) + "  " + shown
                + String(repeating: " ", count: textWidth - shown.count) + " | "
                + String(repeating: " ", count: digits - number.count) + number + " "
                + bar(row.counts, most, barWidth) + "\n"
        }
        return text + " " + Self.sum(rows.map(\.counts)) + "\n"
    }

    private func sections(of profile: DiffReport.Profile) -> String {
        let sections = profile.sections.map { section in
            let counts = section.counts
            let parts = [("+", counts.added), ("-", counts.removed), ("~", counts.changed)]
                .filter { $0.1 > 0 }.map { "\($0)\($1)" }
            return VisibleText.line(section.name) + " " + parts.joined(separator: " ")
        }.joined(separator: ", ")
        switch profile.event {
        case .added: return "new: " + sections
        case .removed: return "gone: " + sections
        case .changed: return sections
        }
    }

    private static func counts(of profile: DiffReport.Profile) -> DiffReport.Counts {
        profile.sections.reduce(into: DiffReport.Counts()) { sum, section in
            let counts = section.counts
            sum.added += counts.added
            sum.removed += counts.removed
            sum.changed += counts.changed
        }
    }

    /// A sign for each thing that changed, or for so many of them that the longest bar fits.
    private func bar(_ counts: DiffReport.Counts, _ most: Int, _ width: Int) -> String {
        func signs(_ count: Int, _ sign: String, _ role: Style.Role) -> String {
            guard count > 0 else { return "" }
            let length = most <= width ? count : max(1, count * width / most)
            return style.text(String(repeating: sign, count: length), role)
        }
        return signs(counts.added, "+", .added) + signs(counts.removed, "-", .removed)
            + signs(counts.changed, "~", .changed)
    }

    private static func sum(_ counts: [DiffReport.Counts]) -> String {
        let added = counts.reduce(0) { $0 + $1.added }
        let removed = counts.reduce(0) { $0 + $1.removed }
        let changed = counts.reduce(0) { $0 + $1.changed }
        let parts = [(added, "added"), (removed, "removed"), (changed, "changed")]
            .filter { $0.0 > 0 }.map { "\($0) \($1)" }
        return counts.count.counted("profile") + ": " + parts.joined(separator: ", ")
    }
}
