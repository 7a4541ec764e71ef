/// The picture in the sidebar of a person without a photo.
///
/// The themes with a sidebar show a picture in any case: a blank would be a broken one, and their own
/// sample is not of the person.
enum NoPhoto {
    /// Its path in the folder of pictures.
    static let name = "no-photo.svg"

    /// Head and shoulders.
    static let picture = """
        <svg xmlns="http://www.w3.org/2000/svg" width="400" height="400" viewBox="0 0 400 400">
        <rect width="400" height="400" fill="#dfe3e8"/>
        <circle cx="200" cy="155" r="72" fill="#9aa5b1"/>
        <path d="M50 400a150 145 0 0 1 300 0z" fill="#9aa5b1"/>
        </svg>

        """
}
