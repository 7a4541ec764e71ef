import Formats

/// The words by which pages link to what belongs to an entry: `[Paper]`, `[Code]`, `[论文]`.
enum ResourceLabel {
    /// Label words and the kind of a link that each stands for.
    static let kinds: [String: String] = {
        let rows: [(String, String)] = [
            (
                "paper",
                "paper papers article 论文 論文 原文 논문 fulltext text preprint print arxiv biorxiv ssrn "
                    + "acl openreview acm ieee springer elsevier eprint manuscript wp publication proceedings aaai "
                    + "cvf openaccess link_paper hal publisher journal camera conference thesis report"
            ),
            ("pdf", "pdf"),
            (
                "code",
                "code codes github repo repository source software implementation 代码 代碼 コード 코드 "
                    + "package library toolkit gitlab plugin"
            ),
            ("data", "data dataset datasets 데이터 数据 数据集 benchmark corpus leaderboard zenodo"),
            ("slides", "slides slide 슬라이드 발표자료 ppt pptx presentation スライド 幻灯片 keynote deck"),
            ("poster", "poster 포스터 ポスター 海报"),
            ("video", "video videos youtube bilibili talk recording 영상 视频 動画 teaser trailer"),
            (
                "website",
                "project page website web site homepage webpage 主页 项目 项目主页 webserver server"
            ),
            ("blog", "blog post blogpost 博客 medium"),
            ("demo", "demo demos online service playground app colab huggingface_space 演示"),
            (
                "supplement",
                "supplement supplementary supp appendix supplemental si 附录 material materials"
            ),
            ("html", "html"),
            ("doi", "doi"),
            ("model", "model models checkpoint checkpoints weights hf"),
            ("bibtex", "bib bibtex cite citation cited"),
            ("press", "press news media coverage report_news tweet twitter thread interview 报道 新闻"),
            (
                "other",
                "link links here url 链接 リンク 링크 details more certificate info information site_link "
                    + "announcement program documentation docs doc tutorial notebook review reviews abstract abs"
            ),
        ]
        var kinds: [String: String] = [:]
        for (kind, words) in rows {
            for word in words.split(separator: " ") where kinds[String(word)] == nil {
                kinds[String(word)] = kind
            }
        }
        return kinds
    }()

    /// Small words that may stand in a label.
    private static let small: Set<String> = [
        "the", "to", "of", "for", "in", "on", "and", "full", "hugging", "face", "version", "long",
        "short", "pre", "camera", "ready", "open", "access", "free", "view", "read", "download",
        "official",
        "arxiv", "보기", "en", "zh", "cn", "my", "google", "scholar", "this", "our", "v1", "v2",
    ]

    /// Tells whether a label is a word or two and no name, no year and no venue.
    static func isShort(_ label: String) -> Bool {
        let words = label.split(separator: " ")
        return (1...2).contains(words.count) && label.utf8.count <= 24
            && !label.contains(where: \.isNumber) && !VenueWords.areIn(label)
            && (words.count == 1 || !NameShape.isName(label))
            && label.unicodeScalars.allSatisfy { $0.isLetter || $0 == " " || $0 == "-" }
    }

    /// Returns the kind of link that a label announces; nil for text that is no label.
    static func kind(of label: String, url: String) -> String? {
        let words = SearchWords.folded(label)
        guard (1...5).contains(words.count), label.utf8.count < 48 else { return nil }
        guard let known = words.lazy.compactMap({ kinds[$0] }).first else { return nil }
        let strangers = words.filter { kinds[$0] == nil && !small.contains($0) && Int($0) == nil }
        // `Slides for VLDB`, but not `Information Engineering`.
        let isHead = kinds[words[0]].map {
            ["slides", "video", "poster", "code", "data"].contains($0)
        }
        guard
            strangers.count * 3 <= words.count
                || strangers.count == 1 && words.count == 2 && known != "other"
                || isHead == true && strangers.count < 3
        else { return nil }
        return known == "other" ? kind(ofAddress: url) ?? "other" : known
    }

    /// Returns the kind that a host tells, nil for any other.
    static func kind(ofAddress url: String) -> String? {
        let address = url.lowercased()
        let hosts: [(String, String)] = [
            ("github.com", "code"), ("gitlab.com", "code"), ("arxiv.org", "paper"),
            ("doi.org", "doi"), ("youtu", "video"), ("bilibili.com", "video"),
            ("vimeo.com", "video"), ("huggingface.co/datasets", "data"),
            ("huggingface.co/spaces", "demo"), ("huggingface.co", "model"),
            ("openreview.net", "paper"), ("aclanthology.org", "paper"), ("zenodo.org", "data"),
        ]
        if let host = hosts.first(where: { address.contains($0.0) }) { return host.1 }
        return address.hasSuffix(".pdf") ? "pdf" : nil
    }
}
