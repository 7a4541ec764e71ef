/// The path of a file within an export's target: relative, and never leading out of it.
///
/// Text of a record can become part of a file's name only through this type, so no record can
/// name a file elsewhere (law 8: text is data).
public struct TargetPath: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The components joined by `/`.
    public let description: String

    /// Takes a path; nil where it is absolute or empty, holds an empty component, `.`, `..`, a
    /// backslash, a colon or a control character, or is longer than a file system keeps; and
    /// where a component is git's own folder, or ends with a dot or a space, which Windows drops.
    public init?(_ text: String) {
        let components = text.utf8.split(
            separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        guard text.utf8.count <= 1_000, components.allSatisfy({ Self.isSafe(Substring($0)) })
        else { return nil }
        description = text
    }

    /// The components from the target's root.
    public var components: [Substring] { description.split(separator: "/") }

    /// The path of the folder that holds the file; empty for one at the target's root.
    public var folder: Substring {
        let slash = description.utf8.lastIndex(of: UInt8(ascii: "/"))
        return description[..<(slash ?? description.startIndex)]
    }

    /// The last component.
    public var name: Substring { components.last ?? "" }

    /// Orders paths by their text.
    public static func < (first: TargetPath, second: TargetPath) -> Bool {
        first.description < second.description
    }

    private static func isSafe(_ component: Substring) -> Bool {
        guard let last = component.utf8.last, component.utf8.count <= 255,
            last != UInt8(ascii: "."), last != UInt8(ascii: " "), !isGit(component)
        else { return false }
        return component.utf8.allSatisfy {
            $0 >= 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "\\") && $0 != UInt8(ascii: ":")
        }
    }

    /// Tells whether some file system takes a name for `.git`: whoever writes there can have any
    /// program run.
    private static func isGit(_ component: Substring) -> Bool {
        // Names that begin otherwise are by far the most.
        switch component.utf8.first {
        case UInt8(ascii: ".")?, UInt8(ascii: "g")?, UInt8(ascii: "G")?: break
        case let byte? where byte >= 0x80: break
        default: return false
        }
        let shown = component.unicodeScalars.filter { !$0.properties.isDefaultIgnorableCodePoint }
        let name = String(String.UnicodeScalarView(shown)).lowercased()
        return name == ".git" || name == "git~1"
    }
}
