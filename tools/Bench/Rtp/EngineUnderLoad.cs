using System.Net;
using Switchhook.Audio.Engine;
using Switchhook.Hardware.Lines;
using Switchhook.Hardware.Linux;
using Switchhook.Sip.Media;
using Switchhook.Sip.Rtp.Io;
using Switchhook.Sip.Rtp.Sessions;

namespace Switchhook.Bench.Rtp;

/// <summary>The engine with sessions that the load speaks to.</summary>
internal sealed class EngineUnderLoad : IDisposable
{
    private readonly RtpEngine _engine;
    private readonly List<RtpSession> _sessions = [];
    private readonly short[] _frame = new short[LineAudio.BlockSamples];
    private MediaClock? _clock;

    /// <summary>An engine that runs, without sessions.</summary>
    public EngineUnderLoad(RtpPortRange range, Action<Exception> onFault)
    {
        _engine = new RtpEngine(range, new RtpSurroundings(TimeProvider.System, new Random(1), work => work(), onFault));
        _engine.Start();
    }

    /// <summary>The ports of the sessions.</summary>
    public IReadOnlyList<int> Ports => [.. _sessions.Select(session => session.Port)];

    /// <summary>What priority the RTP thread got.</summary>
    public string Priority => _engine.Priority;

    /// <summary>Processor time of the RTP thread, and of the media thread when there is one.</summary>
    public (TimeSpan Rtp, TimeSpan Media) CpuTime => (_engine.CpuTime, _clock?.CpuTime ?? TimeSpan.Zero);

    /// <summary>Bytes that the RTP thread has allocated.</summary>
    public long AllocatedBytes => _engine.AllocatedBytes;

    /// <summary>Opens sessions that have agreed with the phones of a load.</summary>
    /// <exception cref="IOException">There are not so many ports.</exception>
    public void Open(int count, IPEndPoint phones)
    {
        for (var i = 0; i < count; i++)
        {
            if (!_engine.TryOpen(IPAddress.Loopback, out var session, out var why))
            {
                throw new IOException(why);
            }

            session.Apply(new AgreedAudio(AudioCodec.Pcma, 8, phones, phones, Sends: true, Receives: true));
            _sessions.Add(session);
        }
    }

    /// <summary>Passes the packets of each session on to its neighbour.</summary>
    public void Relay()
    {
        foreach (var pair in _sessions.Chunk(2))
        {
            pair[0].Relay(pair[^1]);
            pair[^1].Relay(pair[0]);
        }
    }

    /// <summary>Makes frames of all packets, and packets of the frames, on a clock of 20 ms.</summary>
    public void Echo(Action<Exception> onFault)
    {
        _clock = new MediaClock(new AbsoluteBlockTicker(), Tick, TimeProvider.System, onFault);
        _clock.Start();
    }

    /// <summary>Closes all sessions.</summary>
    public void CloseAll()
    {
        _sessions.ForEach(session => session.Close());
        _sessions.Clear();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _clock?.Dispose();
        _engine.Dispose();
    }

    private void Tick()
    {
        foreach (var session in _sessions)
        {
            session.ReadFrame(_frame);
            session.WriteFrame(_frame);
        }

        _engine.Flush();
    }
}
