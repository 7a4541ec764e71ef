public import RecordModel

extension Explanation {
    /// What the findings about schemas, and about records that break them, mean.
    public static let schema: [Explanation] =
        fields + values + lists + combinations + [
            Explanation(
                .schemaInvalid, summary: "A schema is not one.",
                reason: """
                    Nothing can be checked with it: a keyword has a value that it cannot have, a \
                    reference leads nowhere, or a keyword is not known to labfolio, which rather \
                    stops than passes over a rule.
                    """,
                remedy: "Mend the named place; the keywords are those of JSON Schema 2020-12.",
                bad: "{\"type\": \"text\"}", good: "{\"type\": \"string\"}")
        ]

    private static func keyword(
        _ name: String, _ summary: String, _ reason: String, _ remedy: String,
        bad: String? = nil, good: String? = nil
    ) -> Explanation {
        Explanation(
            Schema.code(ofKeyword: name), summary: summary, reason: reason, remedy: remedy,
            bad: bad, good: good)
    }

    private static let fields: [Explanation] = [
        keyword(
            "additionalProperties", "A field has a name that the schema does not know.",
            """
            Nothing reads such a field, so its value would show nowhere. Most are a slip of the \
            finger; labfolio keeps them and says so rather than drop them.
            """,
            """
            Write the name that is suggested, or remove the field. A lab that needs a field of its \
            own adds it to the files of schema/.
            """,
            bad: "venue:\n  typ: journal", good: "venue:\n  type: journal"),
        keyword(
            "required", "A field that has to be there is missing.",
            "Without it the entry cannot be shown, sorted or told apart from others.",
            "Fill it in; the help names what it is for and gives an example.",
            bad: "- id: engine\n  date: 2024",
            good: "- id: engine\n  date: 2024\n  text: The engine runs."),
        keyword(
            "dependentRequired", "A field needs another one beside it.",
            "One of the two alone does not say enough: a count without its date, for example.",
            "Fill the other field in, or remove the one that asks for it."),
        keyword(
            "dependencies", "A field needs another one beside it.",
            "One of the two alone does not say enough.",
            "Fill the other field in, or remove the one that asks for it."),
        keyword(
            "propertyNames", "A key has a form that is not allowed in this mapping.",
            "The keys of this mapping are data too, for example names of BibTeX fields.",
            "Write the key as the help says.",
            bad: "fields:\n  Best Paper: yes", good: "fields:\n  award: Best Paper"),
        keyword(
            "minProperties", "A mapping has too few fields.",
            "An empty mapping says nothing.", "Fill a field in, or remove the mapping."),
        keyword(
            "maxProperties", "A mapping has too many fields.",
            "The place of the page that shows it has no room for more.", "Remove some of them."),
    ]

