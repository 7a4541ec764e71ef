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

/* Puts into an entry of the index how its file looks on disk, as git does to see later that nobody
   has changed it; 0, or -1 where there is no such file. */
static inline int labfolio_git_stat(git_index_entry *entry, const char *path) {
    struct stat found;
    if (lstat(path, &found) != 0) return -1;
    entry->ctime.seconds = (int32_t)found.st_ctime;
    entry->mtime.seconds = (int32_t)found.st_mtime;
#ifdef __APPLE__
    entry->ctime.nanoseconds = (uint32_t)found.st_ctimespec.tv_nsec;
    entry->mtime.nanoseconds = (uint32_t)found.st_mtimespec.tv_nsec;
#else
    entry->ctime.nanoseconds = (uint32_t)found.st_ctim.tv_nsec;
    entry->mtime.nanoseconds = (uint32_t)found.st_mtim.tv_nsec;
#endif
    entry->dev = (uint32_t)found.st_dev;
    entry->ino = (uint32_t)found.st_ino;
    entry->uid = (uint32_t)found.st_uid;
    entry->gid = (uint32_t)found.st_gid;
    entry->file_size = (uint32_t)found.st_size;
    return 0;
}
