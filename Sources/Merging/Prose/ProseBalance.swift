/// Whether what a text in Markdown opens is closed again in the same paragraph.
enum ProseBalance {
    /// Tells whether each paragraph closes its emphasis, its brackets and its code.
    static func isBalanced(_ tokens: ProseTokens) -> Bool {
        var counts: [[UInt8]: Int] = [:]
        var fences = 0
        for index in 0...tokens.count {
            let isEnd =
                index == tokens.count
                || tokens.kinds[index] == .lineEnd && index > 0
                    && tokens.kinds[index - 1] == .lineEnd
            if isEnd {
                guard isBalanced(counts) else { return false }
                counts = [:]
            } else if tokens.kinds[index] == .mark {
                let mark = Array(tokens[index])
                if mark.count >= 3, mark[0] == UInt8(ascii: "`") || mark[0] == UInt8(ascii: "~") {
                    fences += 1
                } else {
                    counts[mark, default: 0] += 1
                }
            }
        }
        return fences.isMultiple(of: 2)
    }

    private static func isBalanced(_ counts: [[UInt8]: Int]) -> Bool {
        let open = counts[Array("[".utf8), default: 0]
        guard open == counts[Array("]".utf8), default: 0] else { return false }
        return ["**", "__", "~~", "`", "``", "$", "$$"].allSatisfy {
            counts[Array($0.utf8), default: 0].isMultiple(of: 2)
        }
    }
}
