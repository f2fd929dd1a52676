using System.Collections.Concurrent;
using Microsoft.Win32.SafeHandles;
using Switchhook.Hardware.Linux.Interop;

namespace Switchhook.Hardware.Linux.Gpio;

/// <summary>The one thread that waits for the edges of all inputs of a bank, and tells them. It starts with the first input.</summary>
/// <param name="clock">The kernel's clock.</param>
internal sealed class EdgeThread(KernelTime clock) : IDisposable
{
    /// <summary>How long a listener that hangs can hold up the end.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private const long NanosecondsPerMillisecond = 1_000_000;
    private const long CheckEvery = 1000 * NanosecondsPerMillisecond;
    private const int KeysAtOnce = 16;

    private readonly ConcurrentDictionary<long, LinuxInputPort> _inputs = new();
    private readonly EpollSet _set = new();
    private readonly Lock _gate = new();
    private Thread? _thread;
    private long _lastKey;
    private volatile bool _ending;

    /// <summary>Tells the changes of an input from now on, until it ends.</summary>
    public void Add(LinuxInputPort input, SafeFileHandle edges)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_ending, this);
            var key = ++_lastKey;
            _inputs[key] = input;
            _set.Watch(edges, key);
            if (_thread is null)
            {
                _thread = new Thread(Run) { IsBackground = true, Name = "gpio edges" };
                _thread.Start();
            }
        }
    }

    /// <summary>Looks at all inputs soon.</summary>
    public void Wake()
    {
        if (!_ending)
        {
            _set.Wake();
        }
    }

    /// <summary>Ends the thread, and the inputs that are left.</summary>
    public void Dispose()
    {
        Thread? thread;
        lock (_gate)
        {
            if (_ending)
            {
                return;
            }

            (_ending, thread) = (true, _thread);
            _set.Wake();
        }

        var hasEnded = thread is null || (thread != Thread.CurrentThread && thread.Join(Patience));
        foreach (var input in _inputs.Values)
        {
            input.Dispose();
        }

        // A thread that still runs needs its set; it is the process's last one then.
        if (hasEnded)
        {
            _set.Dispose();
        }
    }

    private void Run()
    {
        var ready = new long[KeysAtOnce];
        var nextCheck = clock.Now + CheckEvery;
        while (!_ending)
        {
            var count = _set.Wait(ready, MillisecondsUntil(nextCheck));
            foreach (var key in ready.AsSpan(0, count))
            {
                if (_inputs.TryGetValue(key, out var input))
                {
                    input.Look();
                }
            }

            var now = clock.Now;
            var checks = now >= nextCheck;
            nextCheck = checks ? now + CheckEvery : nextCheck;
            foreach (var (key, input) in _inputs)
            {
                Care(key, input, now, checks);
            }
        }
    }

    private void Care(long key, LinuxInputPort input, long now, bool checks)
    {
        if (checks)
        {
            input.Check();
        }
        else if (input.DueAt <= now)
        {
            input.Look();
        }

        // An ended one whose file is still open would be readable for ever.
        if (input.HasEnded)
        {
            _inputs.TryRemove(key, out _);
            input.Close();
        }
    }

    private int MillisecondsUntil(long nextCheck)
    {
        var due = nextCheck;
        foreach (var (_, input) in _inputs)
        {
            due = Math.Min(due, input.DueAt ?? due);
        }

        var wait = due - clock.Now;
        return wait <= 0 ? 0 : (int)((wait + NanosecondsPerMillisecond - 1) / NanosecondsPerMillisecond);
    }
}
