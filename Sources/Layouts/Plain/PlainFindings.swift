internal import Formats
internal import Profiles
internal import RecordModel

extension Diagnostic.Code {
    /// A field holds an address that a page must not link to.
    static let layoutUnsafeAddress: Diagnostic.Code = "layout.unsafe-address"
    /// A file has a name that Jekyll does not copy.
    static let layoutUncopiedFile: Diagnostic.Code = "layout.uncopied-file"
    /// A visitor counter cannot be shown as the record has it.
    static let layoutWidget: Diagnostic.Code = "layout.widget"
}

/// What the plain layout leaves out of a site, and why.
struct PlainFindings {
    let style: PlainStyle

    /// The findings, in the order of the record.
    var all: [Diagnostic] { addresses + widgets }

    private var addresses: [Diagnostic] {
        var found: [Diagnostic] = []
        var steps: [String] = []
        collect(style.input.record.value, at: &steps, into: &found)
        return found
    }

    /// Collects what is wrong with the addresses in a value; the steps that lead to it become a
    /// path only where something is.
    private func collect(
        _ value: Value, at steps: inout [String], into found: inout [Diagnostic]
    ) {
        switch value {
        case .mapping(let mapping):
            for entry in mapping.entries where entry.key != "options" {
                steps.append(entry.key)
                if let text = entry.value.string {
                    if let finding = finding(about: text, of: entry.key, at: steps) {
                        found.append(finding)
                    }
                } else {
                    collect(entry.value, at: &steps, into: &found)
                }
                steps.removeLast()
            }
        case .list(let items):
            for (position, item) in items.enumerated() {
                steps.append(Shape.any.listRule.name(of: item) ?? String(position))
                collect(item, at: &steps, into: &found)
                steps.removeLast()
            }
        default: break
        }
    }

    private func finding(about text: String, of key: String, at steps: [String]) -> Diagnostic? {
        switch key {
        case "file": return finding(aboutFile: text, at: FieldPath(steps: steps))
        case "url" where !text.isEmpty && URLText.safe(text) == nil:
            return finding(
                .layoutUnsafeAddress, "A page must not link to `\(text.prefix(80))`",
                hint: "Write a full address that begins with https://", at: FieldPath(steps: steps))
        default: return nil
        }
    }

    private func finding(aboutFile file: String, at path: FieldPath) -> Diagnostic? {
        guard let asset = PlainAsset(file) else {
            return finding(
                .layoutUnsafeAddress, "`\(file.prefix(80))` is not a file under assets/",
                hint: "Put the file into the profile's folder assets", at: path)
        }
        guard !asset.isCopied else { return nil }
        return finding(
            .layoutUncopiedFile, "Jekyll leaves `\(file.prefix(80))` out of the site",
            hint: "Rename it: no part may begin with `_`, `.` or `#`, or end with `~`", at: path)
    }

    private var widgets: [Diagnostic] {
        style.profile.person.widgets.compactMap { widget in
            guard widget.kind == nil || !PlainWidgets.isToken(widget.token) else { return nil }
            return finding(
                .layoutWidget, "This visitor counter is left out",
                hint: "Copy kind and token from the code that the service gave", at: widget.path)
        }
    }

    private func finding(
        _ code: Diagnostic.Code, _ message: String, hint: String, at path: FieldPath
    ) -> Diagnostic {
        Diagnostic(
            code, message, severity: .warning, hint: hint, profile: style.profile.id.text,
            path: path)
    }
}
