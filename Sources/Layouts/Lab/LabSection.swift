internal import RecordModel

/// A section of a page of the lab's site, in the shape of the plain theme's sections.
enum LabSection {
    /// A link to the page that shows all of what a section shows a part of.
    struct More {
        let target: String
        let label: String
        let what: String
    }

    static func value(
        _ kind: String, anchor: String, heading: String, more: More? = nil,
        _ fields: KeyValuePairs<String, Value?>
    ) -> Value {
        PlainValue.mapping(
            [
                "kind": .string(kind), "anchor": .string(anchor), "heading": .string(heading),
                "level": 2, "group_level": 3,
                "more": more.map {
                    [
                        "target": .string($0.target), "label": .string($0.label),
                        "what": .string($0.what),
                    ]
                },
            ], and: PlainValue.mapping(fields))
    }
}
