/// The files of small stores, as a person would write them.
public enum StoreText {
    /// The text of `labfolio.yml`.
    public static let configuration = """
        lab:
          name: Example Lab
        default_layout: plain

        """

    /// The text of `profile.yml` of a person.
    public static func person(_ name: String, more: String = "") -> String {
        """
        name:
          display: \(name)
        \(more)layout:
          theme: plain

        """
    }

    /// `news.yml` of items with one id and one text each.
    public static func news(_ items: (id: String, text: String)...) -> String {
        items.map { "- id: \($0.id)\n  date: 2024-05\n  text: \($0.text)\n" }.joined()
    }

    /// A store of two people.
    public static let two: [String: String] = [
        "labfolio.yml": configuration,
        "profiles/ada-lovelace/profile.yml": person("Ada Lovelace", more: "role: Analyst\n"),
        "profiles/ada-lovelace/news.yml": news(("engine", "The engine *runs*.")),
        "profiles/alan-turing/profile.yml": person("Alan Turing"),
    ]
}
