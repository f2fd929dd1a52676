using System.Runtime.InteropServices;
using Switchhook.Hardware.Dahdi.Kernel;

namespace Switchhook.Hardware.Dahdi.Interop;

/// <summary>Waits with poll for the blocks of one channel, the events of all, and for being woken.</summary>
/// <remarks>
/// <para>Wake-ups stay near 50 a second however many channels there are: only one of them wakes for its blocks. The others of its span fill
/// theirs in the same interrupt, and are read without waiting. Events are rare.</para>
/// <para>Poll and not epoll: epoll leaves its entries in the channel's wait queue between the calls, and the drivers free that queue 20 ms
/// after a device was unplugged, with the file still open (<c>dahdi_chan_unreg</c>). Poll has left the queue by then. For some dozen files
/// it costs no more.</para>
/// </remarks>
internal sealed unsafe class DahdiWait : IDahdiWait
{
    /// <summary>Most channels of one card, by the drivers' own limit of a span and the ports of a board.</summary>
    private const int MostChannels = 1024;

    private readonly LibC.PollFile* _files;
    private readonly DahdiChannel[] _channels = new DahdiChannel[MostChannels];
    private readonly int _wake;
    private int _count;
    private bool _disposed;

    /// <summary>Waits for nothing yet.</summary>
    public DahdiWait()
    {
        _wake = LibC.EventFile(0, LibC.NonBlocking | LibC.CloseOnExec);
        _files = (LibC.PollFile*)NativeMemory.AllocZeroed(MostChannels + 1, (nuint)sizeof(LibC.PollFile));
        _files[0] = new LibC.PollFile { File = _wake, Wanted = LibC.PollIn };
    }

    /// <inheritdoc/>
    public void Watch(IReadOnlyList<IDahdiChannel> channels, IDahdiChannel? clock)
    {
        _count = Math.Min(channels.Count, MostChannels);
        for (var i = 0; i < _count; i++)
        {
            var channel = (DahdiChannel)channels[i];
            var wanted = ReferenceEquals(channel, clock) ? LibC.PollPriority | LibC.PollIn : LibC.PollPriority;
            _channels[i] = channel;
            _files[i + 1] = new LibC.PollFile { File = channel.File, Wanted = (short)wanted };
        }
    }

    /// <inheritdoc/>
    public void Wait(TimeSpan limit)
    {
        var ready = LibC.Poll(_files, (nuint)(_count + 1), (int)limit.TotalMilliseconds);
        for (var i = 0; i < _count; i++)
        {
            // A channel that is gone shows an error; taking its event tells so.
            _channels[i].EventWaits = ready > 0 && (_files[i + 1].Happened & (LibC.PollPriority | LibC.PollErrors)) != 0;
        }

        if (ready > 0 && _files[0].Happened != 0)
        {
            ulong count;
            _ = LibC.Read(_wake, &count, sizeof(ulong));
        }
    }

    /// <inheritdoc/>
    public void Wake()
    {
        if (!Volatile.Read(ref _disposed))
        {
            ulong one = 1;
            _ = LibC.Write(_wake, &one, sizeof(ulong));
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!Interlocked.Exchange(ref _disposed, true))
        {
            _ = LibC.Close(_wake);
            NativeMemory.Free(_files);
        }
    }
}
