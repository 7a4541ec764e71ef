import Foundation
import Testing

@testable import Layouts

/// The stylesheet's colours against the Web Content Accessibility Guidelines.
@Suite struct PlainColoursTests {
    private let css = String(
        decoding: PlainTheme.files.first { $0.path == "theme/plain.css" }?.bytes ?? [],
        as: UTF8.self)

    /// The colours of one scheme, in the order of the stylesheet: light, dark twice.
    private var schemes: [[String: String]] {
        css.split(separator: "--ground:").dropFirst().map { block in
            let body = "--ground:" + block.prefix { $0 != "}" }
            var colours: [String: String] = [:]
            for match in body.matches(of: /--([a-z-]+):\s*#([0-9a-f]{3,6});/) {
                colours[String(match.1)] = String(match.2)
            }
            return colours
        }
    }

    private func luminance(_ colour: String) throws -> Double {
        let digits = colour.count == 3 ? colour.map { "\($0)\($0)" }.joined() : colour
        let number = try #require(Int(digits, radix: 16), "\(colour)")
        let parts = [number >> 16, number >> 8 & 0xFF, number & 0xFF].map { part in
            let share = Double(part) / 255
            return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }

    @Test func `every text stands out from its ground, in the light and in the dark`() throws {
        let schemes = schemes
        // Light, dark by the system's wish, dark by the switch, and paper.
        #expect(schemes.count == 4)
        #expect(schemes[1] == schemes[2])
        let pairs = [
            ("text", "ground"), ("text", "raised"), ("text", "accent-ground"), ("quiet", "ground"),
            ("quiet", "raised"), ("accent", "ground"), ("accent", "accent-ground"),
            ("ground", "accent"), ("award", "ground"), ("quiet", "accent-ground"),
        ]
        for scheme in schemes {
            for (front, back) in pairs {
                let first = try luminance(#require(scheme[front]))
                let second = try luminance(#require(scheme[back]))
                let contrast = (max(first, second) + 0.05) / (min(first, second) + 0.05)
                #expect(contrast >= 4.5, "\(front) on \(back): \(contrast)")
            }
        }
    }
}
