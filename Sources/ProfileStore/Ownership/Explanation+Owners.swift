public import RecordModel

extension Explanation {
    /// What the findings about owners mean.
    public static let owners: [Explanation] = [
        Explanation(
            .ownersNoRule, summary: "A change that no rule gives anybody the right to.",
            reason: """
                With `owners` in labfolio.yml, what no rule matches nobody may change. A rule for \
                everything keeps such places open to those who look after the store.
                """,
            remedy: "Ask somebody who may change labfolio.yml for a rule.",
            good: "owners:\n  - match: /\n    emails: [manager@example.org]"),
        Explanation(
            .ownersNotOwner, summary: "A change by somebody who may not make it.",
            reason: """
                Of the rules that match a place the narrowest decides, and it names others. Only \
                branches that are protected are checked.
                """,
            remedy: """
                Push the change as a proposal, to a branch under proposals/, and ask an owner to \
                accept it. `labfolio owners PROFILE FIELD-PATH` says who that is.
                """),
        Explanation(
            .ownersUnsigned, summary: "A change by an owner whose commit is not signed.",
            reason: """
                Anybody can write any address into a commit. A rule with `require: signed` wants \
                a signature, of one of its keys or of a key that git knows to be the owner's.
                """,
            remedy: """
                Sign the commit: set gpg.format to ssh and user.signingKey to your key, then \
                `git commit --amend -S`, or `git rebase --exec 'git commit --amend --no-edit -S'` \
                for several.
                """),
        Explanation(
            .ownersUnknownPlace, summary: "A rule of owners that matches nothing.",
            reason: "A slip in a name takes a right away without anybody seeing it.",
            remedy: "Correct the name, or remove the rule of somebody who has left.",
            bad: "- match: ada-lovelce", good: "- match: ada-lovelace"),
        Explanation(
            .ownersKey, summary: "A key of an owner that is none.",
            reason: "Whoever signs with it would be refused, and nobody would know why.",
            remedy: """
                Write the whole line of the .pub file, the `SHA256:…` of `ssh-keygen -l`, or the \
                40 digits of `gpg --fingerprint`. Short ids of OpenPGP's keys can be forged.
                """,
            bad: "keys: [0x1234ABCD]",
            good: "keys: [\"SHA256:sPwNTRr54rfu8+eCG1X8u1898zzlusvi5vBqvy2Wfbk\"]"),
        Explanation(
            .ownersLocked, summary: "Nobody may change the rules of owners.",
            reason: """
                A change of labfolio.yml is judged by the rules before it, so on a server that \
                checks pushes such a store stays as it is for ever.
                """,
            remedy: "Add a rule for /labfolio.yml, or for everything.",
            good: "- match: /labfolio.yml\n  emails: [manager@example.org]"),
    ]
}
