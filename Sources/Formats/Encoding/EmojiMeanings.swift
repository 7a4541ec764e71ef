/// What emoji stand for on people's pages.
enum EmojiMeanings {
    /// Emoji, the commoner first, each with beginnings of words that it stands beside.
    private static let table = """
        🎉 accept congrat celebrat defended happy honored thrilled excited joined release
        📝 publication paper note writ blog preprint manuscript journal review draft article
        🏆 award winner won place champion best prize medal competition rank first second third
        🎓 education phd ph.d degree graduat thesis bachelor master doctor student academi alumn
        📍 location address based live city where place find
        🎯 goal focus aim objective mission target interest highlight
        🤝 collaborat federat cooperat partner together service mentor join team contribut
        🏢 office company building intern industry work affiliation employ department corporat
        🌍 map visitor world travel global countr internation earth
        🌐 website web homepage language online internet network site
        🎖 honor award medal scholarship achievement recognition fellowship
        🔍 research search explor find look investigat
        📁 project folder file data repositor archive portfolio
        🎤 talk invited speech keynote speaker presentation seminar oral sing
        🎊 congrat celebrat accept journal new publish festival
        📎 attach pdf link supplement
        📌 pin news important announc note update
        🏅 award medal honor prize scholarship
        🎨 art design creativ paint hobb style visual generat
        🏠 home house homepage back
        🏫 school universit college campus teach
        🏛 universit museum institut govern facult history
        🎬 video movie film demo
        📞 phone call tel contact mobile
        👍 like recommend good
        👏 congrat applau thank well
        🙏 thank grateful please acknowledg
        🔐 security privac secur encrypt crypto trust safe
        🎮 game gaming play reinforcement
        🎵 music song audio sound
        🎧 audio listen speech podcast
        🎥 video camera film
        🐍 python snake mamba
        🗞 news press newspaper media
        🔎 search find look
        🏃 run jog marathon
        🏀 basketball nba
        🎸 guitar rock band
        🎹 piano keyboard
        🎻 violin orchestra
        🏸 badminton
        🏊 swim pool
        🏋 gym lift fitness
        🏐 volleyball
        🏓 table ping tennis
        🎾 tennis
        🏔 mountain hik climb snow
        🏞 park natur hik landscape
        🏖 beach sea holiday
        🏝 island vacation
        🏡 home house garden
        🏥 hospital medic clinic health
        🏦 bank finance fintech
        🏭 factory industr manufactur
        🏷 tag label
        🏁 finish race
        🎲 random probabilit game dice stochastic
        🎈 birthday party
        🎁 gift present
        🎂 birthday
        🎄 christmas
        🎟 ticket
        🎼 music score compos
        🎺 trumpet
        🎭 theatre theater drama acting
        🎪 workshop event circus
        🎙 podcast interview radio
        🎛 control
        🎞 film
        🎻 violin
        🐶 dog puppy
        🐱 cat kitten
        🐧 linux penguin
        🐛 bug issue debug
        🐳 docker whale
        🐢 turtle slow
        🐦 twitter bird tweet
        🐙 octopus github
        🐼 panda
        🐾 pet animal
        🐯 tiger
        🐰 rabbit
        🐻 bear
        🐟 fish
        🐎 horse
        🍀 luck clover
        🍃 environment nature green leaf
        🍁 canada maple autumn
        🍎 apple teach fruit
        🍕 pizza
        🍜 food noodle ramen cook
        🍔 burger food
        🍻 beer cheers party
        🍺 beer
        🍵 tea
        🍷 wine
        🍰 cake
        🍳 cook
        🍉 watermelon fruit
        🍊 orange
        🌞 sun summer weather
        🌏 asia pacific china japan australia
        🌎 america
        🌝 moon
        🌭 dog sausage
        👁 vision eye
        👎 dislike
        💎 gem diamond ruby jewel
        💐 flower
        💝 love
        💞 love
        💍 wed engaged ring
        🔝 top
        🔏 sign
        🔁 repeat loop
        🔭 astronom telescope future outlook vision
        😁 smile
        😎 cool
        😍 love
        😊 happy
        😏 smirk
        😐 neutral
        😭 cry
        📏 measur metric
        📐 geometr math design
        📭 mail
        🚁 drone helicopter
        🧭 navigat compass direct
        🧐 curious
        🤞 hope luck
        🤍 love
        🤏 small little
        🪐 planet space
        🚎 bus
        🚐 van
        """

    /// The rank of each emoji and the beginnings of words.
    private static let meanings: [Unicode.Scalar: (rank: Int, words: [Substring])] = {
        var result: [Unicode.Scalar: (rank: Int, words: [Substring])] = [:]
        for (rank, line) in table.split(separator: "\n").enumerated() {
            let parts = line.split(separator: " ")
            guard let emoji = parts.first?.unicodeScalars.first, result[emoji] == nil else {
                continue
            }
            result[emoji] = (rank, Array(parts.dropFirst()))
        }
        return result
    }()

    /// Tells whether a character is an emoji.
    static func isEmoji(_ scalar: Unicode.Scalar) -> Bool {
        let kind = SignKind(of: scalar)
        return kind.sort == .emoji || scalar == "\u{FE0F}"
    }

    /// The words of a text, in lower case.
    static func words(in text: String) -> Set<String> {
        Set(text.lowercased().split { !$0.isLetter }.map { String($0) })
    }

    /// The likeliest of some characters in a line with some words.
    static func likeliest(
        of scalars: [Unicode.Scalar], among words: Set<String>
    ) -> Unicode.Scalar? {
        var best: (scalar: Unicode.Scalar, cost: Int)?
        for scalar in scalars where isEmoji(scalar) {
            let meaning = meanings[scalar]
            let matches = (meaning?.words ?? []).count { beginning in
                words.contains { $0.hasPrefix(beginning) }
            }
            let cost = (meaning?.rank ?? 1_000) - min(matches, 2) * 300
            if cost < best?.cost ?? .max { best = (scalar, cost) }
        }
        return best?.scalar
    }
}
