/// The longest run of numbers that grow, taken out of a sequence in order (patience sorting,
/// n log n).
///
/// What is in it keeps its place; what is not in it was moved.
enum LongestChain {
    /// Returns the positions of the members of a longest growing run of different numbers.
    static func positions(in numbers: [Int]) -> [Int] {
        // For each length the position of the smallest number that ends a run of that length.
        var ends: [Int] = []
        var previous: [Int?] = []
        for (position, number) in numbers.enumerated() {
            var (low, high) = (0, ends.count)
            while low < high {
                let middle = (low + high) / 2
                if numbers[ends[middle]] < number { low = middle + 1 } else { high = middle }
            }
            previous.append(low > 0 ? ends[low - 1] : nil)
            if low == ends.count { ends.append(position) } else { ends[low] = position }
        }
        var chain: [Int] = []
        var next = ends.last
        while let position = next {
            chain.append(position)
            next = previous[position]
        }
        return chain.reversed()
    }
}
