/// A property of characters that the standard library does not know, as the runs of characters
/// that have one value.
///
/// The tables are those of Unicode 14; a character that is younger has no value.
struct ScalarRuns: Sendable {
    private let starts: [UInt32]
    private let values: [String]

    /// The script of each character, by its long name.
    static let scripts = ScalarRuns(PackageResources.scripts_txt)
    /// The class of each character in texts that are written from right to left (UAX 9, table 4).
    static let bidiClasses = ScalarRuns(PackageResources.bidi_classes_txt)
    /// How each character joins its neighbours: `D`, `L`, `R` or `C`; others do not.
    static let joiningTypes = ScalarRuns(PackageResources.joining_types_txt)

    /// The long names of the scripts, by their codes of four letters.
    static let scriptNames: [String: String] = {
        var names: [String: String] = [:]
        for line in PackageResources.script_names_txt.split(separator: UInt8(ascii: "\n")) {
            let words = line.split(separator: UInt8(ascii: " "))
            guard words.count == 2 else { continue }
            names[String(decoding: words[0], as: UTF8.self)] =
                String(decoding: words[1], as: UTF8.self)
        }
        return names
    }()

    /// Reads a table: a line for each run, its first character in hexadecimal, then its value.
    private init(_ bytes: [UInt8]) {
        var (starts, values): ([UInt32], [String]) = ([], [])
        for line in bytes.split(separator: UInt8(ascii: "\n")) {
            let words = line.split(separator: UInt8(ascii: " "))
            guard words.count == 2,
                let start = UInt32(String(decoding: words[0], as: UTF8.self), radix: 16)
            else { preconditionFailure("a table is built in and has two words on each line") }
            starts.append(start)
            values.append(String(decoding: words[1], as: UTF8.self))
        }
        (self.starts, self.values) = (starts, values)
    }

    /// The value of a character, nil where it has none.
    subscript(_ scalar: Unicode.Scalar) -> String? {
        var (low, high) = (0, starts.count)
        while low < high {
            let middle = (low + high) / 2
            if starts[middle] <= scalar.value { low = middle + 1 } else { high = middle }
        }
        guard low > 0, values[low - 1] != "-" else { return nil }
        return values[low - 1]
    }

    /// The runs of characters that have a value, empty where no character has it.
    func ranges(of value: String) -> [ClosedRange<UInt32>] {
        starts.indices.compactMap { index in
            guard values[index] == value else { return nil }
            let end = index + 1 < starts.count ? starts[index + 1] : 0x11_0000
            return starts[index]...(end - 1)
        }
    }
}
