/// Stands in the place of what mbed TLS reads a file of certificates with, and reads none.
///
/// On Debian libgit2 parses all certificates of the system when it starts, some 5 ms in a command
/// that takes 20, and has no option that leaves it out. This program speaks to no server through
/// libgit2: fetching and pushing are left to the user's git. Only the program has this symbol, not
/// the library, whose users may speak TLS. Elsewhere nobody calls it.
///
/// - Returns: mbed TLS's error of a file that cannot be read, which libgit2 accepts.
@c(mbedtls_x509_crt_parse_file)
public func readNoCertificates(_ chain: OpaquePointer?, _ path: UnsafePointer<CChar>?) -> Int32 {
    -0x2900
}
