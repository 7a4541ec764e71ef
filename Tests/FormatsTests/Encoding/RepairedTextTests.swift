import Formats
import Foundation
import TestSupport
import Testing

/// What is damaged is repaired, what is sound stays.
struct RepairedTextTests {
    @Test(arguments: WrongEncoding.all, UInt64(0)..<3)
    func `a text that went through a code page is what it was`(
        encoding: WrongEncoding, seed: UInt64
    ) {
        var generator = SeededGenerator(seed: seed)
        let text = MixedText.text(using: &generator)
        var damaged = text
        for layer in 1...2 {
            damaged = encoding.damage(damaged)
            let repaired = TextDecoder().decode(Array(damaged.utf8))
            #expect(
                repaired.text.unicodeScalars.elementsEqual(text.unicodeScalars),
                "\(layer) times: \(damaged)")
            #expect(!repaired.repairs.contains { !$0.isCertain })
        }
    }

    @Test(arguments: UInt64(0)..<40)
    func `sound text in many languages is not touched`(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let text = MixedText.text(using: &generator)
        #expect(TextDecoder().decode(Array(text.utf8)).repairs.isEmpty, "\(text)")
    }

    @Test(arguments: [
        "Müller", "Åkerman", "naïve", "SÃO", "VOILÀ…", "CAFÉ™", "Âge", "ÑANDÚ", "Île", "√π = 1.77",
        "¬(a ∧ b)", "90°", "½ €", "Đặng Thị Ngọc", "ŞİİR", "çığlık", "Ä", "a radius of 10 Å", "M×N",
        "ВІКІ", "Её", "«Её»", "où « à »", "l’été", "d’Été”", "№1", "ﬁne", "π/2", "ß", "Ðórður",
    ])
    func `what only looks like damage is not touched`(text: String) {
        #expect(TextDecoder().repair(text).repairs.isEmpty)
        #expect(TextDecoder().repair("\(text), \(text).\n\(text)").repairs.isEmpty)
    }

    @Test func `one sound line among damaged ones stays`() {
        let sound = "José García – Universität Zürich"
        let damaged = WrongEncoding.all[0].damage("“Análisis” – investigación de la señal")
        let decoded = TextDecoder().decode(Array("\(damaged)\n\(sound)\n\(damaged)\n".utf8))
        #expect(
            decoded.text == """
                “Análisis” – investigación de la señal
                \(sound)
                “Análisis” – investigación de la señal

                """)
        #expect(Set(decoded.repairs.map(\.line)) == [1, 3])
    }

    @Test func `repairs put back give what came`() {
        var generator = SeededGenerator(seed: 7)
        for encoding in WrongEncoding.all {
            let damaged = encoding.damage(MixedText.text(using: &generator))
            let repaired = TextDecoder().repair(damaged)
            let bytes = Array(damaged.utf8)
            var (result, place): ([UInt8], Int) = ([], 0)
            for repair in repaired.repairs {
                result += bytes[place..<repair.offset]
                place = repair.offset + repair.before.utf8.count
                #expect(Array(repair.before.utf8) == Array(bytes[repair.offset..<place]))
                #expect(repair.line == 1 + bytes[..<repair.offset].count { $0 == 0x0A })
                result += repair.after.utf8
            }
            result += bytes[place...]
            #expect(result == Array(repaired.text.utf8))
        }
    }

    @Test(arguments: [
        ("“the last one”", "it is “the last one”.", WrongEncoding.all[0]),
        ("a family emoji", "👩‍💻 programmer", WrongEncoding.all[2]),
        ("a sign with its colour", "🛠️ tools", WrongEncoding.all[2]),
        ("a Spanish name", "Ángel Rodríguez y María", WrongEncoding.all[0]),
        ("a Russian word", "машинное обучение", WrongEncoding.all[0]),
        ("a ligature", "Artiﬁcial", WrongEncoding.all[2]),
    ])
    func `a dropped byte is inferred, and said to be`(
        name: String, text: String, encoding: WrongEncoding
    ) {
        let damaged = encoding.damage(text, isDropping: true)
        let repaired = TextDecoder().repair(damaged)
        #expect(repaired.text == text, "\(name)")
        #expect(repaired.repairs.contains { !$0.isCertain } || encoding.damage(text) == damaged)
    }

    @Test func `what is not looked at is said`() {
        let damaged = "cafÃ© "
        #expect(TextDecoder().repair(damaged + "\0").limits == [.zeroBytes(count: 1)])
        let line = String(repeating: damaged, count: 2_500)
        let long = TextDecoder().repair("a\n\(line)\n\(damaged)")
        #expect(long.limits == [.longLine(2)])
        #expect(long.text.hasSuffix("\ncafé "))
        let page = String(repeating: damaged + "\n", count: 40_000)
        #expect(TextDecoder().repair(page).limits == [.fromLine(30_001)])
        #expect(TextDecoder().repair("café " + damaged).limits.isEmpty)
    }

    @Test func `bytes at random are read without end or crash`() {
        var generator = SeededGenerator(seed: 3)
        for _ in 0..<200 {
            let bytes = (0..<Int.random(in: 0...300, using: &generator)).map { _ in
                UInt8.random(in: 0...255, using: &generator)
            }
            _ = TextDecoder().decode(bytes)
        }
        _ = TextDecoder().decode([UInt8](repeating: 0xC3, count: 20_000))
    }

    @Test func `a large sound file costs about a pass`() {
        let plain = [UInt8](repeating: 0x61, count: 1_000_000) + [0x0A]
        func cost(ofLines count: Int) -> Double {
            let sound = Array(
                String(repeating: "研究 – “naïve” Müller, résumé\n", count: count).utf8)
            return ThreadTime.cost(ofRuns: 5) { _ = TextDecoder().decode(sound) }
        }
        // A search begun for each line would take nine hundred times as long.
        #expect(cost(ofLines: 30_000) < cost(ofLines: 1_000) * 150)
        #expect(TextDecoder().decode(plain).text.utf8.count == plain.count)
    }
}
