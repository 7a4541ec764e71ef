import TestSupport
import Testing

/// A key of OpenPGP in a home of its own, as long as the value lives.
final class OpenPGPKey {
    /// Whether the machine can make one.
    static let isPossible = SystemCommand.find("gpg") != nil
    /// What git runs as `gpg.program`.
    let program: String
    private let home: String

    /// Makes a key of a person; the folder's path is short, since that of a socket has to be.
    init(of person: String, in folder: TemporaryFolder) throws {
        home = folder.path + "/g"
        try SystemCommand.run("mkdir", ["-m", "700", home])
        program = try folder.write(
            "#!/bin/sh\nGNUPGHOME=\(home) exec gpg --batch --quiet \"$@\"\n", to: "gpg.sh")
        try SystemCommand.run("chmod", ["+x", program])
        let made = try SystemCommand.run(
            program, ["--passphrase", "", "--quick-generate-key", person, "ed25519", "sign"])
        try #require(made.status == 0, "\(made.errors)")
    }

    deinit {
        _ = try? SystemCommand.run(
            "gpgconf", ["--kill", "all"], environment: ["GNUPGHOME": home])
    }

    /// The fingerprint, as gpg prints it.
    var fingerprint: String {
        get throws {
            let listing = try SystemCommand.run(program, ["--with-colons", "--fingerprint"]).output
            let line = try #require(listing.split(separator: "\n").first { $0.hasPrefix("fpr:") })
            return String(try #require(line.split(separator: ":").last))
        }
    }
}
