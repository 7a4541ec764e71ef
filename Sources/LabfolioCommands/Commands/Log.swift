internal import Formats
internal import Git
internal import ProfileStore
internal import RecordModel

extension CommandDescription {
    /// Describes `labfolio log`.
    static let log = CommandDescription(
        name: "log", summary: "Show the commits that changed a profile",
        discussion: """
            Newest first. Without a profile: the commits that changed any. With a field path, of \
            a section, an entry or a field: those after which it had another value. An entry is \
            followed to the id that it had before, a profile to the name its folder had.
            """,
        operands: [
            Operand(
                name: "PROFILE", summary: "The id of the profile", count: .optional,
                completion: .profiles),
            Operand(name: "FIELD-PATH", summary: "A field of its record", count: .optional),
        ],
        options: [
            Option(
                name: "--at", value: "REVISION", summary: "Begin here (default: HEAD)",
                completion: .revisions),
            Option(name: "--limit", short: "-n", value: "N", summary: "Show at most so many"),
            .format(["text", "json"]), .store,
        ],
        examples: [
            Example(line: "labfolio log wanru-zhao -n 5", meaning: "The last five changes"),
            Example(
                line: "labfolio log wanru-zhao /profile/role", meaning: "When the role changed"),
        ]
    ) { invocation throws(CommandError) in
        var limit = Int.max
        if let typed = invocation.value("--limit") {
            guard let number = Int(typed), number > 0 else {
                throw .usage("`\(typed)` is no number of commits", hint: "For example -n 5")
            }
            limit = number
        }
        var path: FieldPath?
        if let typed = invocation.operand(1) {
            let parsed = try FieldPath(typed: typed)
            path = parsed.steps.isEmpty ? nil : parsed
        }
        let store = try invocation.store()
        let start = invocation.value("--at") ?? "HEAD"
        let (field, most) = (path, limit)
        let commits = try CommandError.store { () throws(StoreError) -> [Commit] in
            guard let typed = invocation.operand(0) else {
                return try store.log(from: start, limit: most)
            }
            // A profile that is gone has a history all the same.
            guard let id = ProfileID(typed) else {
                _ = try store.snapshot(at: .commit(start)).profileID(typed)
                return []
            }
            let commits = try store.log(of: id, field: field, from: start, limit: most)
            if commits.isEmpty { _ = try store.snapshot(at: .commit(start)).profileID(typed) }
            return commits
        }
        let terminal = invocation.terminal
        guard invocation.format() == "json" else {
            let style = Style(isOn: terminal.usesColor)
            for commit in commits {
                let id = style.text(String(commit.id.description.prefix(9)), .changed)
                let line =
                    "\(GitDate.day(of: commit.author))  \(commit.author.name)  \(commit.summary)"
                guard terminal.write("\(id)  \(VisibleText.line(line))\n") else { break }
            }
            return .fine
        }
        let entries = commits.map { commit -> Value in
            [
                "commit": .string(commit.id.description),
                "author": [
                    "name": .string(commit.author.name), "email": .string(commit.author.email),
                ],
                "date": .string(GitDate.time(of: commit.author)),
                "message": .string(commit.message),
            ]
        }
        _ = terminal.write(VisibleText.json(["commits": .list(entries)]) + "\n")
        return .fine
    }
}

/// The dates of commits, in the time zone of their author.
enum GitDate {
    /// The day, as `2024-05-01`.
    static func day(of signature: Signature) -> String {
        let days = floorDivided(signature.seconds + Int64(signature.offset) * 60, 86_400)
        let (year, month, day) = civil(days)
        return "\(year)-\(twoDigits(month))-\(twoDigits(day))"
    }

    /// The instant, as `2024-05-01T13:45:00+02:00` (ISO 8601).
    static func time(of signature: Signature) -> String {
        let local = signature.seconds + Int64(signature.offset) * 60
        let second = Int(local - floorDivided(local, 86_400) * 86_400)
        let clock = [second / 3600, second / 60 % 60, second % 60].map(twoDigits)
        let offset = abs(signature.offset)
        return day(of: signature) + "T" + clock.joined(separator: ":")
            + (signature.offset < 0 ? "-" : "+") + twoDigits(offset / 60) + ":"
            + twoDigits(offset % 60)
    }

    private static func floorDivided(_ value: Int64, _ divisor: Int64) -> Int64 {
        value >= 0 ? value / divisor : -((divisor - 1 - value) / divisor)
    }

    /// The date of a day counted from 1970-01-01, in the Gregorian calendar: years begin in March
    /// here, so that the leap day is the last day of one.
    private static func civil(_ days: Int64) -> (year: Int64, month: Int, day: Int) {
        let shifted = days + 719_468
        let era = floorDivided(shifted, 146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let month = (5 * dayOfYear + 2) / 153
        let day = Int(dayOfYear - (153 * month + 2) / 5 + 1)
        let civilMonth = Int(month < 10 ? month + 3 : month - 9)
        return (yearOfEra + era * 400 + (civilMonth <= 2 ? 1 : 0), civilMonth, day)
    }

    private static func twoDigits(_ number: Int) -> String {
        (number < 10 ? "0" : "") + String(number)
    }
}
