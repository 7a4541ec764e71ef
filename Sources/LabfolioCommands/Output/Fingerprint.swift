internal import Formats
internal import RecordModel

/// By what a program knows a finding again.
///
/// It is made of the profile, the field and the code, not of lines: a finding stays the same one
/// when the lines above it change or its entry moves.
enum Fingerprint {
    /// Returns a fingerprint for each finding, all of them different.
    static func all(of diagnostics: [Diagnostic]) -> [String] {
        var seen: [String: Int] = [:]
        return diagnostics.map { diagnostic in
            let place = diagnostic.path?.description ?? "file " + (diagnostic.location?.file ?? "")
            let name = [diagnostic.profile ?? "", place, diagnostic.code.rawValue]
                .joined(separator: "\u{0}")
            let ordinal = seen[name, default: 0]
            seen[name] = ordinal + 1
            return SHA256(Array("\(name)\u{0}\(ordinal)".utf8)).description
        }
    }
}
