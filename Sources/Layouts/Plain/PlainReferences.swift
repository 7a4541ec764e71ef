internal import Profiles
internal import RecordModel

/// Links from one entry to another of the same record.
struct PlainReferences {
    let record: Record
    /// The page of the site, relative to its root, that shows the entries of a section in full;
    /// sections that no page shows are missing.
    let pages: [String: String]
    /// Where things are on the lab's own site; nil for a homepage.
    var lab: LabPlaces?

    /// Where the site shows an entry, relative to its root; nil where it does not.
    func target(of path: FieldPath) -> String? {
        path.steps.first.flatMap { pages[$0] }.map { page in
            page + "#" + PlainAnchor.entry(lab?.path(of: path) ?? path)
        }
    }

    /// The links to what field paths name; what the site does not show is left out.
    func links(_ paths: [String]) -> [Value] {
        paths.compactMap { text in
            guard let path = FieldPath(parsing: text), path.steps.count >= 2,
                let target = target(of: path),
                let entry = record.value.value(at: FieldPath(steps: Array(path.steps.prefix(2))))
            else { return nil }
            let label = ["title", "name", "course", "role", "degree"]
                .lazy.compactMap { entry[$0]?.string }.first
            return PlainValue.mapping([
                "label": .string(label ?? path.steps[1]),
                "target": .string(target),
            ])
        }
    }
}
