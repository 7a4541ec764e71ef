/// Chooses what was meant where bytes were dropped on the way.
///
/// What the search found comes with all that a sequence may be, in the order in which it fits the
/// character before. Here the rest of the line is asked too: what a heading is about, which
/// quotation mark must close, which two characters make a word.
struct LostSigns {
    private var items: [LineReading.Item]
    private let scalars: [Unicode.Scalar]

    /// Returns the items, the likeliest reading of each first.
    static func settled(
        _ items: [LineReading.Item], in scalars: [Unicode.Scalar]
    ) -> [LineReading.Item] {
        guard items.contains(where: { $0.isGuess && $0.readings.count > 1 }) else { return items }
        var choice = LostSigns(items: items, scalars: scalars)
        choice.settle()
        return choice.items
    }

    private mutating func settle() {
        var words: Set<String>?
        for place in items.indices where items[place].isGuess && items[place].readings.count > 1 {
            let readings = items[place].readings.compactMap(\.first)
            guard let likeliest = readings.first else { continue }
            let (before, after) = (neighbour(before: place), neighbour(after: place))
            if readings.contains("\u{200D}"), EmojiMeanings.isEmoji(before),
                EmojiMeanings.isEmoji(after)
            {
                choose(["\u{200D}"], at: place)
            } else if readings.contains("”"), !EmojiMeanings.isEmoji(likeliest), mustClose(place) {
                choose(["”"], at: place)
            } else if EmojiMeanings.isEmoji(likeliest) {
                let known = words ?? EmojiMeanings.words(in: lineText)
                words = known
                if let best = EmojiMeanings.likeliest(of: readings, among: known) {
                    choose([best], at: place)
                }
            } else if SignKind(of: likeliest).isLetter, SignKind(of: likeliest).script != .east {
                if let best = LetterChoice.likeliest(of: readings, after: before, before: after) {
                    choose([best], at: place)
                }
            }
        }
        settleHan()
    }

    private mutating func choose(_ reading: [Unicode.Scalar], at place: Int) {
        items[place].readings.removeAll { $0 == reading }
        items[place].readings.insert(reading, at: 0)
    }

    /// The line as far as it is known, other scripts than that of the words left out.
    private var lineText: String {
        String(String.UnicodeScalarView(scalars.filter { $0.isASCII }))
    }

    private func neighbour(before place: Int) -> Unicode.Scalar {
        let start = items[place].start
        if place > 0, items[place - 1].start + items[place - 1].length == start {
            return items[place - 1].readings.first?.last ?? " "
        }
        return start > 0 ? scalars[start - 1] : " "
    }

    private func neighbour(after place: Int) -> Unicode.Scalar {
        let end = items[place].start + items[place].length
        if place + 1 < items.count, items[place + 1].start == end {
            return items[place + 1].readings.first?.first ?? " "
        }
        return end < scalars.count ? scalars[end] : " "
    }

    /// Tells whether a quotation is open at an item.
    private func mustClose(_ place: Int) -> Bool {
        var depth = 0
        let start = items[place].start
        for scalar in scalars[..<start] where scalar == "“" || scalar == "”" {
            depth += scalar == "“" ? 1 : -1
        }
        for item in items[..<place] {
            if item.readings.first == ["“"] { depth += 1 }
            if item.readings.first == ["”"] { depth -= 1 }
        }
        return depth > 0
    }

    // MARK: Chinese and Japanese

    /// Chooses among characters of Chinese, run by run: those that make words, else the commonest.
    private mutating func settleHan() {
        var place = 0
        while place < items.count {
            var end = place + 1
            while end < items.count,
                items[end - 1].start + items[end - 1].length == items[end].start
            {
                end += 1
            }
            if items[place..<end].contains(where: { $0.isGuess && isHan($0) }) {
                settleHan(place..<end)
            }
            place = end
        }
    }

    private func isHan(_ item: LineReading.Item) -> Bool {
        item.readings.first?.first.map { SignKind(of: $0).script == .east } ?? false
    }

    private mutating func settleHan(_ run: Range<Int>) {
        // For each reading of the item at hand: the best way to it, and what that costs.
        var ways: [(scalar: Unicode.Scalar, cost: Double, choices: [Unicode.Scalar])] = [
            (" ", 0, [])
        ]
        for place in run {
            let readings = items[place].readings.compactMap(\.first)
            var next: [(scalar: Unicode.Scalar, cost: Double, choices: [Unicode.Scalar])] = []
            for scalar in readings {
                let own = items[place].isGuess ? HanWords.rarity(of: scalar) : 0
                var best: (scalar: Unicode.Scalar, cost: Double, choices: [Unicode.Scalar])?
                for way in ways {
                    let cost = way.cost + own - (HanWords.isWord(way.scalar, scalar) ? 8 : 0)
                    if cost < best?.cost ?? .infinity {
                        best = (scalar, cost, way.choices + [scalar])
                    }
                }
                if let best { next.append(best) }
            }
            ways = next
        }
        guard let best = ways.min(by: { $0.cost < $1.cost }) else { return }
        for (place, scalar) in zip(run, best.choices)
        where items[place].isGuess && isHan(items[place]) {
            choose([scalar], at: place)
        }
    }
}

/// Which letter a byte was lost of.
enum LetterChoice {
    /// The letters that lose a byte in western code pages, the commoner of their script first.
    private static let order = Array("íÁÍşŞСсяАНПОюэРЭЮЯאםמĞýÝÏÐŁččďĎŽžōŌőŐěĚřŘšŠ".unicodeScalars)

    /// The likeliest of some letters between two others.
    static func likeliest(
        of letters: [Unicode.Scalar], after: Unicode.Scalar, before: Unicode.Scalar
    ) -> Unicode.Scalar? {
        let (previous, next) = (SignKind(of: after), SignKind(of: before))
        let isLast = !next.isLetter
        func cost(_ letter: Unicode.Scalar) -> Double {
            let kind = SignKind(of: letter)
            var plausibility = Plausibility().adding([after, letter, before])
            // An ending of Russian, and a form that a Hebrew letter has at the end only.
            if letter == "я", isLast, "иаьс".unicodeScalars.contains(after) {
                plausibility = Plausibility()
            }
            var cost = plausibility.cost
            if letter == "ם" { cost += isLast ? -1 : 2 }
            // A capital within a word, and a small letter where only capitals are.
            if kind.sort == .capital, previous.sort == .small { cost += 3 }
            if kind.sort == .small, previous.sort == .capital, next.sort == .capital { cost += 3 }
            if kind.sort == .small, !previous.isLetter, next.sort == .capital { cost += 3 }
            if kind.sort == .capital, !previous.isLetter, next.sort == .small { cost -= 0.5 }
            let rank = order.firstIndex(of: letter) ?? order.count
            return cost + Double(rank) / Double(order.count)
        }
        return letters.min { cost($0) < cost($1) }
    }
}
