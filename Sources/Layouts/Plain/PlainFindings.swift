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
        collect(style.input.record.value, at: .root, into: &found)
        return found
    }

    private func collect(_ value: Value, at path: FieldPath, into found: inout [Diagnostic]) {
        switch value {
        case .mapping(let mapping):
            for entry in mapping.entries {
                let place = path.appending(entry.key)
                if entry.key == "url", let url = entry.value.string, !url.isEmpty,
                    URLText.safe(url) == nil
                {
                    found.append(
                        finding(
                            .layoutUnsafeAddress, "A page must not link to `\(url.prefix(80))`",
                            hint: "Write a full address that begins with https://", at: place))
                } else if entry.key == "file", let file = entry.value.string {
                    found += [self.finding(aboutFile: file, at: place)].compactMap { $0 }
                } else if entry.key == "options" {
                    continue
                } else {
                    collect(entry.value, at: place, into: &found)
                }
            }
        case .list(let items):
            for (position, item) in items.enumerated() {
                collect(
                    item, at: path.appending(Shape.any.listRule.name(of: item) ?? String(position)),
                    into: &found)
            }
        default: break
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
