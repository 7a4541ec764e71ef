/// A text without the damage that it took where UTF-8 was read as another encoding.
///
/// Why a search: nearly every pair of characters that would be damage is also to be found in sound
/// texts ("CAFÉ™", "l’été", "√π"). So a place is read in both ways, and the reading that makes the
/// likelier text wins; a code page is thought of at all only if all that it explains is worth more
/// than the assumption that somebody used it.
public struct RepairedText: Hashable, Sendable {
    /// The text as it was meant, as far as that can be said.
    public let text: String
    /// What was repaired, from the first to the last.
    public let repairs: [Repair]
    /// What was not looked at.
    public let limits: [RepairLimit]

    /// How often a text may have gone through the mistake.
    private static let roundLimit = 5

    /// How many characters beyond ASCII one line may have, and all lines together.
    ///
    /// No page has more, and noise must not hold up an import.
    private static let lineLimit = 4_000
    private static let textLimit = 60_000
    /// How many of them are looked at to tell the code pages.
    private static let sampleLimit = 2_000

    /// The lines that are looked at.
    private static func bounded(
        _ lines: [DamagedLine], _ limits: inout [RepairLimit]
    ) -> [DamagedLine] {
        var total = 0
        var result: [DamagedLine] = []
        for line in lines {
            guard total < textLimit else {
                limits.append(.fromLine(line.number))
                break
            }
            let count = line.wideCount
            guard count <= lineLimit else {
                if line.pages != 0 { limits.append(.longLine(line.number)) }
                continue
            }
            if line.pages != 0 { total += count }
            result.append(line)
        }
        return result
    }

    /// Lines that tell which pages a text went through: the first ones, and some for each page.
    private static func sample(of lines: [DamagedLine]) -> [DamagedLine] {
        var total = 0
        var seen = [Int](repeating: 0, count: CodePage.all.count)
        return lines.filter { line in
            guard line.pages != 0 else { return false }
            let pages = CodePage.all.indices.filter { line.pages & (1 << UInt16($0)) != 0 }
            guard total < sampleLimit || pages.contains(where: { seen[$0] < 4 }) else {
                return false
            }
            total += line.wideCount
            for page in pages { seen[page] += 1 }
            return true
        }
    }

    /// Repairs a text.
    public init(_ text: String) {
        let scan = DamageScan(text)
        // What has zero bytes is no text, and nothing would be found in it but noise.
        let zeros = text.utf8.count { $0 == 0 }
        guard !scan.lines.isEmpty, zeros == 0 else {
            (self.text, repairs) = (text, [])
            limits = zeros == 0 ? [] : [.zeroBytes(count: zeros)]
            return
        }
        let bytes = Array(text.utf8)
        var limits: [RepairLimit] = []
        var lines = Self.bounded(scan.lines.map { DamagedLine($0, in: bytes) }, &limits)
        self.limits = limits
        var known: Set<Int> = []
        for _ in 0..<Self.roundLimit {
            let pages = PageChoice(Self.sample(of: lines), known: known).pages
            known.formUnion(pages)
            var isChanged = false
            for place in lines.indices where lines[place].mend(with: pages) {
                isChanged = true
                lines[place].rescan()
            }
            if !isChanged { break }
        }
        var (result, repairs): ([UInt8], [Repair]) = ([], [])
        result.reserveCapacity(bytes.count)
        var kept = 0
        for line in lines where line.isChanged {
            result += bytes[kept..<line.range.lowerBound]
            result += line.text.utf8
            kept = line.range.upperBound
            repairs += line.repairs
        }
        guard kept > 0 else {
            (self.text, self.repairs) = (text, [])
            return
        }
        result += bytes[kept...]
        self.text = String(decoding: result, as: UTF8.self)
        self.repairs = repairs
    }
}

/// Which code pages damaged a text.
struct PageChoice {
    private(set) var pages: Set<Int> = []

    /// What the assumption costs that a text went through a page.
    private static let assumption = 3.0

    /// Chooses; pages that the text is known to have gone through cost less.
    init(_ lines: [DamagedLine], known: Set<Int>) {
        let possible = lines.reduce(0 as CodePageIndex.PageSet) { $0 | $1.pages }
        var candidates = CodePage.all.indices.filter { possible & (1 << UInt16($0)) != 0 }
        var costs = lines.map { $0.pages == 0 ? 0 : $0.reading(with: []).cost }
        while !candidates.isEmpty {
            var best: (page: Int, costs: [Double], gain: Double)?
            for page in candidates {
                var (changed, gain) = (costs, 0.0)
                for (place, line) in lines.enumerated()
                where line.pages & (1 << UInt16(page)) != 0 {
                    changed[place] = line.cost(with: pages.union([page]))
                    gain += costs[place] - changed[place]
                }
                gain -= known.contains(page) ? 0.5 : Self.assumption + CodePage.all[page].rarity
                if gain > best?.gain ?? 0 { best = (page, changed, gain) }
            }
            guard let best else { return }
            pages.insert(best.page)
            costs = best.costs
            candidates.removeAll { $0 == best.page }
        }
    }
}
