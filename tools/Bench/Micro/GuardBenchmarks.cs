using System.Net;
using BenchmarkDotNet.Attributes;
using Switchhook.Sip.Guard;

namespace Switchhook.Bench.Micro;

/// <summary>What the guard costs each message, with a thousand bans in force; a banned sender is the one that must cost least.</summary>
public class GuardBenchmarks
{
    private const int Bans = 1000;

    private readonly AddressGuard _guard = new(new GuardOptions { Stranger = new MessageRate(1_000_000, 1_000_000_000) });
    private readonly AddressKey[] _banned = Keys(203);
    private readonly AddressKey[] _strangers = Keys(198);
    private readonly AddressKey _own = AddressKey.Of(IPAddress.Loopback);
    private readonly SocketAddress _kernels = new IPEndPoint(IPAddress.Parse("203.0.113.7"), 5060).Serialize();
    private readonly byte[] _options = "OPTIONS sip:21@box.example SIP/2.0\r\nVia: SIP/2.0/UDP 192.0.2.7:5060\r\n\r\n"u8.ToArray();
    private TimeSpan _now = TimeSpan.FromHours(1);
    private int _next;

    /// <summary>Bans them.</summary>
    [GlobalSetup]
    public void SetUp()
    {
        foreach (var address in _banned)
        {
            _guard.Report(address, Offence.Scanner, _now);
        }
    }

    /// <summary>What the wire asks the clock.</summary>
    [Benchmark(Baseline = true)]
    public TimeSpan Clock() => TimeProvider.System.GetElapsedTime(0);

    /// <summary>From the kernel's octets to the key.</summary>
    [Benchmark]
    public AddressKey Key() => AddressKey.Of(_kernels);

    /// <summary>Whether a banned address is banned.</summary>
    [Benchmark]
    public bool IsBanned() => _guard.IsBanned(_banned[_next++ % Bans], _now);

    /// <summary>A message of a banned address.</summary>
    [Benchmark]
    public Admission BannedMessage() => _guard.Admit(_banned[_next++ % Bans], _now);

    /// <summary>A message of one of a thousand strangers.</summary>
    [Benchmark]
    public Admission StrangersMessage()
    {
        _now += TimeSpan.FromTicks(10_000);
        return _guard.Admit(_strangers[_next++ % Bans], _now);
    }

    /// <summary>A message of a trusted address.</summary>
    [Benchmark]
    public Admission TrustedMessage()
    {
        _now += TimeSpan.FromTicks(10_000);
        return _guard.Admit(_own, _now);
    }

    /// <summary>The look at the first octets.</summary>
    [Benchmark]
    public int FirstSight() => (int)DatagramCheck.Of(_options);

    private static AddressKey[] Keys(byte first) =>
        [.. Enumerable.Range(0, Bans).Select(i => AddressKey.Of(new IPAddress([first, 0, (byte)(i >> 8), (byte)i])))];
}
