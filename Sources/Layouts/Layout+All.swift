extension Layout {
    /// Every layout there is, in the order lists show them.
    public static let all: [Layout] = [alFolio, academicPages, acadHomepage, plain]

    /// The layout of a name, nil where there is none.
    public static func named(_ name: String) -> Layout? { all.first { $0.name == name } }
}
