/* Loaded before the C library: every fsync takes two milliseconds more, as on a disk that is no NVMe. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <unistd.h>

#define SLOWLY(name)                                       \
    int name(int file) {                                   \
        static int (*real)(int);                           \
        if (!real) real = (int (*)(int))dlsym(RTLD_NEXT, #name); \
        usleep(2000);                                      \
        return real(file);                                 \
    }

SLOWLY(fsync)
SLOWLY(fdatasync)
