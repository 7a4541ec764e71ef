import Foundation
import TestSupport
import Testing

/// Another program that reads BibTeX, asked about many bibliographies at once.
struct BibTeXOracle: Sendable {
    let name: String
    /// What runs the script.
    private let program: String
    /// What says whether the program has the library.
    private let probe: [String]
    /// Reads each text as far as the library gets, and prints its fields by the keys of the entries.
    private let script: String

    var isThere: Bool { (try? SystemCommand.run(program, probe))?.status == 0 }

    private static let python: String = {
        var root = URL(fileURLWithPath: #filePath)
        for _ in 0..<4 { root.deleteLastPathComponent() }
        return root.appendingPathComponent(".build/python/bin/python3").path
    }()

    static let pybtex = BibTeXOracle(
        name: "pybtex", program: python, probe: ["-c", "import pybtex"],
        script: """
            import contextlib, io, json, sys
            import pybtex.errors
            from pybtex.database.input.bibtex import Parser
            pybtex.errors.set_strict_mode(False)
            for line in open(sys.argv[1], encoding="utf-8"):
                parser = Parser()
                with contextlib.redirect_stderr(io.StringIO()):
                    try:
                        parser.parse_string(json.loads(line))
                    except Exception:
                        pass
                print(json.dumps({
                    key: {name: " ".join(str(value).split())
                          for name, value in entry.fields.items()}
                    for key, entry in parser.data.entries.items()}))
            """)

    /// The parser of the Perl module Text::BibTeX, which is written in C.
    static let btparse = BibTeXOracle(
        name: "btparse", program: "perl", probe: ["-MText::BibTeX", "-MJSON::PP", "-e", "1"],
        script: #"""
            use strict; use warnings;
            use JSON::PP; use Text::BibTeX; use File::Temp;
            open STDERR, '>', '/dev/null';
            open my $lines, '<', $ARGV[0] or die;
            while (my $line = <$lines>) {
                my ($handle, $name) = File::Temp::tempfile(UNLINK => 0);
                binmode $handle, ':utf8';
                print $handle JSON::PP->new->utf8->allow_nonref->decode($line), "\n";
                close $handle;
                # Some damage ends the parser's whole process.
                defined(my $child = open(my $answer, '-|')) or die;
                if (!$child) {
                    my (%entries, $file);
                    $file = Text::BibTeX::File->new($name);
                    while (my $entry = Text::BibTeX::Entry->new($file)) {
                        next unless $entry->parse_ok && $entry->metatype == BTE_REGULAR;
                        my $key = $entry->key;
                        $entries{$key} = {} if defined $key;
                    }
                    print JSON::PP->new->ascii->encode(\%entries);
                    exit 0;
                }
                my $entries = <$answer>;
                close $answer;
                unlink $name;
                print $entries // '{}', "\n";
            }
            """#)

    static let bibtexparser = BibTeXOracle(
        name: "bibtexparser", program: python,
        probe: ["-c", "import bibtexparser; bibtexparser.parse_string"],
        script: """
            import json, logging, sys
            import bibtexparser
            logging.disable(logging.CRITICAL)
            for line in open(sys.argv[1], encoding="utf-8"):
                try:
                    keys = [e.key for e in bibtexparser.parse_string(json.loads(line)).entries]
                except Exception:
                    keys = []
                print(json.dumps({key: {} for key in keys}))
            """)

    func read(_ texts: [String]) throws -> [[String: [String: String]]] {
        let scratch = try TemporaryFolder()
        let encoder = JSONEncoder()
        let lines = try texts.map { String(decoding: try encoder.encode($0), as: UTF8.self) }
        let file = try scratch.write(lines.joined(separator: "\n") + "\n", to: "texts.jsonl")
        let outcome = try SystemCommand.run(program, [try scratch.write(script, to: "read"), file])
        try #require(outcome.status == 0, "\(outcome.errors)")
        let decoder = JSONDecoder()
        let answers = try outcome.output.split(separator: "\n").map {
            try decoder.decode([String: [String: String]].self, from: Data($0.utf8))
        }
        try #require(answers.count == texts.count)
        return answers
    }
}
