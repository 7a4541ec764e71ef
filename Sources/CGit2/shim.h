#include <git2.h>
#include <git2/sys/commit.h>
#include <git2/sys/mempack.h>
#include <git2/sys/odb_backend.h>
#include <sys/stat.h>

/* git_libgit2_opts is variadic, which Swift cannot call. */

/* Sets where one level of configuration is looked for; an empty path turns that level off. */
static inline int labfolio_git_set_search_path(git_config_level_t level, const char *path) {
    return git_libgit2_opts(GIT_OPT_SET_SEARCH_PATH, (int)level, path);
}

/* Sets whether every object that is read is hashed to compare it with its ID. */
static inline int labfolio_git_set_verification(int enabled) {
    return git_libgit2_opts(GIT_OPT_ENABLE_STRICT_HASH_VERIFICATION, enabled);
}

/* Tells whether a path is a symbolic link; stat's macros are not visible to Swift. */
static inline int labfolio_is_symlink(const char *path) {
    struct stat found;
    return lstat(path, &found) == 0 && S_ISLNK(found.st_mode);
}
