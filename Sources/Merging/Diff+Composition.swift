public import RecordModel

extension Diff {
    /// Returns the one diff that does what this one and then another one do.
    ///
    /// The laws: `Diff(from: a, to: b).composing(Diff(from: b, to: c), from: a)` is
    /// `Diff(from: a, to: c)`; with its inverse a diff comes to nothing. The value before is needed
    /// because the paths of the second diff name items of a value that the first one only brings
    /// about: what an item without a name is called depends on all the others.
    ///
    /// - Parameters:
    ///   - next: What happens afterwards.
    ///   - before: The value that this diff starts from.
    /// - Returns: What both diffs change together; what the second one takes back is not in it.
    /// - Throws: The first place at which a value is not the one that a diff was made for.
    public func composing(_ next: Diff, from before: Value) throws(Mismatch) -> Diff {
        let after = try next.applied(to: try applied(to: before))
        return Diff(from: before, to: after, shape: shape)
    }
}
