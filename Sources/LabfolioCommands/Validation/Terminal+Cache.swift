extension Terminal {
    /// Where labfolio keeps what it can find again: `LABFOLIO_CACHE`, else `labfolio` in the
    /// person's folder for caches (XDG Base Directory Specification); nil where there is neither,
    /// or `LABFOLIO_CACHE` is `off`.
    var cacheFolder: String? {
        func absolute(_ name: String) -> String? {
            environment(name).flatMap { $0.hasPrefix("/") ? $0 : nil }
        }
        if let chosen = environment("LABFOLIO_CACHE"), !chosen.isEmpty {
            return chosen == "off"
                ? nil : chosen.hasPrefix("/") ? chosen : currentFolder + "/" + chosen
        }
        return absolute("XDG_CACHE_HOME").map { $0 + "/labfolio" }
            ?? absolute("HOME").map { $0 + "/.cache/labfolio" }
    }
}
