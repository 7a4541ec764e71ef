/// What the bytes of a file are, as far as they say it.
struct ByteForm {
    let encoding: TextEncoding
    /// How many bytes the mark at the beginning has.
    let markLength: Int

    init(of bytes: [UInt8]) {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            self.init(encoding: .utf8, markLength: 3)
        } else if bytes.starts(with: [0xFF, 0xFE]) {
            self.init(encoding: .utf16LittleEndian, markLength: 2)
        } else if bytes.starts(with: [0xFE, 0xFF]) {
            self.init(encoding: .utf16BigEndian, markLength: 2)
        } else if let wide = Self.unmarkedUTF16(bytes) {
            self.init(encoding: wide, markLength: 0)
        } else if let page = Self.page(of: bytes) {
            self.init(encoding: .singleByte(page.name), markLength: 0)
        } else {
            self.init(encoding: .utf8, markLength: 0)
        }
    }

    private init(encoding: TextEncoding, markLength: Int) {
        self.encoding = encoding
        self.markLength = markLength
    }

    /// UTF-16 without a mark.
    ///
    /// The zero bytes of its spaces, digits and line ends are all at even or all at odd places. No
    /// other text has zero bytes.
    private static func unmarkedUTF16(_ bytes: [UInt8]) -> TextEncoding? {
        guard bytes.count >= 4, bytes.count.isMultiple(of: 2) else { return nil }
        let part = bytes.prefix(4_096)
        var (even, odd) = (0, 0)
        for (index, byte) in part.enumerated() where byte == 0 {
            if index.isMultiple(of: 2) { even += 1 } else { odd += 1 }
        }
        // One unit in twenty at least is of ASCII, in whatever language a page is.
        guard min(even, odd) == 0, max(even, odd) * 40 >= part.count else { return nil }
        return even > odd ? .utf16BigEndian : .utf16LittleEndian
    }

    /// The encoding with one byte a character that the bytes are in; nil for UTF-8.
    ///
    /// A file of UTF-8 with a stray byte is still one: its sequences are no accident.
    private static func page(of bytes: [UInt8]) -> CodePage? {
        // Nearly every file is sound, which the standard library tells in one quick pass.
        guard String(validating: bytes, as: UTF8.self) == nil else { return nil }
        let count = UTF8Runs.count(bytes)
        guard count.strays > count.sequences else { return nil }
        return SingleBytePages.likeliest(for: bytes)
    }

    /// Returns the text, and what stray bytes in it were taken for.
    func text(of bytes: [UInt8]) -> (String, [Repair]) {
        switch encoding {
        case .utf8:
            let rest = markLength == 0 ? bytes : Array(bytes.dropFirst(markLength))
            if let text = String(validating: rest, as: UTF8.self) { return (text, []) }
            return UTF8Runs.text(of: rest)
        case .utf16LittleEndian, .utf16BigEndian:
            var units: [UInt16] = []
            units.reserveCapacity(bytes.count / 2)
            let isLittle = encoding == .utf16LittleEndian
            for place in stride(from: markLength, to: bytes.count - 1, by: 2) {
                let (first, second) = (UInt16(bytes[place]), UInt16(bytes[place + 1]))
                units.append(isLittle ? first | (second << 8) : (first << 8) | second)
            }
            return (String(decoding: units, as: UTF16.self), [])
        case .singleByte(let name):
            let page = CodePage.all.first { $0.name == name } ?? .windows1252
            return (page.text(of: bytes), [])
        }
    }
}

extension CodePage {
    /// The text of bytes in this encoding.
    func text(of bytes: [UInt8]) -> String {
        var scalars = String.UnicodeScalarView()
        for byte in bytes { scalars.append(scalar(of: byte) ?? "\u{FFFD}") }
        return String(scalars)
    }
}

/// Which single-byte encoding a file is in, told by how its letters read.
enum SingleBytePages {
    /// The likeliest encoding: that in which the text reads best.
    static func likeliest(for bytes: [UInt8]) -> CodePage {
        // A few thousand bytes around the letters in question tell.
        var sample: [UInt8] = []
        for (place, byte) in bytes.enumerated() where byte >= 0x80 {
            let start = max(place - 12, 0)
            sample += bytes[start..<min(place + 12, bytes.count)]
            sample.append(0x0A)
            if sample.count > 6_000 { break }
        }
        let pages: [CodePage] = [
            .windows1252, .windows1250, .windows1251, .windows1254, .macRoman, .ibm437,
        ]
        var best = (page: CodePage.windows1252, cost: Double.infinity)
        for page in pages {
            var plausibility = Plausibility()
            for scalar in page.text(of: sample).unicodeScalars { plausibility.add(scalar) }
            let cost = plausibility.cost + (page.rarity + 1) * 3
            if cost < best.cost { best = (page, cost) }
        }
        return best.page
    }
}

/// Bytes that are UTF-8 but for some.
enum UTF8Runs {
    /// How many sequences beyond ASCII there are, and how many bytes that are in none.
    static func count(_ bytes: [UInt8]) -> (sequences: Int, strays: Int) {
        var result = (sequences: 0, strays: 0)
        var place = 0
        while place < bytes.count {
            if bytes[place] < 0x80 {
                place += 1
            } else if let length = length(at: place, in: bytes) {
                result.sequences += 1
                place += length
            } else {
                result.strays += 1
                place += 1
            }
        }
        return result
    }

    /// Returns the text, bytes that are in no sequence as Windows-1252 has them.
    static func text(of bytes: [UInt8]) -> (String, [Repair]) {
        var (result, repairs): ([UInt8], [Repair]) = ([], [])
        var (place, line) = (0, 1)
        while place < bytes.count {
            if bytes[place] == 0x0A { line += 1 }
            let length = bytes[place] < 0x80 ? 1 : length(at: place, in: bytes)
            guard let length else {
                let byte = bytes[place]
                let page = CodePage.windows1252
                let isDefined = page.signs[Int(byte) - 0x80] != 0
                let sign = isDefined ? page.scalar(of: byte) ?? "\u{FFFD}" : "\u{FFFD}"
                repairs.append(
                    Repair(
                        line: line, offset: result.count, before: "\u{FFFD}",
                        after: String(sign), encoding: "UTF-8", isCertain: isDefined))
                result += String(sign).utf8
                place += 1
                continue
            }
            result += bytes[place..<place + length]
            place += length
        }
        return (String(decoding: result, as: UTF8.self), repairs)
    }

    /// The length of the well-formed sequence at a place; nil where there is none.
    private static func length(at place: Int, in bytes: [UInt8]) -> Int? {
        let length: Int
        switch bytes[place] {
        case 0xC2...0xDF: length = 2
        case 0xE0...0xEF: length = 3
        case 0xF0...0xF4: length = 4
        default: return nil
        }
        guard place + length <= bytes.count,
            bytes[place + 1..<place + length].allSatisfy({ $0 & 0xC0 == 0x80 })
        else { return nil }
        // Longer than need be, halves of UTF-16, and what is beyond the last character.
        switch (bytes[place], bytes[place + 1]) {
        case (0xE0, ..<0xA0), (0xED, 0xA0...), (0xF0, ..<0x90), (0xF4, 0x90...): return nil
        default: return length
        }
    }
}
