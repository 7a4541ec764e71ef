import Formats
import RecordModel

/// The words by which headings are told apart.
enum HeadingWords {
    /// A kind, and the phrases that announce it: all words of one phrase have to be there.
    struct Rule: Sendable {
        let kind: SectionKind
        let phrases: [[String]]

        init(_ kind: SectionKind, _ phrases: String...) {
            self.kind = kind
            self.phrases = phrases.map { $0.split(separator: " ").map(String.init) }
        }

        func isMet(by words: Set<String>) -> Bool {
            phrases.contains { $0.allSatisfy(words.contains) }
        }
    }

    /// The rules, the more exact ones first: `Teaching Awards` are awards, `Conference Reviewer`
    /// is a service.
    static let rules: [Rule] = [
        // What others have reviewed is no service.
        Rule(
            .publications, "peer review paper", "peer review publication", "peer reviewed article",
            "peer reviewed publication",
            "peer reviewed paper", "peer reviewed journal", "peer reviewed conference",
            "peer reviewed proceeding", "peer reviewed work", "refereed", "preprint", "pre print",
            "under review", "working paper", "book review", "unpublished work",
            "editor reviewed publication"),
        Rule(
            .awards, "award", "honor", "honour", "prize", "scholarship", "fellowship", "grant",
            "funding", "achievement", "competition", "distinction", "auszeichnung",
            "preis", "stipendium", "prix", "bourse", "beca", "premio", "reconocimiento", "bolsa",
            "forderung", "distincion", "financiamiento"),
        Rule(
            .service, "service", "reviewer", "review", "reviewing", "committee", "editorial",
            "volunteer", "volunteering", "outreach", "organizational role", "organizing",
            "leadership", "professional activity", "academic activity", "membership",
            "gutachter", "gremium", "engagement", "servicio", "relecture", "responsabilite",
            "professional affiliation", "program chair", "organization committee",
            "gutachtertatigkeit"),
        Rule(
            .interests, "research interest", "research topic", "research area",
            "research direction",
            "research focus", "interest", "forschungsrichtung", "forschungsinteresse",
            "forschungsschwerpunkt", "interet recherche", "theme recherche", "interes", "interesse",
            "linea investigacion", "research theme", "topic", "keyword", "expertise area"),
        Rule(
            .projects, "project", "software", "open source", "opensource", "demo", "portfolio",
            "dataset", "projekt", "projet", "proyecto", "projeto", "tool", "repository", "system",
            "logiciel"),
        Rule(
            .publications, "publication", "paper", "article", "manuscript", "patent",
            "bibliography", "book", "monograph", "thesis", "dissertation", "journal",
            "conference", "workshop", "libro", "publikation", "veroffentlichung", "schrift",
            "publicacion", "publicacao", "articulo", "artigo", "livre", "pubblicazione",
            "selected work", "recent work", "technical report", "proceeding", "scholarship work",
            "first author", "arxiv", "in press", "work progress", "ongoing work", "aufsatz",
            "aufsatze", "monografie", "monographie", "sammelband", "sammelbande", "beitrag",
            "beitrage", "these doctorat", "ouvrage", "chapitre", "tesis", "capitulo", "chapter"),
        Rule(
            .talks, "talk", "presentation", "keynote", "seminar", "invited lecture", "tutorial",
            "vortrag", "conference talk", "expose", "charla", "conferencia", "palestra", "poster",
            "speaking", "speech", "panel"),
        Rule(
            .teaching, "teaching", "course", "lecture", "lehre", "lehrveranstaltung", "unterricht",
            "enseignement", "cour", "docencia", "ensino", "insegnamento", "onderwijs", "class",
            "teaching assistant"),
        Rule(
            .positions, "experience", "employment", "internship", "position", "appointment",
            "career", "work history", "professional background", "industry", "job", "intern",
            "berufserfahrung", "werdegang", "anstellung", "berufliche tatigkeit", "experiencia",
            "experience professionnelle", "poste", "emploi", "esperienza", "stage", "praktikum",
            "affiliation", "visiting"),
        Rule(
            .education, "education", "academic background", "academic history", "degree",
            "educational background", "ausbildung", "studium", "bildung", "bildungsweg",
            "formation", "educacion", "formacion", "educacao", "formacao", "istruzione",
            "opleiding", "etude", "diplome", "academic qualification", "schooling", "training"),
        Rule(
            .news, "news", "update", "announcement", "highlight", "latest", "recent activity",
            "neuigkeit", "aktuelle", "nachricht", "nouvelle", "actualite", "noticia", "novedad",
            "novidade", "notizia", "nieuw", "whats new", "timeline", "recent event", "event"),
        Rule(
            .contact, "contact", "reach", "get touch", "address", "kontakt", "anschrift",
            "contacto", "contato", "coordonnee", "adresse", "email", "mail", "office",
            "find me", "direccion", "connect"),
        Rule(
            .skills, "skill", "language", "programming", "technology", "technical", "proficiency",
            "kenntnis", "fahigkeit", "competence", "habilidad", "expertise", "certification"),
        Rule(
            .other, "student", "team", "group", "visitor", "map", "member", "collaborator",
            "alumni", "mentee", "mentoring", "advising", "hobby", "miscellaneous", "misc",
            "personal", "press", "media", "interview", "opening", "join", "photo", "gallery",
            "blog", "link",
            "life", "friend", "fun", "quote", "philosophy", "copyright", "acknowledgement"),
        Rule(
            .bio, "about", "biography", "bio", "introduction", "welcome", "hello", "hi",
            "uber mich", "lebenslauf", "propos", "moi", "sobre", "biografia", "profile", "intro",
            "summary", "overview", "who am", "biographie", "presentacion", "myself"),
    ]

