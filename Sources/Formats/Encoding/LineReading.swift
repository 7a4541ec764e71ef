/// The likeliest reading of a line, if it may have gone through some code pages.
struct LineReading {
    /// A part of the line that stands for something else.
    struct Item {
        /// Where it begins, in characters of the line.
        let start: Int
        /// How many characters of the line it is.
        let length: Int
        /// What it stands for; where bytes were lost, all that it may, the likeliest first.
        var readings: [[Unicode.Scalar]]
        /// The page that its bytes were read in.
        let page: String
        let isCertain: Bool
        /// Whether bytes of it were dropped.
        var isGuess = false
    }

    /// The parts that are not meant as they stand, from the first to the last.
    let items: [Item]
    /// How unlikely the reading is, as `Plausibility` measures.
    let cost: Double

    /// How many ways to read are carried on at a time.
    private static let width = 6

    /// One way to read the line up to a place.
    private struct Path {
        var plausibility = Plausibility()
        var extra = 0.0
        /// The page of the last sequence, if the path ends with one.
        var page: Int?
        /// The last item, in the list of all steps.
        var step = -1

        var cost: Double { plausibility.cost + extra }
    }

    private struct Step {
        let item: Item
        let previous: Int
    }

    /// Reads a line.
    init(of scalars: [Unicode.Scalar], pages: [Int]) {
        let all = pages.map { SequenceFinder(scalars, page: $0) }
        let whole = all.filter(\.isWholeLine)
        let finders = whole.isEmpty ? all : whole
        var paths = [[Path]](repeating: [], count: scalars.count + 1)
        var steps: [Step] = []
        paths[0] = [Path()]
        for place in scalars.indices {
            let scalar = scalars[place]
            let here = Self.pruned(paths[place])
            paths[place] = []
            for path in here {
                var literal = path
                literal.plausibility.add(scalar)
                // Within a run of characters beyond ASCII, either all or nothing is damaged.
                if path.page != nil, !scalar.isASCII { literal.extra += 1 }
                literal.page = nil
                paths[place + 1].append(literal)
                guard !scalar.isASCII else { continue }
                for (item, plausibility, extra, page) in Self.items(
                    at: place, in: scalars, finders, path.plausibility, path.page)
                {
                    steps.append(Step(item: item, previous: path.step))
                    paths[place + item.length].append(
                        Path(
                            plausibility: plausibility, extra: path.extra + extra, page: page,
                            step: steps.count - 1))
                }
            }
        }
        let best = paths[scalars.count].min { $0.cost < $1.cost } ?? Path()
        cost = best.cost
        var items: [Item] = []
        var step = best.step
        while step >= 0 {
            items.append(steps[step].item)
            step = steps[step].previous
        }
        self.items = items.reversed()
    }

    /// What the characters at a place may stand for, each with what the line costs then.
    private static func items(
        at place: Int, in scalars: [Unicode.Scalar], _ finders: [SequenceFinder],
        _ before: Plausibility, _ page: Int?
    ) -> [(Item, Plausibility, extra: Double, page: Int?)] {
        var result: [(Item, Plausibility, extra: Double, page: Int?)] = []
        if (0x80...0x9F).contains(scalars[place].value) {
            for sign in StrayControl.signs(at: place, in: scalars) {
                let item = Item(
                    start: place, length: 1, readings: [[sign.scalar]], page: sign.page,
                    isCertain: true)
                result.append((item, before.adding([sign.scalar]), sign.cost, nil))
            }
        }
        let isWithinRun = place > 0 && page == nil && !scalars[place - 1].isASCII
        for finder in finders {
            let isChained = page == finder.page
            for found in finder.sequences(at: place, isChained: isChained) {
                let ranked = found.readings.map { ($0, before.adding($0, isChained: isChained)) }
                    .sorted { $0.1.cost < $1.1.cost }
                guard let best = ranked.first else { continue }
                // A control character is a byte of the next layer.
                let isByte = best.0.first.map { (0x80...0x9F).contains($0.value) } ?? false
                let item = Item(
                    start: place, length: found.length, readings: ranked.map(\.0),
                    page: CodePage.all[finder.page].name, isCertain: found.isCertain,
                    isGuess: found.lostCount > 0)
                result.append(
                    (
                        item, best.1,
                        found.cost + (isChained ? 0 : isWithinRun ? 2 : 1)
                            - (isByte ? 6.5 : 0),
                        finder.page
                    ))
            }
        }
        return result
    }

    /// The best of the paths, one for each way to go on.
    private static func pruned(_ paths: [Path]) -> [Path] {
        guard paths.count > 1 else { return paths }
        var result: [Path] = []
        for path in paths.sorted(by: { $0.cost < $1.cost }) {
            let isNew = !result.contains {
                $0.page == path.page && $0.plausibility.last == path.plausibility.last
            }
            if isNew { result.append(path) }
            if result.count == width { break }
        }
        return result
    }
}

/// Control characters from 128 on, which no text has: bytes of a code page that were taken for
/// Latin-1.
enum StrayControl {
    /// What one may stand for, with what speaks against it.
    static func signs(
        at place: Int, in scalars: [Unicode.Scalar]
    ) -> [(scalar: Unicode.Scalar, page: String, cost: Double)] {
        let byte = UInt8(truncatingIfNeeded: scalars[place].value)
        var result: [(scalar: Unicode.Scalar, page: String, cost: Double)] = []
        let windows = CodePage.windows1252
        if windows.signs[Int(byte) - 0x80] != 0, let scalar = windows.scalar(of: byte) {
            let isOdd = scalar == "’" && !isApostrophe(at: place, in: scalars)
            result.append((scalar, windows.name, isOdd ? 4 : 0.7))
        }
        let mac = CodePage.macRoman
        let isInWord =
            place > 0 && scalars[place - 1].properties.isAlphabetic
            || place + 1 < scalars.count && scalars[place + 1].properties.isAlphabetic
        if isInWord, let scalar = mac.scalar(of: byte) { result.append((scalar, mac.name, 3.5)) }
        return result
    }

    private static let endings: Set = [
        "", "s", "t", "d", "m", "n", "ll", "re", "ve", "em", "S", "T",
    ]

    /// Tells whether an apostrophe would stand where languages have one.
    ///
    /// That is before a short ending or behind a short word, not between the letters of a long one.
    private static func isApostrophe(at place: Int, in scalars: [Unicode.Scalar]) -> Bool {
        let before = scalars[..<place].reversed().prefix { $0.properties.isAlphabetic }
        let after = scalars[(place + 1)...].prefix { $0.properties.isAlphabetic }
        return before.count <= 2 || endings.contains(String(String.UnicodeScalarView(after)))
    }
}
