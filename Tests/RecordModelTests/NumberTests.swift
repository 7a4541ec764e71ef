import Foundation
import RecordModel
import TestSupport
import Testing

@Suite struct NumberTests {
    @Test(arguments: [
        ("0", "0"), ("-0", "0"), ("0.0", "0"), ("0e999999", "0"), ("7", "7"), ("+7", "7"),
        ("007", "7"), ("-12", "-12"), ("1.10", "1.1"), (".5", "0.5"), ("5.", "5"), ("-.5", "-0.5"),
        ("6e23", "600000000000000000000000"), ("6E+2", "600"), ("1e-3", "0.001"), ("10e-1", "1"),
        ("1200", "1200"), ("12.34e1", "123.4"), ("1e30", "1" + String(repeating: "0", count: 30)),
        ("1e31", "1e31"), ("1e-31", "1e-31"), ("1e1000000", "1e1000000"),
        ("123456789012345678901234567890.5", "123456789012345678901234567890.5"),
    ])
    func `a number is read exactly and written in one form`(text: String, written: String) throws {
        let number = try #require(Number(parsing: text))
        #expect(number.description == written)
        #expect(Number(parsing: number.description) == number)
    }

    @Test(arguments: [
        "", "-", "+", ".", "-.", "e5", "1e", "1e+", "1e5.5", "1 ", " 1", "0x10", "1_000", "1,5",
        "NaN",
        "Infinity", "--1", "1e1000001", "1e-1000001", "1e99999999999999999999", "٣", "1e٣", "1.2.3",
    ])
    func `what is no decimal number is refused`(text: String) {
        #expect(Number(parsing: text) == nil)
    }

    @Test(arguments: [
        ["1", "1.0", "10e-1", "0.1e1", "+1", "01"], ["0", "-0", "0.000", "0e5"],
        ["-1200", "-1.2e3", "-1200.0"],
    ])
    func `one quantity is one number however it is written`(texts: [String]) throws {
        let numbers = try texts.map { try #require(Number(parsing: $0)) }
        #expect(Set(numbers).count == 1)
        #expect(Set(numbers.map { Value.number($0) }).count == 1)
    }

    @Test func `numbers are in the order of their quantities`() throws {
        let texts = [
            "-1e31", "-12", "-11.5", "-1", "-0.1", "-0.01", "0", "1e-40", "0.09", "0.1", "0.11",
            "1",
            "1.5", "2", "9", "10", "99.9", "100", "1e31", "1.1e31",
        ]
        let numbers = try texts.map { try #require(Number(parsing: $0)) }
        for (index, number) in numbers.enumerated() {
            for (other, second) in numbers.enumerated() {
                #expect((number < second) == (index < other), "\(number) < \(second)")
            }
        }
    }

    @Test(
        arguments: [
            ("5", 5), ("-5", -5), ("5.0", 5), ("5e2", 500), ("5.5", nil),
            ("9223372036854775807", Int.max), ("-9223372036854775808", Int.min),
            ("9223372036854775808", nil), ("1e19", nil), ("1e1000000", nil),
        ] as [(String, Int?)])
    func `a whole number that fits is a machine integer`(text: String, integer: Int?) throws {
        let number = try #require(Number(parsing: text))
        #expect(number.integer == integer)
        if let integer { #expect(Number(integer) == number) }
    }

    @Test(arguments: [
        ("6", "3", true), ("7", "3", false), ("0", "3", true), ("-6", "3", true), ("6", "-3", true),
        ("0.3", "0.1", true), ("0.35", "0.1", false), ("0.0075", "0.0001", true),
        ("0.00751", "0.0001", false), ("4.5", "1.5", true), ("1", "0.3", false),
        ("1e308", "0.5", true), ("1e308", "1e-8", true), ("12391239123", "1e-8", true),
        ("1e1000000", "7", false), ("7e1000000", "7", true), ("7e1000000", "7e-1000000", true),
        ("7e-1000000", "7e1000000", false), ("1", "1e1000000", false), ("5", "0", false),
        ("123456789012345678901234567890", "3", true),
        ("123456789012345678901234567891", "3", false),
        ("123456789012345678901234567890", "12345678901234567890123456789", true),
        ("123456789012345678901234567891", "12345678901234567890123456789", false),
    ])
    func `a multiple is one exactly`(text: String, divisor: String, expected: Bool) throws {
        let number = try #require(Number(parsing: text))
        #expect(number.isMultiple(of: try #require(Number(parsing: divisor))) == expected)
    }

    @Test func `a remainder of long numbers ends`() throws {
        // Thousands of digits by thousands: what a hostile file would ask for.
        let number = try #require(Number(parsing: String(repeating: "73", count: 2_000)))
        let other = try #require(Number(parsing: String(repeating: "37", count: 1_001)))
        #expect(number.isMultiple(of: number))
        #expect(!number.isMultiple(of: other))
    }

    @Test(arguments: UInt64(0)..<400)
    func `numbers agree with Foundation's decimals`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        func text() -> String {
            let digits = Int.random(in: 0..<1_000_000, using: &random)
            return
                "\(Bool.random(using: &random) ? "-" : "")\(digits)e\(Int.random(in: -9...9, using: &random))"
        }
        let texts = (text(), text())
        let ours = (
            try #require(Number(parsing: texts.0)), try #require(Number(parsing: texts.1))
        )
        let theirs = (
            try #require(Decimal(string: texts.0)), try #require(Decimal(string: texts.1))
        )
        #expect((ours.0 < ours.1) == (theirs.0 < theirs.1), "\(texts)")
        #expect((ours.0 == ours.1) == (theirs.0 == theirs.1), "\(texts)")
        #expect(Decimal(string: ours.0.description) == theirs.0, "\(texts)")
        #expect(Number(parsing: "\(theirs.0)") == ours.0, "\(texts)")
        #expect(Number(parsing: ours.0.description)?.hashValue == ours.0.hashValue, "\(texts)")
    }

    @Test(arguments: UInt64(0)..<400)
    func `a multiple agrees with the remainder of integers`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let divisor = Int.random(in: 1..<(1 << Int(1 + seed % 30)), using: &random)
        let number = Int.random(in: 0..<(1 << 30), using: &random) * (seed % 2 == 0 ? divisor : 1)
        let power = Int.random(in: -20...20, using: &random)
        let ours = try #require(Number(parsing: "\(number)e\(power)"))
        let unit = try #require(Number(parsing: "\(divisor)e\(power)"))
        #expect(ours.isMultiple(of: unit) == (number % divisor == 0), "\(number) \(divisor)")
    }
}
