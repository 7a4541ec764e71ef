internal import Git
internal import ProfileStore
internal import Profiles

/// The words in which proposals are spoken of.
enum ProposalText {
    /// As many profiles are named; of more only the number is told.
    private static let nameLimit = 3

    /// What changes are about, by the names of profiles, for people.
    static func touched(profiles: [String], others: Int) -> String {
        var parts: [String] = []
        if profiles.count > nameLimit {
            parts.append(profiles.count.counted("profile"))
        } else {
            parts += profiles
        }
        if others > 0 { parts.append(others.counted("other file")) }
        return parts.isEmpty ? "nothing" : parts.joined(separator: ", ")
    }

    /// What a change is about, before it is committed.
    static func touched(_ changes: ProposedFiles) -> String {
        touched(
            profiles: changes.profiles,
            others: changes.files.keys.count { !$0.hasPrefix("profiles/") })
    }

    /// What a proposal is about.
    static func touched(_ scope: ProposalScope) -> String {
        touched(
            profiles: scope.profiles, others: scope.paths.count { !$0.hasPrefix("profiles/") })
    }

    /// How many days ago something was done; nil where nobody knows which day it is.
    static func age(of signature: Signature, today: DateText?) -> Int? {
        guard let now = dayNumber(today),
            let then = dayNumber(DateText(GitDate.day(of: signature)))
        else { return nil }
        return max(0, now - then)
    }

    /// An age in words.
    static func words(forDays days: Int) -> String {
        switch days {
        case 0: "today"
        case 1: "yesterday"
        default: "\(days) days ago"
        }
    }

    /// The number of a day since the first one of the Gregorian calendar; years begin in March,
    /// so that the leap day is the last day of one.
    private static func dayNumber(_ date: DateText?) -> Int? {
        guard let year = date?.year, let month = date?.month, let day = date?.day else {
            return nil
        }
        let shifted = month > 2 ? year : year - 1
        let months = (month + 9) % 12
        return shifted * 365 + shifted / 4 - shifted / 100 + shifted / 400
            + (months * 153 + 2) / 5 + day
    }
}
