internal import Merging
internal import RecordModel

/// What people say of some changes, where the general form would be stiff.
struct KnownSentence {
    /// What happened to the entry, to be read behind its name.
    let short: DiffSentence
    /// The same, with what was before where that does not go without saying.
    let whole: DiffSentence

    private init(_ short: DiffSentence, before: DiffSentence = "") {
        self.short = short
        whole = short + before
    }

    /// Returns what is said of a field, nil where there is no better way than to name it.
    static func of(_ event: DiffLine.Event, key: String) -> KnownSentence? {
        let (before, after) = event.values
        switch key {
        case "end": return end(before?.string, after?.string)
        case "ended" where after == .bool(true): return KnownSentence("is over")
        case "status": return status(before?.string, after?.string)
        case "id":
            guard let id = after?.string, before?.string != nil else { return nil }
            return KnownSentence("has the new id \(id)")
        default:
            guard let word = flags[key], isFlag(before), isFlag(after) else { return nil }
            return KnownSentence(
                after == .bool(true) ? "is \(words: word)" : "is no longer \(words: word)")
        }
    }

    private static let flags = ["selected": "selected", "pinned": "pinned", "hidden": "hidden"]

    private static let statuses = [
        "published": "is published", "accepted": "is accepted", "submitted": "is submitted",
        "preprint": "is a preprint", "in-preparation": "is in preparation",
    ]

    /// No end means now, and so does the word.
    private static func end(_ before: String?, _ after: String?) -> KnownSentence? {
        let (was, now) = (before == "present" ? nil : before, after == "present" ? nil : after)
        switch (was, now) {
        case (nil, let date?): return KnownSentence("ended \(date)")
        case (let date?, nil): return KnownSentence("goes on", before: "; its end was \(date)")
        default: return nil
        }
    }

    private static func status(_ before: String?, _ after: String?) -> KnownSentence? {
        guard let sentence = after.flatMap({ statuses[$0] }) else { return nil }
        guard let before else { return KnownSentence("\(words: sentence)") }
        guard statuses[before] != nil else { return nil }
        return KnownSentence("\(words: sentence)", before: "; it was \(before)")
    }

    /// A flag that is not there is off.
    private static func isFlag(_ value: Value?) -> Bool { value == nil || value?.bool != nil }
}
