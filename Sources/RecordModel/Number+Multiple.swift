extension Number {
    /// Tells whether the number is another one taken a whole number of times, exactly.
    ///
    /// The work is bounded by the digits that were written, however large the exponents are: powers
    /// of ten are never written out.
    public func isMultiple(of divisor: Number) -> Bool {
        guard !digits.isEmpty else { return true }
        // The digits end with no zero, so a power of ten that is left over divides nothing.
        let scale = exponent - divisor.exponent
        guard !divisor.digits.isEmpty, scale >= 0 else { return false }
        var rest = Limbs(digits: divisor.digits)
        // `10^scale` takes care of as many twos and fives of the divisor.
        for factor in [2, 5] as [UInt64] {
            var count = 0
            while count < scale, rest.divide(by: factor) { count += 1 }
        }
        return rest.divides(digits: digits)
    }
}

/// A natural number, the lowest nine decimal digits first.
private struct Limbs {
    private static let base: UInt64 = 1_000_000_000
    private var limbs: [UInt64]

    init(digits: [UInt8]) {
        limbs = []
        var end = digits.endIndex
        while end > 0 {
            let start = max(0, end - 9)
            limbs.append(digits[start..<end].reduce(0) { $0 * 10 + UInt64($1) })
            end = start
        }
    }

    /// Divides by a small factor where nothing is left over, and tells whether it did.
    mutating func divide(by factor: UInt64) -> Bool {
        // Two and five divide the base, so the lowest limb decides.
        guard limbs[0].isMultiple(of: factor) else { return false }
        var carry: UInt64 = 0
        for index in limbs.indices.reversed() {
            let part = carry * Self.base + limbs[index]
            limbs[index] = part / factor
            carry = part % factor
        }
        while limbs.count > 1, limbs.last == 0 { limbs.removeLast() }
        return true
    }

    /// Tells whether the number divides the one that decimal digits name.
    func divides(digits: [UInt8]) -> Bool {
        guard limbs.count > 2 else { return dividesInMachineNumbers(digits) }
        // Long division, digit by digit: the remainder stays below the divisor.
        var remainder = Array(repeating: UInt64(0), count: limbs.count + 1)
        for digit in digits {
            var carry = UInt64(digit)
            for index in remainder.indices {
                let part = remainder[index] * 10 + carry
                remainder[index] = part % Self.base
                carry = part / Self.base
            }
            while isAtLeastSelf(remainder) { subtractSelf(from: &remainder) }
        }
        return remainder.allSatisfy { $0 == 0 }
    }

    private func dividesInMachineNumbers(_ digits: [UInt8]) -> Bool {
        let divisor = limbs.reversed().reduce(0) { $0 * Self.base + $1 }
        var remainder: UInt64 = 0
        for digit in digits {
            // The divisor has at most 18 digits, so ten times the remainder may be too large.
            let (high, low) = remainder.multipliedFullWidth(by: 10)
            let (sum, overflow) = low.addingReportingOverflow(UInt64(digit))
            remainder = divisor.dividingFullWidth((high + (overflow ? 1 : 0), sum)).remainder
        }
        return remainder == 0
    }

    private func isAtLeastSelf(_ other: [UInt64]) -> Bool {
        if other[limbs.count] > 0 { return true }
        for index in limbs.indices.reversed() where other[index] != limbs[index] {
            return other[index] > limbs[index]
        }
        return true
    }

    private func subtractSelf(from other: inout [UInt64]) {
        var borrow: UInt64 = 0
        for index in other.indices {
            let amount = (index < limbs.count ? limbs[index] : 0) + borrow
            borrow = other[index] < amount ? 1 : 0
            other[index] = other[index] + borrow * Self.base - amount
        }
    }
}