    private static let values: [Explanation] = [
        keyword(
            "type", "A value has another type than the field.",
            """
            A list where one text is due, or a text where a list is due, cannot be shown. An empty \
            field is a value too: YAML's null.
            """,
            """
            Write the value in the form that is due; fill an empty field in, or remove its line. \
            `labfolio validate --fix` mends the plain cases.
            """,
            bad: "keywords: looms\ndoi:", good: "keywords: [looms]"),
        keyword(
            "enum", "A value is none of those that may stand here.",
            "Pages choose words, icons and places by these values; any other one has none.",
            "Write the value that is suggested, or one of the list.",
            bad: "kind: git-hub", good: "kind: github"),
        keyword(
            "const", "A value is not the only one that may stand here.",
            "The schema fixes this value.", "Write the value that is named."),
        keyword(
            "pattern", "A text does not have the form that is due.",
            """
            Dates are sorted, identifiers become links and ids become addresses; a text of another \
            form would give a wrong order, a dead link or a broken page.
            """,
            "Write it in the form of the example. Dates are 2024, 2024-05 or 2024-05-01.",
            bad: "date: May 2024\ndoi: https://doi.org/10.1000/1",
            good: "date: 2024-05\ndoi: 10.1000/1"),
        keyword(
            "format", "A text is not what its field holds: an address, a date, a host name.",
            "Links and mail would go nowhere, and dates would be sorted wrongly.",
            "Write it in the form that the help names.",
            bad: "homepage: example", good: "homepage: https://example.org"),
        keyword(
            "contentEncoding", "A text is not encoded as its field demands.",
            "Nothing could decode it again.", "Encode it as the schema says, for example base64."),
        keyword(
            "contentMediaType", "A text does not hold what its field demands.",
            "Nothing could read it as what it claims to be.",
            "Write what the schema names, for example JSON."),
        keyword(
            "minLength", "A text is too short.",
            "An empty text shows as a gap, and a heading or a link without words cannot be used.",
            "Fill it in, or remove the field.", bad: "role: \"\"", good: "role: Professor"),
        keyword(
            "maxLength", "A text is too long.",
            "The field has a place on the page that more would break.",
            "Shorten it, or move prose to `text`, `summary` or a section of its own."),
        keyword(
            "minimum", "A number is too small.", "It cannot be what was counted.",
            "Write the number that is due.", bad: "level: 0", good: "level: 1"),
        keyword(
            "maximum", "A number is too large.", "The page has no form for it.",
            "Write the number that is due.", bad: "level: 9", good: "level: 2"),
        keyword(
            "exclusiveMinimum", "A number is too small.", "It has to be above the bound.",
            "Write a larger number."),
        keyword(
            "exclusiveMaximum", "A number is too large.", "It has to be below the bound.",
            "Write a smaller number."),
        keyword(
            "multipleOf", "A number is not a multiple of the one that is due.",
            "The field counts in steps.", "Write a multiple."),
    ]

    private static let lists: [Explanation] = [
        Explanation(
            .schemaDuplicateID, summary: "Two entries of a list have the same id.",
            reason: """
                Field paths, diffs, merges and links name an entry by its id. The second one could \
                not be reached, and a merge could mistake one for the other.
                """,
            remedy: """
                Give one of the two another id, or remove it if it is a copy. The id of the older \
                one stays, since others may refer to it.
                """,
            bad: "- id: engine\n  date: 2023\n- id: engine\n  date: 2024",
            good: "- id: engine\n  date: 2023\n- id: engine-2024\n  date: 2024"),
        keyword(
            "uniqueItems", "A list holds the same item twice.",
            "The list is a set: the second one adds nothing and shows twice.",
            "Remove one of the two; `labfolio validate --fix` does.",
            bad: "keywords: [looms, engines, looms]", good: "keywords: [looms, engines]"),
        keyword(
            "minItems", "A list has too few items.", "An empty list says nothing.",
            "Add an item, or remove the field.", bad: "authors: []",
            good: "authors:\n  - name: Ada Lovelace"),
        keyword(
            "maxItems", "A list has too many items.", "The page shows no more than these.",
            "Remove some of them."),
        keyword(
            "contains", "A list lacks an item of the form that is due.",
            "At least one such item is needed for the page.", "Add one."),
        keyword(
            "minContains", "A list has too few items of one form.",
            "So many of them are needed.", "Add one."),
        keyword(
            "maxContains", "A list has too many items of one form.",
            "Only so many of them can be meant, for example one main address.",
            "Remove the form from the others."),
    ]

    private static let combinations: [Explanation] = [
        keyword(
            "anyOf", "None of the fields is there of which one is needed.",
            "Each of them alone would do, for example the handle or the address of a link.",
            "Fill one of the fields in.", bad: "- id: code\n  kind: github",
            good: "- id: code\n  kind: github\n  handle: ada"),
        keyword(
            "oneOf", "A value fits several forms that exclude each other, or none.",
            "It cannot be told which of them was meant.",
            "Keep the fields of one form, and remove those of the others."),
        keyword(
            "not", "A value has a form that is ruled out.",
            "The schema names what must not stand here.", "Write it in another way."),
        keyword(
            "false", "Something stands where nothing may.",
            "The schema has no use for a value here.", "Remove it."),
        keyword(
            "$ref", "The schema refers to itself without end.",
            "No value could ever be checked against it.",
            "Mend the `$ref` of the schema; the file of the record is not at fault."),
    ]
}
