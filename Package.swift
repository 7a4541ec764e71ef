// swift-tools-version: 6.2
import PackageDescription

/// What every Swift target is compiled with: a warning is an error, and what a module shows of
/// another one has to be said.
let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

/// As `strict`, and no unsafe memory access either: every module but the two that talk to C.
let safe: [SwiftSetting] = strict + [.strictMemorySafety()]

/// The schemas that a store gets when it brings none of its own, from `schema/`.
let schemas = [
    "awards", "common", "education", "labfolio", "news", "positions", "profile", "projects",
    "publications", "sections", "service", "talks", "teaching",
].map { Resource.embedInCode("../../schema/\($0).schema.json") }

/// The schemas that say what a schema is, as the specification publishes them.
let metaschemas = [
    "07", "2020-12", "2020-12-applicator", "2020-12-content", "2020-12-core",
    "2020-12-format-annotation", "2020-12-format-assertion", "2020-12-meta-data",
    "2020-12-unevaluated", "2020-12-validation",
].map { Resource.embedInCode("Metaschemas/draft-\($0).json") }

/// What the standard library does not know of Unicode's characters.
let unicodeTables = ["bidi-classes", "joining-types", "script-names", "scripts"]
    .map { Resource.embedInCode("Unicode/\($0).txt") }

/// The fixed files of the plain layout, from `Sources/Layouts/Plain/Theme/`.
let plainTheme = [
    "_includes/begin.html",
    "_includes/body.html",
    "_includes/contact.html",
    "_includes/entries.html",
    "_includes/legend.html",
    "_includes/link.html",
    "_includes/links.html",
    "_includes/news.html",
    "_includes/people.html",
    "_includes/person.html",
    "_includes/projects.html",
    "_includes/prose.html",
    "_includes/publication.html",
    "_includes/publications.html",
    "_includes/section.html",
    "_includes/tags.html",
    "_includes/widgets.html",
    "_layouts/curriculum.html",
    "_layouts/frame.html",
    "_layouts/homepage.html",
    "_layouts/listing.html",
    "_layouts/missing.html",
    "_layouts/moved.html",
    "theme/icon.svg",
    "theme/plain.css",
    "theme/plain.js",
].map { Resource.embedInCode("Plain/Theme/\($0)") }

/// What the lab's own site has beside them, from `Sources/Layouts/Lab/Theme/`.
let labTheme = [
    "_includes/alumni.html",
    "_includes/filters.html",
    "_includes/membership.html",
    "_includes/paging.html",
    "_includes/roster.html",
    "_layouts/departed.html",
    "_layouts/lab.html",
    "_layouts/member.html",
    "_layouts/works.html",
    "theme/lab.css",
].map { Resource.embedInCode("Lab/Theme/\($0)") }

