/// Finds the name that a person meant.
public enum Suggestion {
    /// Returns the candidate nearest to a mistyped word, nil where none is near.
    ///
    /// Near means that at most a third of the longer word's characters differ (insertions,
    /// deletions, replacements and swaps of neighbours count one each, as rustc counts them), or
    /// that the words differ only in case, `-` and `_`.
    public static func closest(to word: String, in candidates: some Sequence<String>) -> String? {
        var best: (candidate: String, distance: Int)?
        let typed = Array(folded(word).prefix(64))
        for candidate in candidates {
            let other = Array(folded(candidate).prefix(64))
            let limit = max(typed.count, other.count, 3) / 3
            let distance = distance(typed, other)
            guard distance <= limit, distance < best?.distance ?? .max else { continue }
            best = (candidate, distance)
        }
        return best?.candidate
    }

    /// Tells whether two words differ only in case, blanks and what joins their parts:
    /// `Program Committee` and `program-committee`, `Git Hub` and `github`.
    public static func areSameWord(_ word: String, _ other: String) -> Bool {
        letters(word) == letters(other)
    }

    /// Tells whether one word is the other with a single slip of the finger.
    ///
    /// Of words of three letters and fewer a third is a slip, so that nothing is certain.
    public static func isSlip(_ word: String, of other: String) -> Bool {
        let (typed, meant) = (folded(word), folded(other))
        return min(typed.count, meant.count) > 3 && distance(typed, meant) == 1
    }

    private static func letters(_ word: String) -> [Character] {
        folded(word).filter { $0 != "-" }
    }

    private static func folded(_ word: String) -> [Character] {
        word.lowercased().map { $0 == "_" || $0 == " " ? "-" : $0 }
    }

    /// The optimal string alignment distance.
    private static func distance(_ first: [Character], _ second: [Character]) -> Int {
        var beforeLast: [Int] = []
        var last = Array(0...second.count)
        for (row, mine) in first.enumerated() {
            var current = [row + 1]
            for (column, yours) in second.enumerated() {
                var cost = min(
                    last[column] + (mine == yours ? 0 : 1), last[column + 1] + 1,
                    current[column] + 1)
                if row > 0, column > 0, mine == second[column - 1], first[row - 1] == yours {
                    cost = min(cost, beforeLast[column - 1] + 1)
                }
                current.append(cost)
            }
            beforeLast = last
            last = current
        }
        return last[second.count]
    }
}
