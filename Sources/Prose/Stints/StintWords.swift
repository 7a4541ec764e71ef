import Formats

/// The words by which roles, degrees, organizations and their parts are told.
enum StintWords {
    private static func set(_ words: String) -> Set<String> {
        Set(words.split { $0 == " " || $0 == "\n" }.map(String.init))
    }

    private static let roles = set(
        """
        intern internship professor researcher engineer assistant fellow postdoc postdoctoral postdoctorate
        scientist analyst manager president scholar lecturer director consultant developer leader head
        instructor tutor officer associate trainee reader chair coordinator architect designer founder
        cofounder ceo cto administrator teacher programmer faculty visitor visiting editor member advisor
        mitarbeiter mitarbeiterin doktorand doktorandin postdoktorand professorin assistent praktikant
        stagiaire chercheur chercheuse enseignant ingenieur doctorant doctorante maitre
        investigador investigadora profesor profesora becario ingeniero asistente pesquisador professora
        ricercatore dottorando assegnista onderzoeker promovendus student collaborator specialist
        technician secretary representative librarian statistician economist chef lead
        """)
    private static let eastAsianRoles = [
        "教授", "研究员", "研究員", "助理", "实习", "實習", "工程师", "讲师", "講師", "助教", "博士后", "导师", "主任", "연구원",
        "교수", "인턴", "院长", "访问学者", "准教授", "特任", "ポスドク", "연구", "主管", "学者",
    ]

    private static let degrees = set(
        """
        phd dphil doctor doctoral doctorate drphil drrernat dring master masters msc ms me meng mphil mba ma
        mres mtech mphys math bachelor bachelors bsc bs be beng ba btech bba undergraduate
        postgraduate diploma diplom diplome licence licencie licenciatura licenciado laurea grado graduado
        maestria maestro doctorado doctorat master1 master2 magister magistrale mestrado doutorado graduacao
        bacharelado promotion staatsexamen abitur graduate exchange highschool joint degree minor honours
        """)
    private static let eastAsianDegrees = [
        "博士", "硕士", "碩士", "学士", "學士", "本科", "研究生", "修士", "학사", "석사", "박사", "本硕", "直博", "高中",
    ]

    private static let organizations: [(String, Int)] = [
        ("university", 4), ("universitat", 4), ("universite", 4), ("universidad", 4),
        ("universidade", 4), ("universita", 4), ("universiteit", 4), ("universitet", 4),
        ("universities", 4), ("polytechnic", 4), ("politecnico", 4), ("ecole", 3), ("academy", 3),
        ("kaist", 4), ("hkust", 4), ("eth", 4), ("epfl", 4), ("mit", 4), ("ntu", 4), ("cuhk", 4),
        ("inria", 4), ("cnrs", 4), ("college", 3), ("hochschule", 4), ("max", 2),
        ("institute", 3), ("institut", 3), ("instituto", 3), ("istituto", 3), ("hospital", 3),
        ("inc", 3), ("ltd", 3), ("llc", 3), ("gmbh", 3), ("corp", 3), ("corporation", 3),
        ("company", 3),
        ("google", 4), ("microsoft", 4), ("amazon", 4), ("meta", 4), ("nvidia", 4), ("alibaba", 4),
        ("tencent", 4), ("huawei", 4), ("bytedance", 4), ("baidu", 4), ("ibm", 4), ("samsung", 4),
        ("apple", 4), ("intel", 4), ("adobe", 4), ("sensetime", 4), ("megvii", 4), ("kuaishou", 4),
        ("foundation", 3), ("agency", 3), ("council", 3), ("society", 3), ("ministry", 3),
        ("bank", 3),
        ("technologies", 2), ("technology", 2), ("research", 1), ("laboratory", 2), ("lab", 2),
        ("labs", 2), ("group", 1), ("center", 2), ("centre", 2), ("school", 1), ("department", 0),
        ("faculty", 0), ("division", 0), ("dept", 0), ("institution", 3), ("national", 1),
    ]
    private static let eastAsianOrganizations: [(String, Int)] = [
        ("大学", 4), ("大學", 4), ("대학교", 4), ("대학", 3), ("科学院", 4), ("公司", 4), ("集团", 3), ("医院", 3),
        ("研究院", 3), ("研究所", 2), ("學院", 1), ("学院", 1), ("实验室", 1), ("실험실", 1), ("연구소", 2),
        ("研究机构", 3),
        ("학과", 0), ("系", 0), ("机构", 2), ("委员会", 3), ("学会", 3),
    ]
    private static let units = set(
        "school department faculty division dept laboratory lab group center centre college institute "
            + "fakultat departement departamento facultad faculte lehrstuhl chair unit team section program"
    )

    static func isRole(_ text: String) -> Bool {
        SearchWords.folded(text).contains {
            roles.contains($0) || roles.contains(String($0.dropLast($0.hasSuffix("s") ? 1 : 0)))
        }
            || eastAsianRoles.contains { text.contains($0) }
    }

    /// Tells whether a text begins with a degree, or is one in an East Asian language.
    static func isDegree(_ text: String) -> Bool {
        let compact = text.replacing(".", with: "")
        let words = SearchWords.folded(compact)
        guard let first = words.first else { return false }
        if eastAsianDegrees.contains(where: { text.contains($0) }) { return true }
        if degrees.contains(first) {
            return !["math", "degree", "minor", "joint", "promotion"].contains(first)
                || words.count < 3
        }
        let rest = words.dropFirst().prefix(2)
        // `Visiting PhD student`, `Integrated Master`, `First-year PhD`
        return rest.contains {
            ["phd", "master", "bachelor", "doctoral", "msc", "bsc", "undergraduate", "degree"]
                .contains($0)
        }
    }

    /// How much a text looks like an organization: 4 for a university, 0 for a department, nil for
    /// what is neither.
    static func organizationRank(_ text: String) -> Int? {
        let words = SearchWords.folded(text)
        let ranks =
            organizations.filter { words.contains($0.0) }.map(\.1)
            + eastAsianOrganizations.filter { text.contains($0.0) }.map(\.1)
        guard let best = ranks.max() else { return nil }
        // `School of Computing, …`, `Department of Physics`, `Faculty of Informatics`: a part of one.
        if let first = words.first,
            ["school", "department", "faculty", "division", "dept", "college"].contains(first),
            best < 4
        {
            return words.contains("of") || words.contains("for") ? 0 : best
        }
        return best
    }

    static func isUnit(_ text: String) -> Bool {
        SearchWords.folded(text).contains(where: units.contains)
            || ["学院", "學院", "系", "实验室", "研究室", "학과", "학부", "研究所"].contains {
                text.contains($0)
            }
    }
}
