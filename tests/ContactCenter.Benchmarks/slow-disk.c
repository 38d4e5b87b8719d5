// Lends a process the disk of a small server: every fsync takes SLOW_DISK_US microseconds longer.
//   gcc -shared -fPIC -O2 -o /tmp/slow-disk.so tests/ContactCenter.Benchmarks/slow-disk.c -ldl
//   SLOW_DISK_US=1300 LD_PRELOAD=/tmp/slow-disk.so dotnet run -c Release --project tests/ContactCenter.Benchmarks -- webhooks 1500
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <time.h>

static void linger(void)
{
    const char *microseconds = getenv("SLOW_DISK_US");
    long us = microseconds ? atol(microseconds) : 0;
    struct timespec pause = { us / 1000000, us % 1000000 * 1000 };
    nanosleep(&pause, NULL);
}

int fsync(int file)
{
    int (*real)(int) = dlsym(RTLD_NEXT, "fsync");
    linger();
    return real(file);
}

int fdatasync(int file)
{
    int (*real)(int) = dlsym(RTLD_NEXT, "fdatasync");
    linger();
    return real(file);
}
