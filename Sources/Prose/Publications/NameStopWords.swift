/// Words that begin with a capital letter and stand in no person's name.
enum NameStopWords {
    static let all: Set<String> = Set(
        """
        the of for with in on via and to from by is are at as into towards toward using under over
        conference conferences journal journals workshop workshops proceedings symposium congress
        university universities universitat universite universidad college institute institut school
        department faculty academy laboratory  labs center centre hospital company inc corporation
        transactions letters   elsevier  ieee acm usenix aaai nature science sciences
        communications magazine bulletin annals review reviews survey surveys advances lecture notes
        international national european american annual asian world global
        learning network networks neural deep model models modeling modelling analysis method methods
        approach system systems algorithm algorithms theory theoretical framework data dataset
        benchmark optimization detection recognition estimation prediction generation segmentation
        classification representation language languages vision visual video image images graph graphs
        computer computers computing computational computation intelligence intelligent artificial
        robotics robot robotic robots software hardware security privacy engineering technology
        technologies information knowledge research medicine medical health clinical biology
        chemistry physics mathematics mathematical statistics economics physical digital mobile
        published accepted submitted preprint preprints arxiv biorxiv medrxiv ssrn available
        appear spotlight oral poster paper papers  award awards highlight findings  track
        volume vol number pages issue chapter book edition editors edited thesis dissertation
        phd master bachelor student students professor prof dr author authors contribution equal
        corresponding summary project code website link slides abstract supplementary github demo
        experiments experiment economy political politics download
        resume resumen zusammenfassung status contact governance frameworks policy
        citations index overview quarter semester sensing remote invited insight insights
        forthcoming conditionally revise resubmit
        new towards understanding efficient large scale self supervised reinforcement federated
        distributed multimodal multi  adaptive robust dynamic generative diffusion transformer
        transformers attention agent agents llm llms foundation  source  time
        january february march   july  september october november december
          fall   present china usa japan germany france korea 
        canada australia italy india kingdom states republic
          macau taiwan beijing shanghai    
        """.split { $0 == " " || $0 == "\n" }.map(String.init))

    /// Words in small letters that stand beside one with a capital, and in no name.
    static let small: Set<String> = [
        "et", "al", "or", "his", "her", "its", "our", "their", "my", "this", "that", "under", "not",
        "no", "forthcoming", "edited", "editor", "equal", "first", "last", "joint", "working",
        "revised", "minor", "major", "invited", "vol", "see", "also", "how", "what", "why", "when",
        "where", "can", "do", "does", "it", "we", "an", "be", "was", "were", "has", "have", "than",
        "between", "among", "within", "without", "about", "after", "before", "during", "through",
    ]

    /// Those of them that are families' names as well; initials before them tell.
    static let families: Set<String> = [
        "self", "large", "new", "march", "july", "france", "india", "book", "page", "china",
    ]

    static let eastAsian: [String] = [
        "大学", "学院", "研究", "学报", "期刊", "会议", "论文", "中国", "国际", "科学", "技术", "网络", "学习",
        "模型", "方法", "系统", "分析", "综述", "接收", "录用", "出版", "發表", "学会", "科技", "计算", "智能",
        "教授", "硕士", "博士", "报告", "上海", "北京", "专业", "老师", "科研", "学刊", "杂志", "季刊", "月刊", "数据", "通信",
        "自动化", "信息", "대학", "학회", "논문",
    ]
}
