/// Whole numbers as people read them.
enum PlainNumber {
    /// The digits in groups of three.
    static func text(_ number: Int) -> String {
        var digits = String(number.magnitude)
        var groups: [String] = []
        while digits.utf8.count > 3 {
            groups.insert(String(digits.suffix(3)), at: 0)
            digits.removeLast(3)
        }
        return (number < 0 ? "-" : "") + ([digits] + groups).joined(separator: ",")
    }
}
