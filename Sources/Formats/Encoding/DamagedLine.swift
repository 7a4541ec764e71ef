/// One line of a text, while it is repaired.
struct DamagedLine {
    /// A character, and what it was made from.
    private struct Sign {
        var scalar: Unicode.Scalar
        /// The place of what it was made from, in characters of the line as it came.
        var origin: Range<Int>
        /// The page that its bytes were read in; nil where it stands as it came.
        var page: String?
        var isCertain = true
    }

    let range: Range<Int>
    private(set) var pages: CodePageIndex.PageSet
    private(set) var isChanged = false
    private var hasControls: Bool
    let number: Int
    private let original: [Unicode.Scalar]
    private var signs: [Sign]

    init(_ line: DamageScan.Line, in bytes: [UInt8]) {
        number = line.number
        range = line.range
        pages = line.pages
        hasControls = line.hasControls
        original = Array(String(decoding: bytes[line.range], as: UTF8.self).unicodeScalars)
        signs = original.enumerated().map { Sign(scalar: $1, origin: $0..<$0 + 1) }
    }

    /// How many characters beyond ASCII it has.
    var wideCount: Int { original.count { !$0.isASCII } }

    /// The line as it is now.
    var text: String { String(String.UnicodeScalarView(signs.map(\.scalar))) }

    /// The likeliest reading of the line.
    func reading(with pages: Set<Int>) -> LineReading {
        LineReading(of: signs.map(\.scalar), pages: pages.sorted())
    }

    /// What the likeliest reading costs, whatever it becomes when it is repaired once more.
    func cost(with pages: Set<Int>) -> Double {
        let first = reading(with: pages)
        guard !first.items.isEmpty else { return first.cost }
        var scalars: [Unicode.Scalar] = []
        var place = 0
        for item in first.items {
            scalars += signs[place..<item.start].map(\.scalar)
            scalars += item.readings.first ?? []
            place = item.start + item.length
        }
        scalars += signs[place...].map(\.scalar)
        var scan = LineScan()
        for scalar in scalars { scan.add(wide: scalar) }
        let further = scan.line(number, range).pages
        guard further != 0 else { return first.cost }
        let spent = first.cost - Plausibility().adding(scalars).cost
        var cost = first.cost
        for page in CodePage.all.indices where further & (1 << UInt16(page)) != 0 {
            let second = LineReading(of: scalars, pages: [page])
            cost = min(cost, second.cost + spent + (pages.contains(page) ? 0.5 : 1))
        }
        return cost
    }

    /// Looks again which pages the line may have gone through.
    mutating func rescan() {
        var scan = LineScan()
        for sign in signs { scan.add(wide: sign.scalar) }
        let line = scan.line(number, range)
        (pages, hasControls) = (line.pages, line.hasControls)
    }

    /// Takes the likeliest reading; tells whether it is another one than before.
    mutating func mend(with pages: Set<Int>) -> Bool {
        guard !pages.isEmpty || hasControls else { return false }
        let items = reading(with: pages).items
        // A garble that nearly nothing says anything about is left as it is.
        let guesses = items.count { $0.isGuess }
        guard !items.isEmpty, guesses <= 2 * (items.count - guesses) + 3 else { return false }
        var result: [Sign] = []
        result.reserveCapacity(signs.count)
        var place = 0
        for item in LostSigns.settled(items, in: signs.map(\.scalar)) {
            result += signs[place..<item.start]
            place = item.start + item.length
            let taken = signs[item.start..<place]
            let origin =
                (taken.first?.origin.lowerBound ?? 0)..<(taken.last?.origin.upperBound ?? 0)
            let isCertain = item.isCertain && taken.allSatisfy(\.isCertain)
            for scalar in item.readings.first ?? [] {
                result.append(
                    Sign(scalar: scalar, origin: origin, page: item.page, isCertain: isCertain))
            }
        }
        result += signs[place...]
        signs = result
        isChanged = true
        return true
    }

    /// What was repaired, neighbours together.
    var repairs: [Repair] {
        var result: [Repair] = []
        var place = 0
        while place < signs.count {
            guard let page = signs[place].page else {
                place += 1
                continue
            }
            var end = place + 1
            while end < signs.count, signs[end].page != nil { end += 1 }
            let run = signs[place..<end]
            let origin = run.reduce(signs[place].origin) {
                $0.lowerBound..<max($0.upperBound, $1.origin.upperBound)
            }
            result.append(
                Repair(
                    line: number,
                    offset: range.lowerBound + Self.text(original[..<origin.lowerBound]).utf8.count,
                    before: Self.text(original[origin]), after: Self.text(run.map(\.scalar)[...]),
                    encoding: page, isCertain: run.allSatisfy(\.isCertain)))
            place = end
        }
        return result
    }

    private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        String(String.UnicodeScalarView(scalars))
    }
}
