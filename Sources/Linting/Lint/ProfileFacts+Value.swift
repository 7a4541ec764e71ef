public import RecordModel

extension ProfileFacts {
    /// The facts as a value, to be kept; `init(_:)` reads it.
    public var value: Value {
        [
            "id": .string(id),
            "waivers": .list(
                waivers.map {
                    [
                        "code": .string($0.code),
                        "path": $0.path.map { .string($0.description) } ?? .null,
                        "reason": .string($0.reason),
                    ]
                }),
            "names": .texts(names),
            "identities": .list(
                identities.map { .texts([$0.kind, $0.handle, $0.path.description]) }),
            "works": .list(
                works.map {
                    [
                        "path": .string($0.path.description), "title": .string($0.title),
                        "keys": .texts($0.keys.map(\.text)),
                        "year": $0.year.map { .number(Number($0)) } ?? .null,
                        "venues": .texts($0.venues), "preprint": .bool($0.isPreprint),
                    ]
                }),
            "coauthors": .list(
                coauthors.map { name in
                    .texts([name.key] + name.places.flatMap { [String($0.work), $0.author] })
                }),
            "members": .list(members.map { .texts([$0.id, $0.path.description]) }),
        ]
    }

    /// Reads facts that were kept; nil for a value that is none.
    public init?(_ value: Value) {
        guard let id = value["id"]?.string, let works = value["works"]?.list,
            let waivers = value["waivers"]?.list, let names = value["names"]?.texts,
            let identities = value["identities"]?.rows(of: 3),
            let coauthors = value["coauthors"]?.rows(of: 3),
            let members = value["members"]?.rows(of: 2)
        else { return nil }
        self.init(
            id: id,
            waivers: waivers.map {
                Waiver(
                    code: $0["code"]?.string ?? "",
                    path: $0["path"]?.string.flatMap(FieldPath.init(parsing:)),
                    reason: $0["reason"]?.string ?? "")
            },
            names: names,
            identities: identities.map {
                Identity(kind: $0[0], handle: $0[1], path: Self.path($0[2]))
            },
            works: works.map {
                Work(
                    path: Self.path($0["path"]?.string ?? ""), title: $0["title"]?.string ?? "",
                    keys: ($0["keys"]?.texts ?? []).map(Key.init),
                    year: $0["year"]?.number?.integer,
                    venues: $0["venues"]?.texts ?? [], isPreprint: $0["preprint"]?.bool ?? false)
            },
            coauthors: coauthors.map { row in
                Name(
                    key: row[0],
                    places: stride(from: 1, to: row.count - 1, by: 2).map {
                        Place(work: Int(row[$0]) ?? -1, author: row[$0 + 1])
                    })
            },
            members: members.map { Mention(id: $0[0], path: Self.path($0[1])) })
    }

    /// A path that was written down; they were all made by `description`.
    private static func path(_ text: String) -> FieldPath { FieldPath(parsing: text) ?? .root }
}

extension Value {
    fileprivate static func texts(_ texts: [String]) -> Value { .list(texts.map { .string($0) }) }

    fileprivate var texts: [String]? { list?.compactMap(\.string) }

    /// The items as lists of at least some texts; nil where one is shorter.
    fileprivate func rows(of count: Int) -> [[String]]? {
        let rows = list?.map { $0.texts ?? [] }
        return rows?.allSatisfy { $0.count >= count } == true ? rows : nil
    }
}
