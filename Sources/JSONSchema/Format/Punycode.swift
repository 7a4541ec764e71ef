/// Labels of all scripts in letters, digits and hyphens (RFC 3492).
enum Punycode {
    private static let (base, tMin, tMax, skew, damp) = (36, 1, 26, 38, 700)
    private static let (firstBias, firstCode) = (72, 128)

    /// Returns what a label without its `xn--` stands for, nil where it stands for nothing.
    static func decoded(_ label: [Unicode.Scalar]) -> [Unicode.Scalar]? {
        var output: [Unicode.Scalar] = []
        var rest = label[...]
        if let hyphen = label.lastIndex(of: "-") {
            output = Array(label[..<hyphen])
            rest = label[(hyphen + 1)...]
        }
        var (code, position, bias) = (firstCode, 0, firstBias)
        while !rest.isEmpty {
            let start = position
            var (weight, k) = (1, base)
            while true {
                guard let digit = rest.popFirst().flatMap(value) else { return nil }
                position += digit * weight
                let threshold = min(max(k - bias, tMin), tMax)
                if digit < threshold { break }
                weight *= base - threshold
                k += base
                guard weight < 1 << 40, position < 1 << 40 else { return nil }
            }
            let count = output.count + 1
            bias = adapted(position - start, count, isFirst: start == 0)
            code += position / count
            position %= count
            guard code <= 0x10FFFF, let scalar = Unicode.Scalar(UInt32(code)) else { return nil }
            output.insert(scalar, at: position)
            position += 1
        }
        return output
    }

    /// Returns a label as it follows `xn--`, nil where it is too long to be one.
    static func encoded(_ label: [Unicode.Scalar]) -> [Unicode.Scalar]? {
        guard label.count < 256 else { return nil }
        let basic = label.filter(\.isASCII)
        var output = basic.isEmpty ? [] : basic + ["-"]
        var (code, delta, bias, handled) = (firstCode, 0, firstBias, basic.count)
        while handled < label.count {
            let next = label.lazy.map { Int($0.value) }.filter { $0 >= code }.min() ?? 0
            delta += (next - code) * (handled + 1)
            code = next
            for scalar in label {
                if scalar.value < code { delta += 1 }
                guard scalar.value == code else { continue }
                var (rest, k) = (delta, base)
                while true {
                    let threshold = min(max(k - bias, tMin), tMax)
                    if rest < threshold { break }
                    output.append(digit(threshold + (rest - threshold) % (base - threshold)))
                    rest = (rest - threshold) / (base - threshold)
                    k += base
                }
                output.append(digit(rest))
                bias = adapted(delta, handled + 1, isFirst: handled == basic.count)
                delta = 0
                handled += 1
            }
            delta += 1
            code += 1
        }
        return output
    }

    private static func adapted(_ delta: Int, _ count: Int, isFirst: Bool) -> Int {
        var delta = isFirst ? delta / damp : delta / 2
        delta += delta / count
        var k = 0
        while delta > (base - tMin) * tMax / 2 {
            delta /= base - tMin
            k += base
        }
        return k + (base - tMin + 1) * delta / (delta + skew)
    }

    private static func value(_ scalar: Unicode.Scalar) -> Int? {
        switch scalar {
        case "a"..."z": Int(scalar.value) - 0x61
        case "A"..."Z": Int(scalar.value) - 0x41
        case "0"..."9": Int(scalar.value) - 0x30 + 26
        default: nil
        }
    }

    private static func digit(_ value: Int) -> Unicode.Scalar {
        Unicode.Scalar(UInt8(value < 26 ? value + 0x61 : value - 26 + 0x30))
    }
}
