/// Finds the edits of a side in a merged text, without knowing how it was merged.
enum ProseCheck {
    /// Tells whether the result has each word as often as the edits of both sides make it.
    static func has(editsOf side: String, base: String, other: String, in result: String) -> Bool {
        // An edit that only changed the order of words is not seen in their numbers.
        if result.utf8.elementsEqual(other.utf8) || result.utf8.elementsEqual(base.utf8) {
            return result.utf8.elementsEqual(side.utf8)
        }
        var numbering = ProseNumbering()
        var counts: [[Int]] = []
        for text in [base, side, other, result] {
            var count: [Int: Int] = [:]
            for number in numbering.numbers(of: ProseTokens(text)) {
                count[number, default: 0] += 1
            }
            counts.append((0..<numbering.count).map { count[$0, default: 0] })
        }
        return (0..<numbering.count).allSatisfy { number in
            let numbers = counts.map { number < $0.count ? $0[number] : 0 }
            let (base, side, other, result) = (numbers[0], numbers[1], numbers[2], numbers[3])
            if side == base { return true }
            return side > base
                ? result >= side - max(0, base - other) : result <= side + max(0, other - base)
        }
    }
}
