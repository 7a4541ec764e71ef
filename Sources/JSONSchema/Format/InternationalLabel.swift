/// The labels that hosts may have beyond letters, digits and hyphens (RFC 5891, 4.2, and 5892).
enum InternationalLabel {
    static func isValid(_ label: [Unicode.Scalar]) -> Bool {
        guard let first = label.first, !isMark(first), first != "-", label.last != "-",
            label.count < 4 || label[2] != "-" || label[3] != "-"
        else { return false }
        return label.indices.allSatisfy { isAllowed($0, in: label) }
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark: true
        default: false
        }
    }

    private static func isAllowed(_ index: Int, in label: [Unicode.Scalar]) -> Bool {
        let scalar = label[index]
        let before = index > 0 ? label[index - 1] : nil
        let behind = index + 1 < label.count ? label[index + 1] : nil
        // What depends on its neighbours (RFC 5892, appendix A).
        switch scalar.value {
        case 0x200C: return isVirama(before) || joins(index, label)
        case 0x200D: return isVirama(before)
        case 0xB7: return before == "l" && behind == "l"
        case 0x375: return script(behind) == "Greek"
        case 0x5F3, 0x5F4: return script(before) == "Hebrew"
        case 0x30FB:
            return label.contains {
                ["Hiragana", "Katakana", "Han"].contains(script($0))
            }
        case 0x660...0x669: return !label.contains { (0x6F0...0x6F9).contains($0.value) }
        case 0x6F0...0x6F9: return !label.contains { (0x660...0x669).contains($0.value) }
        // The exceptions (2.6).
        case 0xDF, 0x3C2, 0x6FD, 0x6FE, 0xF0B, 0x3007: return true
        case 0x640, 0x7FA, 0x302E, 0x302F, 0x3031...0x3035, 0x303B: return false
        case 0x2D, 0x30...0x39, 0x61...0x7A: return true
        default: return isLetterOrDigit(scalar)
        }
    }

    /// The characters that need no neighbours, as their properties say (RFC 5892, 3).
    private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        // Old Hangul letters, and the blocks of marks for symbols and music.
        case 0x1100...0x11FF, 0xA960...0xA97C, 0xD7B0...0xD7FB, 0x20D0...0x20FF,
            0x1D100...0x1D1FF, 0x1D200...0x1D24F:
            return false
        default: break
        }
        let properties = scalar.properties
        if properties.changesWhenNFKCCaseFolded || properties.isDefaultIgnorableCodePoint
            || properties.isWhitespace || properties.isNoncharacterCodePoint
        {
            return false
        }
        switch properties.generalCategory {
        case .lowercaseLetter, .uppercaseLetter, .otherLetter, .modifierLetter, .decimalNumber,
            .nonspacingMark, .spacingMark:
            return true
        default: return false
        }
    }

    private static func isVirama(_ scalar: Unicode.Scalar?) -> Bool {
        scalar?.properties.canonicalCombiningClass == .virama
    }

    private static func script(_ scalar: Unicode.Scalar?) -> String {
        scalar.flatMap { ScalarRuns.scripts[$0] } ?? ""
    }

    /// Tells whether a mark that keeps two letters from joining stands between two that would.
    private static func joins(_ index: Int, _ label: [Unicode.Scalar]) -> Bool {
        let before = label[..<index].last { !isTransparent($0) }.flatMap(joining)
        let behind = label[(index + 1)...].first { !isTransparent($0) }.flatMap(joining)
        return ["L", "D"].contains(before) && ["R", "D"].contains(behind)
    }

    private static func joining(_ scalar: Unicode.Scalar) -> String? {
        ScalarRuns.joiningTypes[scalar]
    }

    private static func isTransparent(_ scalar: Unicode.Scalar) -> Bool {
        guard scalar.value != 0x200C, joining(scalar) == nil else { return false }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return true
        default: return false
        }
    }
}
