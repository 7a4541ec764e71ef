// Exchanging two folders in one step, which Swift's view of the system's libraries leaves out. Not a
// library but this header alone.
#include <errno.h>

#if defined(__linux__)
#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

// Exchanges what two paths name (renameat2 with RENAME_EXCHANGE); 0, or -1 and errno.
static inline int labfolio_exchange(const char *first, const char *second) {
    return (int)syscall(SYS_renameat2, AT_FDCWD, first, AT_FDCWD, second, 2u);
}
#elif defined(__APPLE__)
#include <stdio.h>

static inline int labfolio_exchange(const char *first, const char *second) {
    return renamex_np(first, second, RENAME_SWAP);
}
#else
static inline int labfolio_exchange(const char *first, const char *second) {
    errno = ENOTSUP;
    return -1;
}
#endif
