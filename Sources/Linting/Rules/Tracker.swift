internal import RecordModel

extension Rule {
    /// Finds visitor counters that stand in prose.
    static let tracker = Rule(
        "lint.tracker", .warning, "A visitor counter stands in a text",
        reason: """
            A counter tells another company who reads the page. The lab decides which ones it \
            allows, and the themes that cannot show one leave it out; both need it to be a field.
            """,
        remedy: "Move the counter to `widgets` of profile.yml, or remove it.",
        examples: [
            .bad(
                #"""
                sections:
                  - id: visitors
                    title: Visitors
                    text: '<img src="https://s01.flagcounter.com/map/o3ta/size_m/">'
                """#, at: "/sections/visitors/text"),
            .good("profile: {widgets: [{kind: flagcounter, token: o3ta}]}"),
        ],
        text: TextCheck(keywords: hosts, kinds: [.markdown]) { text in
            let bytes = text.foldedProse
            return text.told(
                hosts.flatMap { host in
                    bytes.positions(of: host).map {
                        TextFinding(
                            "The text embeds \(host)",
                            hint: "Move the counter to `widgets` of profile.yml, or remove it",
                            at: $0)
                    }
                })
        })

    private static let hosts = [
        "clustrmaps.com", "flagcounter.com", "mapmyvisitors.com", "revolvermaps.com",
        "statcounter.com", "google-analytics.com", "googletagmanager.com", "hits.seeyoufarm.com",
        "busuanzi.ibruce.info", "hitwebcounter.com", "visitor-badge",
    ]
}
