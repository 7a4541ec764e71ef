internal import Git

/// What is still to be visited in a walk through history, the newest commit first.
///
/// So a commit is visited after those that lead to it, unless clocks were wrong: then it is
/// visited again.
struct CommitQueue<Visit> {
    private var order: [(seconds: Int64, place: ProfileHistory.Place)] = []
    private var visits: [ProfileHistory.Place: Visit] = [:]

    /// Adds something to what is to be done at a place.
    mutating func insert(
        _ commit: Commit, _ place: ProfileHistory.Place, first: @autoclosure () -> Visit,
        _ update: (inout Visit) -> Void
    ) {
        if visits[place] == nil {
            visits[place] = first()
            let seconds = commit.committer.seconds
            var (low, high) = (order.startIndex, order.endIndex)
            // Of equally old commits the one that was found last waits longest.
            while low < high {
                let middle = (low + high) / 2
                if order[middle].seconds < seconds { low = middle + 1 } else { high = middle }
            }
            order.insert((seconds, place), at: low)
        }
        if var visit = visits.removeValue(forKey: place) {
            update(&visit)
            visits[place] = visit
        }
    }

    /// Takes out what is to be done next; nil at the end.
    mutating func next() -> (place: ProfileHistory.Place, visit: Visit)? {
        guard let (_, place) = order.popLast(), let visit = visits.removeValue(forKey: place) else {
            return nil
        }
        return (place, visit)
    }
}