    /// Words that announce a kind only where nothing else is said: `Place Recognition` is a subject.
    static let lone: [String: SectionKind] = [
        "recognition": .awards, "recognitions": .awards, "writing": .publications,
        "writings": .publications, "pub": .publications, "pubs": .publications,
        "these": .publications, "theses": .publications,
        // Those of others, or the person's own, which what stands below tells.
        "reviewed paper": .other, "reviewed papers": .other,
    ]

    /// Words that say nothing of what a heading is about.
    static let fillers: Set<String> = [
        "my", "our", "other", "others", "all", "and", "of", "the", "in", "for", "to", "a", "some",
        "recent", "past", "current", "selected", "more", "und", "et", "y", "e", "i",
    ]

    /// All words of the rules.
    private static let vocabulary: Set<String> = Set(rules.flatMap { $0.phrases.joined() })

    /// The long words of the rules by their first letter, for words that are misspelt.
    private static let longWords: [Character: [String]] = Dictionary(
        grouping: vocabulary.filter { $0.count > 4 }.sorted(), by: { $0.first ?? " " })

    /// Returns the words of the rules that stand in a heading: as they are, in the plural or
    /// with a slip.
    static func known(_ words: [String]) -> Set<String> {
        var known: Set<String> = []
        for word in words.prefix(12) where word.utf8.count <= 40 {
            known.insert(word)
            var forms = [word]
            for (ending, other) in [
                ("ies", "y"), ("es", ""), ("s", ""), ("en", ""), ("e", ""), ("n", ""), ("is", ""),
            ]
            where word.hasSuffix(ending) && word.utf8.count > ending.utf8.count + 2 {
                forms.append(String(word.dropLast(ending.count)) + other)
            }
            let plain = forms.filter(vocabulary.contains)
            known.formUnion(plain)
            guard plain.isEmpty, let first = word.first else { continue }
            let near = longWords[first, default: []]
            for form in forms {
                if let meant = near.first(where: { Suggestion.isSlip(form, of: $0) })
                    ?? near.first(where: { form.count > 7 && Self.isNear(form, $0) })
                {
                    known.insert(meant)
                }
            }
        }
        return known
    }

    /// Tells whether two long words begin alike and are nearly the same: `expericense`.
    private static func isNear(_ word: String, _ other: String) -> Bool {
        word.prefix(5) == other.prefix(5) && Suggestion.closest(to: word, in: [other]) != nil
    }

    /// Signs of Chinese, Japanese and Korean headings, the more exact ones first.
    private static let eastAsian: [(SectionKind, [String])] = [
        (.publications, ["査読付", "査読有", "査読あり", "査読無", "査読なし"]),
        (.awards, ["奖", "獎", "荣誉", "榮譽", "受賞", "助成", "资助", "資助", "表彰", "수상", "장학", "基金"]),
        (
            .service,
            [
                "审稿", "審稿", "学术服务", "學術服務", "任职", "任職", "编委", "編委", "社会兼职", "服务", "査読",
                "委員", "봉사", "심사", "学術活動", "学会活動",
            ]
        ),
        (
            .interests,
            [
                "研究兴趣", "研究興趣", "研究方向", "研究重点", "研究領域", "研究领域", "研究関心", "研究テーマ", "兴趣",
                "관심", "연구 분야", "연구분야",
            ]
        ),
        (.projects, ["项目", "項目", "项目经历", "プロジェクト", "软件", "ソフトウェア", "프로젝트", "课题"]),
        (
            .publications,
            [
                "论文", "論文", "著作", "发表", "發表", "出版", "专利", "專利", "成果", "業績", "ワーキングペーパー", "논문",
                "출판", "저서", "预印本", "书籍",
            ]
        ),
        (.talks, ["报告", "報告", "演讲", "演講", "学会発表", "講演", "学术会议", "발표", "강연", "讲座"]),
        (.teaching, ["教学", "教學", "课程", "課程", "授课", "講義", "担当科目", "教育経験", "강의", "수업"]),
        (
            .positions,
            ["工作", "经历", "經歷", "实习", "實習", "职历", "職歴", "経歴", "경력", "경험", "인턴", "任用"]
        ),
        (.education, ["教育", "学历", "學歷", "学歴", "학력", "교육", "求学"]),
        (
            .news,
            ["动态", "動態", "新闻", "新聞", "消息", "近况", "お知らせ", "ニュース", "最新情報", "소식", "뉴스", "公告"]
        ),
        (.contact, ["联系", "聯繫", "地址", "連絡", "お問い合わせ", "住所", "연락", "邮箱"]),
        (.skills, ["技能", "スキル", "기술", "语言"]),
        (.other, ["访客", "学生", "團隊", "团队", "招生", "合作", "学術サービス", "データ", "爱好"]),
        (.bio, ["关于", "關於", "简介", "簡介", "個人", "个人", "私について", "自己紹介", "プロフィール", "소개", "자기소개"]),
    ]

    static func eastAsianKind(of text: String) -> SectionKind? {
        guard text.unicodeScalars.contains(where: \.isEastAsian) else { return nil }
        if text.contains("教育经历") || text.contains("教育經歷") { return .education }
        if text.contains("教学经历") { return .teaching }
        if text.contains("学术服务") { return .service }
        if text.contains("学術サービス") { return .other }
        return eastAsian.first { row in row.1.contains { text.contains($0) } }?.0
    }
}
