/// The time that the environment gives a commit, in git's own form: seconds since 1970 and the
/// distance from UTC, `1700000000 +0100`.
struct AuthorDate: Hashable, Sendable {
    let seconds: Int64
    /// In minutes; east is positive.
    let offset: Int

    /// Reads the text; nil for the many other forms that git takes, which are about a person's
    /// typing and not about programs.
    init?(_ text: String) {
        let parts = text.split(separator: " ")
        guard let first = parts.first, parts.count <= 2 else { return nil }
        guard let seconds = Int64(first.hasPrefix("@") ? first.dropFirst() : first) else {
            return nil
        }
        self.seconds = seconds
        guard parts.count == 2 else {
            offset = 0
            return
        }
        let digits = parts[1].dropFirst()
        guard let sign = parts[1].first, sign == "+" || sign == "-", digits.count == 4,
            let number = Int(digits)
        else { return nil }
        offset = (number / 100 * 60 + number % 100) * (sign == "-" ? -1 : 1)
    }
}
