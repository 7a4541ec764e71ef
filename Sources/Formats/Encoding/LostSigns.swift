/// Chooses what was meant where bytes were lost.
enum LostSigns {
    /// Returns the items, the likeliest reading of each first.
    static func settled(
        _ items: [LineReading.Item], in scalars: [Unicode.Scalar]
    ) -> [LineReading.Item] {
        items
    }
}
