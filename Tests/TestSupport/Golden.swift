import Foundation

/// Texts that a test compares with files beside it.
///
/// One command rewrites all of them: `UPDATE_GOLDEN=1 swift test`. A run that rewrote something is
/// red, so that no recording passes for a test.
public enum Golden {
    /// Compares a text with `Golden/<name>` beside the calling test.
    ///
    /// Returns what differs, nil where nothing does.
    public static func mismatch(
        _ text: String, _ name: String, beside test: StaticString = #filePath
    ) throws -> String? {
        let path = folder(beside: test) + "/" + name
        let expected = FileManager.default.contents(atPath: path)
            .map { String(decoding: $0, as: UTF8.self) }
        if expected == text { return nil }
        if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
            try FileManager.default.createDirectory(
                atPath: (path as NSString).deletingLastPathComponent,
                withIntermediateDirectories: true)
            try Data(text.utf8).write(to: URL(fileURLWithPath: path))
            return "\(name) was rewritten; look at it with git diff, then run the tests again"
        }
        guard let expected else {
            return "There is no \(name); UPDATE_GOLDEN=1 swift test writes it:\n\(text)"
        }
        return "\(name) differs; UPDATE_GOLDEN=1 swift test rewrites it\n"
            + difference(from: expected, to: text)
    }

    /// The names of all files in `Golden` beside a test, so that none stays that no test reads.
    public static func names(beside test: StaticString = #filePath) -> Set<String> {
        let files = FileManager.default.enumerator(atPath: folder(beside: test))
        var names: Set<String> = []
        while let name = files?.nextObject() as? String {
            if (name as NSString).pathExtension.isEmpty { continue }
            names.insert(name)
        }
        return names
    }

    private static func folder(beside test: StaticString) -> String {
        ("\(test)" as NSString).deletingLastPathComponent + "/Golden"
    }

    /// The lines that only one of two texts has, in their order.
    private static func difference(from old: String, to new: String) -> String {
        let (before, after) = (old.components(separatedBy: "\n"), new.components(separatedBy: "\n"))
        return after.difference(from: before).map { change in
            switch change {
            case .remove(let line, let text, _): "-\(line + 1): \(text)"
            case .insert(let line, let text, _): "+\(line + 1): \(text)"
            }
        }.joined(separator: "\n")
    }
}
