/// The elements that are open at a place of some HTML, the innermost one last.
struct OpenElements<Note> {
    private var open: [(name: String, note: Note)] = []
    /// How many of each name are open: an end tag that nothing opened is known without a search.
    private var counts: [String: Int] = [:]

    /// Opens an element.
    mutating func push(_ name: String, _ note: Note) {
        open.append((name, note))
        counts[name, default: 0] += 1
    }

    /// Closes the innermost element of a name, and those within it that nothing closed.
    ///
    /// - Returns: What was noted of it; nil where no such element is open.
    mutating func pop(_ name: String) -> Note? {
        guard counts[name, default: 0] > 0 else { return nil }
        while let last = open.popLast() {
            counts[last.name, default: 1] -= 1
            if last.name == name { return last.note }
        }
        return nil
    }
}
