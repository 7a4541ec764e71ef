extension CommandDescription {
    /// The options of every command that imports.
    static let importOptions = [
        Option(name: "--dry-run", summary: "Only report what would come of it"),
        Option(
            name: "--report", value: "text|json",
            summary: "The form of the report (default: text)", choices: ["text", "json"]),
        Option(
            name: "--message", short: "-m", value: "MESSAGE",
            summary: "The message of the commit"),
        Option.store,
    ]
}
