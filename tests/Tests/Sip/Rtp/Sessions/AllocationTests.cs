using System.Net;
using Switchhook.Hardware.Lines;
using Switchhook.Sip.Media;
using Switchhook.Sip.Rtp.Io;
using Switchhook.Sip.Rtp.Sessions;
using Switchhook.Testing;
using Switchhook.Tests.Sip.Rtp.Io;
using Switchhook.Tests.Sip.Rtp.Srtp;

namespace Switchhook.Tests.Sip.Rtp.Sessions;

/// <summary>Neither the RTP thread nor the media thread allocates for a packet, whatever its way.</summary>
public sealed class AllocationTests : IDisposable
{
    private const int Rounds = 500;
    private static readonly IPEndPoint Peer = IPEndPoint.Parse("192.0.2.7:5004");

    private readonly ManualTimeProvider _time = new();
    private readonly SteadyNetwork _network = new(PacketAddress.From(Peer));
    private readonly RtpEngine _engine;
    private readonly short[] _frame = new short[LineAudio.BlockSamples];

    public AllocationTests() => _engine = new RtpEngine(
        new RtpPortRange(20_000, 20_003), new RtpSurroundings(_time, new Random(1), work => work(), fault => throw fault), _network);

    public static TheoryData<AudioCodec, bool> Ways => new()
    {
        { AudioCodec.Pcma, false },
        { AudioCodec.Pcma, true },
        { AudioCodec.G722, false },
    };

    [Theory]
    [MemberData(nameof(Ways))]
    public void A_packet_costs_no_allocation_as_frames(AudioCodec codec, bool isEncrypted)
    {
        var sessions = Open(codec, isEncrypted);

        Assert.Equal(0, Measure(sessions));
        Assert.True(_network.Sent >= 2 * Rounds, $"{_network.Sent} packets were sent.");
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void A_packet_costs_no_allocation_when_it_is_relayed(AudioCodec codec, bool isEncrypted)
    {
        var sessions = Open(codec, isEncrypted);
        sessions[0].Relay(sessions[1]);
        sessions[1].Relay(sessions[0]);
        sessions[0].IsHeard = true;

        Assert.Equal(0, Measure(sessions));
        Assert.True(_network.Sent >= 2 * Rounds, $"{_network.Sent} packets were sent.");
    }

    public void Dispose() => _engine.Dispose();

    private RtpSession[] Open(AudioCodec codec, bool isEncrypted)
    {
        var (suite, key) = (SrtpSuite.AesCm128Sha1With80, SrtpContextTests.Key(SrtpSuite.AesCm128Sha1With80));
        var agreed = EngineRig.Agreed(Peer) with
        {
            Codec = codec,
            Keys = isEncrypted ? new SrtpKeys(suite, [.. key], [.. key]) : null,
        };
        if (isEncrypted)
        {
            _network.Protect(suite, key);
        }

        var sessions = new RtpSession[2];
        for (var i = 0; i < 2; i++)
        {
            Assert.True(_engine.TryOpen(EngineRig.Local, out var session, out var why), why);
            session.Apply(agreed);
            sessions[i] = session;
        }

        return sessions;
    }

    private long Measure(RtpSession[] sessions)
    {
        Run(sessions);
        return Allocation.Of(() => Run(sessions));
    }

    private void Run(RtpSession[] sessions)
    {
        for (var round = 0; round < Rounds; round++)
        {
            _time.Advance(LineAudio.BlockDuration);
            _engine.Step(0);
            for (var i = 0; i < sessions.Length; i++)
            {
                sessions[i].ReadFrame(_frame);
                sessions[i].WriteFrame(_frame);
            }

            _engine.Flush();
        }

        _engine.Step(0);
    }
}
