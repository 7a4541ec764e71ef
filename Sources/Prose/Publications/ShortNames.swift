/// The short forms of given names that people go by: `Jeff` for `Jeffrey`.
enum ShortNames {
    private static let forms: [String: [String]] = [
        "abby": ["abigail"], "alex": ["alexander", "alexandra", "alexandre", "alexandros"],
        "andy": ["andrew", "andreas"], "ben": ["benjamin"], "beth": ["elizabeth"],
        "bill": ["william"], "bob": ["robert"], "cathy": ["catherine"],
        "chris": ["christopher", "christian", "christine", "christina"],
        "dan": ["daniel", "daniela"], "dave": ["david"], "don": ["donald"], "doug": ["douglas"],
        "ed": ["edward", "edwin"], "fred": ["frederick", "frederic"], "greg": ["gregory"],
        "jeff": ["jeffrey", "geoffrey"], "jen": ["jennifer"], "jenny": ["jennifer"],
        "jim": ["james"], "joe": ["joseph"], "jon": ["jonathan"], "josh": ["joshua"],
        "kate": ["katherine", "catherine"], "ken": ["kenneth"], "liz": ["elizabeth"],
        "matt": ["matthew", "matthias"], "max": ["maximilian", "maxime"], "mike": ["michael"],
        "nate": ["nathan", "nathaniel"], "nick": ["nicholas", "nicolas"],
        "pat": ["patrick", "patricia"], "pete": ["peter"], "phil": ["philip", "phillip"],
        "rich": ["richard"], "rob": ["robert"], "ron": ["ronald"], "sam": ["samuel", "samantha"],
        "steve": ["steven", "stephen"], "ted": ["edward", "theodore"], "tim": ["timothy"],
        "tom": ["thomas"], "tony": ["anthony", "antonio"], "vince": ["vincent"],
        "will": ["william"], "zach": ["zachary"],
    ]

    /// Tells whether one of two given names, in small letters, is short for the other.
    static func areOne(_ first: String, _ second: String) -> Bool {
        forms[first]?.contains(second) == true || forms[second]?.contains(first) == true
    }
}
