import Testing

@testable import Publishing

@Suite struct AssetFaultTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let bytes: [UInt8]
        /// What the fault says, nil where there is none.
        let says: String?

        init(_ name: String, _ bytes: [UInt8], _ says: String? = nil) {
            self.name = name
            self.bytes = bytes
            self.says = says
        }

        init(_ name: String, _ text: String, _ says: String? = nil) {
            self.init(name, Array(text.utf8), says)
        }

        var testDescription: String { "\(name): \(says ?? "fine")" }
    }

    private static let jpeg: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0, 1, 2]
    private static let png: [UInt8] = [0x89] + Array("PNG\r\n\u{1A}\n".utf8)
    private static let avif: [UInt8] = [0, 0, 0, 0x1C] + Array("ftypavif".utf8)

    @Test(arguments: [
        Case("assets/a.jpg", jpeg), Case("assets/a.JPEG", jpeg), Case("assets/a.png", png),
        Case("assets/a.gif", "GIF89a…"), Case("assets/a.webp", "RIFF....WEBPVP8 "),
        Case("assets/a.avif", avif), Case("assets/a.pdf", "%PDF-1.7\n"),
        Case("assets/a.svg", "<?xml version=\"1.0\"?><svg xmlns=\"x\"><path d=\"on=1\"/></svg>"),
        Case("assets/a.bib", "@article{x}"), Case("assets/a.csv", "a,b\n"),
        Case("assets/a.png", jpeg, "is a JPEG picture, not a PNG picture"),
        Case("assets/a.jpg", avif, "is an AVIF picture, not a JPEG picture"),
        Case("assets/a.pdf", "<!DOCTYPE html>", "is a web page, not a PDF document"),
        Case("assets/a.gif", "<script>alert(1)</script>", "is a web page"),
        Case("assets/a.webp", "RIFF....AVI ", "does not begin as a WebP picture does"),
        Case("assets/a.png", "", "is empty"),
        Case("assets/a.svg", png, "it is not text"), Case("assets/a.svg", "hello", "no `<svg>`"),
        Case("assets/a.svg", "<svg><script>alert(1)</script></svg>", "`<script`"),
        Case("assets/a.svg", "<svg><SCRIPT/></svg>", "`<script`"),
        Case("assets/a.svg", "<svg onload=alert(1)>", "attribute"),
        Case("assets/a.svg", "<svg><a xlink:href=\"javascript:x\"/></svg>", "javascript:"),
        Case("assets/a.svg", "<svg><rect\n  onclick = 'x'/></svg>", "attribute"),
        Case("assets/a.svg", "<svg><rect/onclick='x'/></svg>", "attribute"),
        Case("assets/a.html", "<p>", "a page of its own"), Case("assets/a.js", "1", "a program"),
        Case("assets/a.csv", "---\nlayout: x\n---\n{{ site }}", "Jekyll would run"),
    ])
    func `a file is what its name says, and runs nothing`(_ example: Case) {
        let fault = AssetFault(of: example.name, example.bytes)
        if let says = example.says {
            #expect(fault?.message.contains(says) == true, "\(String(describing: fault))")
        } else {
            #expect(fault == nil)
        }
    }

    @Test func `many signs of a tag take no time`() {
        let text = "<svg>" + String(repeating: "< on", count: 500_000)
        #expect(AssetFault(of: "assets/a.svg", Array(text.utf8)) == nil)
    }
}
