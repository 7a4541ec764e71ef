import JSONSchema
import RecordModel
import Testing

/// The official suite of JSON Schema, group by group: what is required and what is optional.
@Suite(
    .enabled(
        if: OfficialSuite.isThere,
        "the suite is not there; .ci/install-test-tools brings it"))
struct OfficialSuiteTests {
    /// The groups that are not run, each with the reason.
    static let exceptions = [
        "draft2019-09/defs.json: validate definition against metaschema":
            "the metaschema of 2019-09 is not built in",
        "draft2019-09/ref.json: remote ref, containing refs itself":
            "the metaschema of 2019-09 is not built in",
    ]

    /// The drafts of which the suite holds tests; some copies of it leave 2019-09 out.
    static let drafts = ["draft2020-12", "draft2019-09", "draft7"]

    @Test(
        arguments: drafts.flatMap(OfficialSuite.groups)
            .filter { exceptions[$0.name] == nil })
    func `the suite agrees`(group: OfficialSuite.Group) throws {
        #expect(!group.tests.isEmpty)
        var schema = group.schema
        if case .mapping(var mapping) = schema, mapping["$schema"] == nil {
            mapping["$schema"] = .string(group.metaschema)
            schema = .mapping(mapping)
        }
        let compiled = try Schema(
            compiling: schema, uri: "https://labfolio.dev/case",
            resources: OfficialSuite.remotes, assertsFormats: group.assertsFormats)
        for test in group.tests {
            let isValid = compiled.isValid(test.data)
            let errors = compiled.errors(in: test.data)
            let comment: Comment =
                "\(test.description): \(group.schema) for \(test.data): \(errors)"
            #expect(isValid == test.isValid, comment)
            #expect(errors.isEmpty == test.isValid, comment)
            #expect(compiled.outline(of: test.data).isValid == test.isValid, comment)
        }
    }

    @Test func `the exceptions are few, and are in the suite`() {
        let groups = Self.drafts.flatMap(OfficialSuite.groups)
        let names = Set(groups.map(\.name))
        let drafts = Set(groups.map(\.draft))
        #expect(Self.exceptions.count <= 10)
        #expect(drafts.isSuperset(of: ["draft2020-12", "draft7"]))
        for name in Self.exceptions.keys where drafts.contains(String(name.prefix { $0 != "/" })) {
            #expect(names.contains(name), "\(name)")
        }
    }

    @Test(arguments: OfficialSuite.outputs("draft2020-12").indices)
    func `the output has the form that the suite describes`(index: Int) throws {
        let group = OfficialSuite.outputs("draft2020-12")[index]
        let outputSchema = OfficialSuite.outputSchema("draft2020-12")
        let schema = try Schema(compiling: group["schema"] ?? nil)
        for test in group["tests"]?.list ?? [] {
            for (form, demand) in test["output"]?.mapping?.entries.map({ ($0.key, $0.value) }) ?? []
            {
                let form = try #require(OutputForm(rawValue: form), "the form \(form)")
                let output = schema.output(for: test["data"] ?? nil, form)
                let checker = try Schema(
                    compiling: demand,
                    resources: ["https://json-schema.org/draft/2020-12/output/schema": outputSchema]
                )
                #expect(checker.errors(in: output).isEmpty, "\(output)")
            }
        }
    }
}
