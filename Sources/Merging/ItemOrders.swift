internal import RecordModel

/// The order of a list's items in the base, on one side, and in the result.
struct ItemOrders {
    /// For each item of the base its position on the side, nil where it is gone.
    private let onSide: [Int?]
    /// For each item of the base its position in the result.
    ///
    /// Items without names may be found there in three ways: by themselves, or by what either side
    /// made of them.
    private let inResult: [[Int?]]

    init(_ items: [Value], _ place: EditSearch.Place) {
        func targets(_ before: [Value], _ after: [Value]) -> [Int?] {
            ListAlignment(from: before, to: after, shape: place.shape).target
        }
        let (side, result) = (place.side?.list ?? [], place.result?.list ?? [])
        let onSide = targets(items, side)
        self.onSide = onSide
        var found = [targets(items, result)]
        for (list, step) in [
            (side, onSide), (place.other?.list ?? [], targets(items, place.other?.list ?? [])),
        ] {
            let rest = targets(list, result)
            found.append(step.map { $0.flatMap { rest[$0] } })
        }
        inResult = found
    }

    /// Tells whether the result has each pair of items in turn that the side turned round by moving
    /// an item.
    func hasTurns(of position: Int) -> Bool {
        inResult.contains { found in
            // Where the other side took the item away there is no order to keep.
            guard let here = onSide[position], let there = found[position] else { return true }
            return onSide.indices.allSatisfy { other in
                guard let target = onSide[other], let place = found[other] else { return true }
                let wasTurned = (other < position) != (target < here)
                return !wasTurned || (target < here) == (place < there)
            }
        }
    }
}
