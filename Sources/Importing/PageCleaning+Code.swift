/// Code, which is copied as it stands.
extension PageCleaning {
    /// Copies the line of a fence around code.
    mutating func readFence() -> Bool {
        var start = position
        while start < bytes.count, bytes[start] == 0x20, start - position < 3 { start += 1 }
        guard start + 2 < bytes.count, bytes[start] == 0x60 || bytes[start] == 0x7E else {
            return false
        }
        let run = bytes[start...].prefix { $0 == bytes[start] }
        guard run.count >= 3 else { return false }
        if let open = fence {
            if run.first == open.first, run.count >= open.count { fence = nil }
        } else {
            fence = Array(run)
        }
        while position < bytes.count, bytes[position] != 0x0A { copy() }
        if position < bytes.count { copy() }
        return true
    }

    /// Copies a code span that ends in its paragraph.
    mutating func readCode() -> Bool {
        let run = bytes[position...].prefix { $0 == 0x60 }.count
        var end = position + run
        var length = 0
        while end < bytes.count {
            if bytes[end] == 0x0A, end + 1 < bytes.count, bytes[end + 1] == 0x0A { break }
            length = bytes[end] == 0x60 ? length + 1 : 0
            end += 1
            if length == run, end == bytes.count || bytes[end] != 0x60 { break }
        }
        guard length == run else {
            for _ in 0..<run { copy() }
            return true
        }
        while position < end { copy() }
        return true
    }
}