let package = Package(
    name: "labfolio",
    platforms: [.macOS(.v26)],
    products: [
        .executable(name: "labfolio", targets: ["labfolio"]),
        .library(
            name: "Labfolio",
            targets: ["Publishing", "Layouts", "ProfileStore", "Merging", "JSONSchema", "Linting"]),
    ],
    targets: [
        // The system libraries, each behind one module map.
        .systemLibrary(
            name: "CGit2", pkgConfig: "libgit2",
            providers: [.apt(["libgit2-dev"]), .brew(["libgit2"])]),
        .systemLibrary(
            name: "CYAML", pkgConfig: "yaml-0.1",
            providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
        .systemLibrary(
            name: "CMarkGFM", pkgConfig: "libcmark-gfm",
            providers: [
                .apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"]), .brew(["cmark-gfm"]),
            ]),
        .systemLibrary(
            name: "CGumbo", pkgConfig: "gumbo",
            providers: [.apt(["libgumbo-dev"]), .brew(["gumbo-parser"])]),
        // No libraries: instructions of the processor that Swift has no words for.
        .systemLibrary(name: "CSHA256"),
        .systemLibrary(name: "CByteSearch"),
        // Nor a library: a call of the system that Swift does not see.
        .systemLibrary(name: "CRename"),

        // Level 0 and 1: values, formats, rules. No repository, no output.
        .target(name: "RecordModel", swiftSettings: safe),
        .target(
            name: "Formats",
            dependencies: [
                "RecordModel", "CYAML", "CMarkGFM", "CGumbo", "CSHA256", "CByteSearch", "CRename",
            ],
            swiftSettings: strict),
        .target(
            name: "JSONSchema", dependencies: ["Formats", "RecordModel"],
            resources: metaschemas + unicodeTables, swiftSettings: safe),
        .target(name: "Merging", dependencies: ["RecordModel"], swiftSettings: safe),
        .target(name: "Git", dependencies: ["CGit2"], swiftSettings: strict),
        .target(name: "Profiles", dependencies: ["RecordModel"], swiftSettings: safe),

        // Level 2 to 4: records in a repository, pages in a theme, files in a target.
        .target(
            name: "Linting", dependencies: ["Profiles", "Formats", "RecordModel"],
            swiftSettings: safe),
        .target(
            name: "Prose", dependencies: ["Formats", "Profiles", "RecordModel"],
            swiftSettings: safe),
        .target(
            name: "Exchange", dependencies: ["Prose", "Formats", "RecordModel"],
            swiftSettings: safe),
        .target(
            name: "ProfileStore",
            dependencies: ["Git", "Merging", "JSONSchema", "Formats", "RecordModel"],
            resources: schemas,
            swiftSettings: safe),
        .target(
            name: "Layouts", dependencies: ["Prose", "Formats", "Profiles", "RecordModel"],
            resources: plainTheme + labTheme,
            swiftSettings: safe),
        .target(
            name: "Publishing",
            dependencies: ["ProfileStore", "Layouts", "Git", "Formats", "RecordModel"],
            swiftSettings: safe),
        .target(
            name: "Importing",
            dependencies: [
                "ProfileStore", "Layouts", "Exchange", "Prose", "JSONSchema", "Git", "Profiles",
                "Formats", "RecordModel",
            ],
            swiftSettings: safe),

        // Level 6 and 7: the tool.
        .target(
            name: "LabfolioCommands",
            dependencies: [
                "Importing", "Publishing", "ProfileStore", "Layouts", "Linting", "Exchange",
                "Prose",
                "Profiles", "Git", "Merging", "JSONSchema", "Formats", "RecordModel",
            ],
            swiftSettings: safe),
        .executableTarget(
            name: "labfolio", dependencies: ["LabfolioCommands"], swiftSettings: safe),

        // Tests, one folder a module.
        .target(
            name: "TestSupport", dependencies: ["Formats", "RecordModel"],
            path: "Tests/TestSupport", swiftSettings: strict),
        .testTarget(
            name: "RecordModelTests", dependencies: ["RecordModel", "TestSupport"],
            swiftSettings: strict),
        .testTarget(
            name: "FormatsTests", dependencies: ["Formats", "RecordModel", "TestSupport"],
            swiftSettings: strict),
        .testTarget(
            name: "JSONSchemaTests",
            dependencies: ["JSONSchema", "Formats", "RecordModel", "TestSupport"],
            swiftSettings: strict),
        .testTarget(
            name: "MergingTests", dependencies: ["Merging", "RecordModel", "TestSupport"],
            swiftSettings: strict),
        .testTarget(
            name: "GitTests", dependencies: ["Git", "TestSupport"], swiftSettings: strict),
        .testTarget(
            name: "ProseTests",
            dependencies: ["Prose", "Formats", "Profiles", "RecordModel", "TestSupport"],
            swiftSettings: strict),
        .testTarget(
            name: "ExchangeTests",
            dependencies: ["Exchange", "JSONSchema", "Formats", "RecordModel", "TestSupport"],
            swiftSettings: strict),
        .testTarget(
            name: "LintingTests",
            dependencies: ["Linting", "Profiles", "Formats", "RecordModel", "TestSupport"],
            swiftSettings: strict),
        .testTarget(
            name: "ProfilesTests", dependencies: ["Profiles", "RecordModel", "TestSupport"],
            swiftSettings: strict),
        .testTarget(
            name: "ProfileStoreTests",
            dependencies: [
                "ProfileStore", "Git", "Merging", "JSONSchema", "Formats", "RecordModel",
                "TestSupport",
            ],
            swiftSettings: strict),
        .testTarget(
            name: "LayoutsTests",
            dependencies: [
                "Layouts", "Prose", "Profiles", "Formats", "RecordModel", "TestSupport",
            ],
            exclude: ["StandIns"], swiftSettings: strict),
        .testTarget(
            name: "PublishingTests",
            dependencies: [
                "Publishing", "ProfileStore", "Layouts", "Git", "Formats", "RecordModel",
                "TestSupport",
            ],
            swiftSettings: strict),
        .testTarget(
            name: "ImportingTests",
            dependencies: [
                "Importing", "ProfileStore", "Layouts", "Exchange", "Prose", "JSONSchema",
                "Formats", "RecordModel", "TestSupport",
            ],
            swiftSettings: strict),
        .testTarget(
            name: "CommandsTests",
            dependencies: [
                "LabfolioCommands", "ProfileStore", "Git", "Formats", "RecordModel", "TestSupport",
            ],
            exclude: ["Golden"], swiftSettings: strict),
        .executableTarget(
            name: "Benchmarks",
            dependencies: ["TestSupport", "Merging", "Formats", "RecordModel"],
            path: "Tests/Benchmarks/Benchmarks", swiftSettings: strict),
        .executableTarget(
            name: "YAMLEventLoop", dependencies: ["CYAML"],
            path: "Tests/Benchmarks/YAMLEventLoop"),
        .testTarget(
            name: "EndToEndTests", dependencies: ["labfolio", "TestSupport"],
            swiftSettings: strict),
    ]
)

// The leak gate builds the tests that it names with what they need, and nothing else: its sanitizer
// changes every object file.
if let names = Context.environment["LABFOLIO_TARGETS"] {
    package.keep(names.split(separator: " ").map(String.init))
}

// The gates spend most of their time in these modules: compiled as a release is, they take as long to
// build, and the tests of all modules a third of the time. All else stays as an editor builds it.
if Context.environment["LABFOLIO_OPTIMIZED"] != nil {
    package.optimize(["RecordModel", "Formats", "JSONSchema", "Merging", "Prose"])
}

extension Package {
    /// Optimises some targets, whatever the rest is built with.
    func optimize(_ names: Set<String>) {
        for target in targets where names.contains(target.name) {
            target.swiftSettings = (target.swiftSettings ?? []) + [.unsafeFlags(["-O"])]
        }
    }

    /// Leaves out all products, and all targets but some and those that they depend on.
    func keep(_ names: [String]) {
        let known = Dictionary(uniqueKeysWithValues: targets.map { ($0.name, $0) })
        var kept: Set<String> = []
        var waiting = names
        while let name = waiting.popLast() {
            guard kept.insert(name).inserted else { continue }
            for case .byNameItem(let other, _) in known[name]?.dependencies ?? [] {
                waiting.append(other)
            }
        }
        targets = targets.filter { kept.contains($0.name) }
        products = []
    }
}
