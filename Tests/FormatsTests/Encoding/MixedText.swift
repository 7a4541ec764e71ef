/// Makes texts such as stand on people's pages, in many languages.
enum MixedText {
    /// Parts of sentences; each is sound by itself.
    static let parts = [
        "Zürich und München", "die größte Übung", "Großmann, J. and Müller, K.",
        "Jürgen Schmidhuber",
        "à l’université de Besançon", "étudiant étranger en thèse", "où êtes-vous né ?",
        "« déjà vu »",
        "niño pequeño en España", "¿Cuándo empezó la investigación?", "São Paulo, informação",
        "così perché è più", "Åkerman från Malmö", "Øystein Håkon Sørensen",
        "łódź, Gdańsk i Kraków",
        "Dvořák, Černý a Čapek", "žluťoučký kůň", "İstanbul’da öğrenci ışığı", "Çağdaş Türkçe şiir",
        "Nguyễn Văn Hùng", "Trường Đại học Bách Khoa Hà Nội", "Tiếng Việt không dấu",
        "машинное обучение", "Институт проблем передачи", "Київський університет",
        "Ελληνική γλώσσα",
        "Πανεπιστήμιο Αθηνών", "机器学习与联邦学习", "清华大学计算机系", "論文を発表しました", "東京大学の研究室",
        "한국과학기술원", "جامعة القاهرة", "האוניברסיטה העברית", "ภาษาไทย",
        "“Attention is all” – a review", "it’s the authors’ own", "2019–2023", "naïve Bayes, café…",
        "🎉 Our paper is accepted", "📧 corresponding", "🏆 Best Paper Award", "💡 project lead",
        "50 € – 20 £ © 2024", "π ≈ 3.14 → done", "λ-calculus ∞", "• first • second", "№ 5 §3",
    ]

    /// A line of a few parts.
    static func line(using generator: inout some RandomNumberGenerator) -> String {
        (0..<Int.random(in: 1...4, using: &generator))
            .map { _ in parts.randomElement(using: &generator) ?? "" }
            .joined(separator: [", ", " ", ". ", " - "].randomElement(using: &generator) ?? " ")
    }

    /// A text of a few lines.
    static func text(using generator: inout some RandomNumberGenerator) -> String {
        (0..<Int.random(in: 1...6, using: &generator)).map { _ in line(using: &generator) + "\n" }
            .joined()
    }
}
