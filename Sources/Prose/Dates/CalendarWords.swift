/// The names of months, seasons and of now in the languages of the pages.
enum CalendarWords {
    /// The months by their names and short names, in lower case without accents.
    static let months: [String: Int] = table([
        [
            "january", "jan", "januar", "jaenner", "janvier", "janv", "enero", "ene", "janeiro",
            "gennaio", "gen", "januari",
        ],
        [
            "february", "feb", "februar", "fevrier", "fevr", "fev", "febrero", "fevereiro",
            "febbraio", "februari", "febr",
        ],
        ["march", "mar", "marz", "maerz", "mrz", "mars", "marzo", "marco", "maart"],
        ["april", "apr", "avril", "avr", "abril", "abr", "aprile"],
        ["may", "mai", "mayo", "maio", "maggio", "mag", "mei", "maj"],
        ["june", "jun", "juni", "juin", "junio", "junho", "giugno", "giu"],
        ["july", "jul", "juli", "juillet", "juil", "julio", "julho", "luglio", "lug"],
        ["august", "aug", "aout", "agosto", "ago", "augustus", "augusti"],
        [
            "september", "sep", "sept", "septembre", "septiembre", "setiembre", "setembro",
            "settembre", "set",
        ],
        [
            "october", "oct", "oktober", "okt", "octobre", "octubre", "outubro", "out", "ottobre",
            "ott",
        ],
        ["november", "nov", "novembre", "noviembre", "novembro"],
        [
            "december", "dec", "dezember", "dez", "decembre", "diciembre", "dic", "dezembro",
            "dicembre",
        ],
    ])

    /// The seasons and terms that stand before or after a year.
    static let seasons: Set<String> = [
        "spring", "summer", "fall", "autumn", "winter", "monsoon", "ws", "ss", "wise", "sose",
        "wintersemester", "sommersemester", "fruhjahr", "herbst", "printemps", "automne", "ete",
        "hiver", "primavera", "verano", "otono", "invierno", "outono", "inverno", "trinity",
        "michaelmas", "hilary", "hs", "fs", "春季", "秋季", "夏季", "冬季", "春", "秋", "夏", "冬",
        "前期", "後期", "春季学期", "秋季学期", "夏季学期", "봄", "가을", "여름", "겨울",
    ]

    /// What may follow a season: `Fall Semester`.
    static let terms: Set<String> = [
        "semester", "term", "quarter", "trimester", "session", "学期", "학기",
    ]

    /// What stands in the place of a date that has not come.
    static let present: Set<String> = [
        "now", "present", "current", "currently", "today", "ongoing", "heute", "jetzt", "laufend",
        "aujourdhui", "actuel", "actuelle", "actuellement", "actualidad", "actual", "presente",
        "hoy", "atual", "atualmente", "hoje", "oggi", "attuale", "heden", "nu", "nuvarande",
        "至今", "今", "现在", "現在", "목하", "현재", "미정",
    ]

    /// What stands before the first date of a span.
    static let sinceWords: Set<String> = [
        "since", "seit", "depuis", "desde", "from", "von", "ab", "de", "sinds", "自", "从",
    ]

    /// What stands between the dates of a span.
    static let untilWords: Set<String> = [
        "to", "until", "till", "through", "bis", "a", "hasta", "ate", "tot", "et", "至", "到", "부터",
    ]

    /// What may stand in brackets after a span: `(expected)`.
    static let expectedWords: Set<String> = [
        "expected", "excepted", "anticipated", "exp", "est", "estimated", "tentative",
        "voraussichtlich",
        "prevu", "previsto", "预计", "予定", "예정",
    ]

    private static func table(_ names: [[String]]) -> [String: Int] {
        var table: [String: Int] = [:]
        for (index, row) in names.enumerated() {
            for name in row { table[name] = index + 1 }
        }
        return table
    }
}
