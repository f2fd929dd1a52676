/* The least that a program can do to answer RTP: one thread, epoll, several datagrams in one call, no look at what is in them.
   Usage: echo FIRST_PORT SOCKETS. Opens every second port on the loopback, says "ready", answers until its input ends, then prints
   the datagrams that it answered and the nanoseconds of processor time that it used. It runs at the priority that the box's RTP thread
   asks for: a thread that is woken later finds more to do at once, and would look cheaper. */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { BATCH = 32, ROOM = 2048, EVENTS = 128 };

static char room[BATCH][ROOM];
static struct sockaddr_in from[BATCH];
static struct iovec vectors[BATCH];
static struct mmsghdr messages[BATCH];

static int open_port(int port)
{
    struct sockaddr_in address = { .sin_family = AF_INET, .sin_port = htons(port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
    int size = 1 << 20;
    int file = socket(AF_INET, SOCK_DGRAM | SOCK_NONBLOCK, 0);
    setsockopt(file, SOL_SOCKET, SO_RCVBUF, &size, sizeof size);
    if (file < 0 || bind(file, (struct sockaddr *)&address, sizeof address) != 0) {
        perror("bind");
        exit(1);
    }
    return file;
}

static long answer(int file)
{
    for (int i = 0; i < BATCH; i++) {
        vectors[i] = (struct iovec){ room[i], ROOM };
        messages[i].msg_hdr = (struct msghdr){ .msg_name = &from[i], .msg_namelen = sizeof from[i], .msg_iov = &vectors[i], .msg_iovlen = 1 };
    }
    int count = recvmmsg(file, messages, BATCH, 0, NULL);
    if (count <= 0)
        return 0;
    for (int i = 0; i < count; i++)
        vectors[i].iov_len = messages[i].msg_len;
    int sent = sendmmsg(file, messages, count, 0);
    return sent > 0 ? sent : 0;
}

int main(int count, char **words)
{
    if (count != 3)
        return 2;
    int first = atoi(words[1]), sockets = atoi(words[2]);
    struct sched_param priority = { .sched_priority = 48 };
    sched_setscheduler(0, SCHED_FIFO, &priority);
    int set = epoll_create1(0);
    struct epoll_event event = { .events = EPOLLIN, .data.fd = STDIN_FILENO };
    epoll_ctl(set, EPOLL_CTL_ADD, STDIN_FILENO, &event);
    for (int i = 0; i < sockets; i++) {
        event.data.fd = open_port(first + 2 * i);
        epoll_ctl(set, EPOLL_CTL_ADD, event.data.fd, &event);
    }
    puts("ready");
    fflush(stdout);
    long answered = 0;
    for (int done = 0; !done;) {
        struct epoll_event ready[EVENTS];
        int seen = epoll_wait(set, ready, EVENTS, -1);
        for (int i = 0; i < seen; i++) {
            if (ready[i].data.fd == STDIN_FILENO)
                done = 1;
            else
                answered += answer(ready[i].data.fd);
        }
    }
    struct timespec used;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used);
    printf("%ld %ld\n", answered, used.tv_sec * 1000000000L + used.tv_nsec);
    return 0;
}
