internal import RecordModel

/// The order of a list's items in the base, on one side, and in the result.
struct ItemOrders {
    /// For each item of the base its position on the side, nil where it is gone.
    private let onSide: [Int?]
    /// For each item of the base its position in the result.
    ///
    /// Items without names may be found there in three ways: by themselves, or by what either side
    /// made of them. Of several with one name any may be the item: the merge may have brought one
    /// that is new before the one that was there.
    private let inResult: [[ClosedRange<Int>?]]

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
        let ranges = Self.ranges(result, place.shape.listRule)
        inResult = found.map { $0.map { $0.map { ranges[$0] } } }
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
                guard wasTurned else { return true }
                return target < here
                    ? place.lowerBound < there.upperBound : place.upperBound > there.lowerBound
            }
        }
    }

    /// Returns for each item from where to where those of its name stand, its own place where it has
    /// the name for itself.
    private static func ranges(_ items: [Value], _ rule: ListRule) -> [ClosedRange<Int>] {
        var ends: [String: ClosedRange<Int>] = [:]
        let names = items.map { rule.name(of: $0) }
        for (position, name) in names.enumerated() {
            guard let name else { continue }
            ends[name] = (ends[name]?.lowerBound ?? position)...position
        }
        return names.enumerated().map { position, name in
            name.flatMap { ends[$0] } ?? position...position
        }
    }
}
