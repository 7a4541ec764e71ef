import Formats
import RecordModel
import TestSupport
import Testing

@Suite struct SlugsTests {
    @Test(arguments: [
        ("FedImpro: Measuring and Improving", "fedimpro-measuring-and-improving"),
        ("Łukasz Müller-Straße", "lukasz-muller-strasse"),
        ("Žižek’s \"Æsthetics\"", "zizeks-aesthetics"),
        ("Αθήνα", "athina"), ("Привет, мир", "privet-mir"), ("e\u{301}te\u{301}", "ete"),
        ("2024", "x-2024"), ("C++ & R&D", "c-r-d"), ("", "x"), ("  a  ", "a"),
    ])
    func `letters become plain ones`(text: String, slug: String) {
        #expect(Slugs.slug(text) == slug)
    }

    @Test func `other scripts keep texts apart`() {
        let slugs = ["论文", "獲獎", "한국어", "مرحبا", "🔥", "🎉", "深度学习 2024", "深度学习 2025"].map(Slugs.slug)
        #expect(Set(slugs).count == slugs.count)
        #expect(Slugs.slug("深度学习 Deep Learning").hasPrefix("deep-learning-"))
        #expect(Slugs.slug("论文") == "x-" + Slugs.slug("论文").dropFirst(2))
    }

    @Test(arguments: HostileText.seeds)
    func `every slug is an id`(seed: UInt64) {
        let text = HostileText.make(seed: seed)
        let slug = Slugs.slug(text)
        #expect(ProfileID(slug) != nil, "\(text.debugDescription): \(slug)")
        #expect(slug.contains { $0.isLetter })
        #expect(slug.utf8.count <= Slugs.lengthLimit + 2)
        #expect(Slugs.slug(slug) == slug)
        let second = Slugs.unique(text, notIn: [slug])
        #expect(second != slug && ProfileID(second) != nil)
    }

    @Test func `a long title is cut between words`() {
        let slug = Slugs.slug(String(repeating: "measuring and improving ", count: 10))
        #expect(slug.utf8.count <= Slugs.lengthLimit)
        #expect(slug.hasSuffix("measuring") || slug.hasSuffix("and") || slug.hasSuffix("improving"))
    }
}
