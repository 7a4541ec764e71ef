import Foundation
import TestSupport

/// The real thing: Liquid and kramdown with the settings that Jekyll gives them.
///
/// Starting Ruby takes longer than a thousand pages, so all pages of a test go through one process.
enum KramdownOracle {
    private static let script = """
        require "json"
        require "liquid"
        require "kramdown"
        require "kramdown-parser-gfm"
        options = {
          input: "GFM", hard_wrap: false, auto_ids: true, entity_output: "as_char",
          toc_levels: "1..6", smart_quotes: "lsquo,rsquo,ldquo,rdquo", footnote_nr: 1,
        }
        STDIN.each_line do |line|
          source = JSON.parse(line)[0]
          begin
            text = Liquid::Template.parse(source).render
            html = Kramdown::Document.new(text, options).to_html
            puts JSON.generate([text == source ? "" : text, html])
          rescue Exception => error
            puts JSON.generate(["\\#{error.class}: \\#{error.message}", ""])
          end
        end
        """

    /// What became of a page.
    struct Page {
        /// What Liquid made of it, or the error; empty if it left the page as it was.
        let liquid: String
        let html: String
    }

    /// Tells whether this machine has what the oracle needs.
    static let isThere: Bool = {
        guard SystemCommand.find("ruby") != nil else { return false }
        let requires = "require 'liquid'; require 'kramdown'; require 'kramdown-parser-gfm'"
        return (try? SystemCommand.run("ruby", ["-e", requires]))?.status == 0
    }()

    /// Returns what Jekyll makes of each page.
    static func pages(_ sources: [String]) throws -> [Page] {
        let input = try sources.map {
            String(decoding: try JSONSerialization.data(withJSONObject: [$0]), as: UTF8.self) + "\n"
        }.joined()
        let environment = ["LANG": "C.UTF-8", "RUBYOPT": "-W0"]
        let outcome = try SystemCommand.run(
            "ruby", ["-e", script], environment: environment, input: input)
        return try outcome.output.split(separator: "\n").map { line in
            let pair = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String] ?? []
            return Page(liquid: pair.first ?? "no answer", html: pair.count > 1 ? pair[1] : "")
        }
    }
}
