internal import Formats
internal import Layouts
internal import ProfileStore
internal import Publishing
internal import RecordModel

extension CommandDescription {
    /// Describes `labfolio export`.
    static let export = CommandDescription(
        name: "export", summary: "Write the homepages for their Jekyll themes",
        discussion: """
            Each profile goes into a folder of its own below --to, or with --flat into --to \
            itself. A theme's layout writes content over a checkout of the theme: over what is \
            in the target, or over a copy of --theme. A file that labfolio did not write, or that \
            was changed since, stops the export of its profile, unless --adopt, --keep-theirs \
            or --force says what becomes of it. \
            Exporting again writes only what changed, and reads only what changed since. --lab \
            writes the lab's own site in their place, one folder made of all profiles. --check \
            writes nothing, and fails unless a \
            folder holds exactly what an export would leave there.
            """,
        operands: [
            Operand(
                name: "PROFILE", summary: "The profiles (default: all)", count: .any,
                completion: .profiles)
        ],
        options: [
            Option(name: "--to", value: "DIR", summary: "Where to write", completion: .folders),
            Option(
                name: "--layout", value: Layout.all.map(\.name).joined(separator: "|"),
                summary: "The layout (default: the one that each profile chooses)",
                choices: Layout.all.map(\.name)),
            .revision,
            Option(
                name: "--theme", value: "DIR",
                summary: "A checkout of the theme, copied first without its samples",
                completion: .folders),
            Option(name: "--flat", summary: "Write one profile into --to itself"),
            Option(
                name: "--by-layout",
                summary: "Write into a folder of the layout's name below the profile's"),
            Option(
                name: "--check", value: "DIR",
                summary: "Compare a folder with the store instead; --to is not needed",
                completion: .folders),
            Option(name: "--dry-run", summary: "Say what would be done, and do nothing"),
            Option(
                name: "--adopt",
                summary: "Take over files that hold already what would be written"),
            Option(
                name: "--keep-theirs",
                summary: "Leave files that labfolio did not write, and write the others"),
            Option(name: "--force", summary: "Overwrite files that labfolio did not write"),
            Option(
                name: "--durable",
                summary: "Wait until each file is on the disk before it takes its place"),
            Option(
                name: "--shard", value: "K/N",
                summary: "Write part K of N of all profiles, as of HEAD or --at, and a receipt"),
            Option(
                name: "--receipt", value: "FILE",
                summary: "Where the receipt goes (default: receipt-K-of-N.json in --to)",
                completion: .files),
            Option(
                name: "--join",
                summary: "Prove from the receipts that follow that nothing is missing; write "
                    + "nothing"),
            Option(
                name: "--atomic",
                summary: "Exchange each homepage that changes with a new one, in one step"),
            Option(
                name: "--prune",
                summary:
                    "Take the homepages away of profiles, and with --by-layout in layouts, that "
                    + "the store no longer has"),
            .lab, .asOf, .format(["text", "json"]), .store,
        ],
        examples: [
            Example(line: "labfolio export --to build/sites", meaning: "All homepages"),
            Example(
                line: "labfolio export wanru-zhao --layout plain --to site --flat",
                meaning: "One homepage as a complete site, ready for jekyll build"),
            Example(
                line: "labfolio export wanru-zhao --theme al-folio --to site --flat",
                meaning: "One homepage over a copy of its theme"),
            Example(
                line: "labfolio export --at main --to sites --atomic --prune",
                meaning: "What a job does that deploys: whole homepages, and none of who left"),
            Example(
                line: "labfolio export --check build/sites",
                meaning: "Is there anything stale, missing or changed?"),
            Example(
                line: "labfolio export --shard 2/8 --to build/sites",
                meaning: "What the second of eight machines exports"),
            Example(
                line: "labfolio export --join build/receipt-*.json",
                meaning: "Did the eight export everything, once, of one commit?"),
            Example(
                line: "labfolio export --lab --to build/lab",
                meaning: "The lab's own site: its people, their publications and news"),
            Example(
                line: "labfolio export --to build/sites --as-of 2025-06-01",
                meaning: "With what is to show from that day on"),
        ]
    ) { invocation throws(CommandError) in
        if invocation.isOn("--join") { return try ReceiptReport(invocation: invocation).run() }
        let checked = invocation.value("--check")
        guard let target = checked ?? invocation.value("--to") else {
            throw .usage("The option --to is missing", hint: "It names the folder to write into")
        }
        for option in [
            "--to", "--adopt", "--keep-theirs", "--force", "--durable", "--atomic", "--prune",
            "--dry-run", "--receipt",
        ]
        where checked != nil && invocation.isOn(option) {
            throw .usage(
                "--check and \(option) exclude each other", hint: "--check DIR writes nothing")
        }
        let part = try ExportShard(invocation)
        let place = StoreExport.Place(
            folder: invocation.path(target), isFlat: invocation.isOn("--flat"),
            isByLayout: invocation.isOn("--by-layout"))
        // Of thousands of homepages it is long, and read while the store is opened.
        async let memory = invocation.exportMemory(of: place.folder)
        let store = try invocation.store()
        let found =
            if let part {
                try part.snapshot(of: store, invocation)
            } else {
                try invocation.snapshot(of: store)
            }
        let snapshot = try invocation.dated(found)
        var ids = try invocation.profileIDs(in: snapshot)
        if let part { ids = ids.filter(part.shard.contains) }
        guard !invocation.isOn("--flat") || ids.count == 1 else {
            throw .usage(
                "--flat is for one profile, not for \(ids.count)",
                hint: "Name one, or leave --flat out: each gets a folder of its own")
        }
        for option in ["--flat", "--check"]
        where invocation.isOn("--prune") && invocation.isOn(option) {
            throw .usage(
                "--prune and \(option) exclude each other",
                hint: "--prune looks at the homepages of all profiles")
        }
        guard !invocation.isOn("--prune") || (invocation.operands.isEmpty && part == nil) else {
            throw .usage(
                "--prune is for an export of all profiles",
                hint: "Leave the names out; --dry-run says what would be removed")
        }
        var options = Exporter.Options()
        options.foreignFiles = try invocation.foreignFiles()
        options.isAtomic = invocation.isOn("--atomic")
        options.isDurable = invocation.isOn("--durable")
        options.isDryRun = invocation.isOn("--dry-run")
        options.version = Labfolio.version
        options.theme = invocation.value("--theme").map(invocation.path)
        guard !invocation.isOn("--lab") else {
            return try invocation.exportLab(
                of: snapshot, options: options, folder: place.folder,
                isCheck: checked != nil)
        }
        let run = ExportRun(
            export: try invocation.export(
                of: snapshot, into: place, exporter: Exporter(options: options),
                memory: await memory),
            isCheck: checked != nil, isWriting: checked == nil && !options.isDryRun,
            withNotes: invocation.format() == "json",
            concurrency: invocation.terminal.concurrency,
            progress: Progress(
                checked == nil ? "Exporting" : "Checking", total: ids.count,
                on: invocation.terminal))
        var outcomes = try await run.outcomes(of: ids)
        if invocation.isOn("--prune") { outcomes += try run.prune(after: outcomes) }
        let isWhole = ids.count == snapshot.profileIDs.count && !invocation.isOn("--prune")
        let leftovers = isWhole ? try run.leftovers(after: outcomes) : []
        let status = ExportText(invocation: invocation, isCheck: checked != nil)
            .report(outcomes, leftovers: leftovers)
        try part?.write(outcomes, of: run.export, invocation)
        return status
    }
}

extension Invocation {
    /// What the options say of files that labfolio did not write.
    func foreignFiles() throws(CommandError) -> Exporter.Options.ForeignFiles {
        let choices: [(String, Exporter.Options.ForeignFiles)] = [
            ("--adopt", .adopt), ("--keep-theirs", .keep), ("--force", .overwrite),
        ]
        let chosen = choices.filter { isOn($0.0) }
        guard chosen.count < 2 else {
            throw .usage(
                "\(chosen[0].0) and \(chosen[1].0) exclude each other",
                hint: "Each says what becomes of files that labfolio did not write")
        }
        return chosen.first?.1 ?? .refuse
    }
}
