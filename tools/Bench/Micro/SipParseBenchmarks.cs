using BenchmarkDotNet.Attributes;
using Switchhook.Sip.Grammar;
using Switchhook.Sip.Grammar.Building;
using Switchhook.Testing.Sip;

namespace Switchhook.Bench.Micro;

/// <summary>
/// An INVITE of 900 bytes, read with all that every message must have, and answered. The mark for reading is 1.5 µs and 1 KB; its SDP is
/// not read here.
/// </summary>
public class SipParseBenchmarks
{
    private readonly byte[] _invite = SampleMessages.Invite;
    private readonly byte[] _noise = new byte[900];
    private SipMessage? _message;

    /// <summary>Reads the message that is answered.</summary>
    [GlobalSetup]
    public void Read() => _message = SipParser.Parse(_invite, ParseLimits.Default, Framing.Datagram).Message;

    /// <summary>Reads it; how many headers it has.</summary>
    [Benchmark(Baseline = true)]
    public int Parse() => SipParser.Parse(_invite, ParseLimits.Default, Framing.Datagram).Message!.Headers.Count;

    /// <summary>Drops what is no SIP.</summary>
    [Benchmark]
    public bool Drop() => SipParser.Parse(_noise, ParseLimits.Default, Framing.Datagram).Message is null;

    /// <summary>Answers it; the length of the answer.</summary>
    [Benchmark]
    public int Answer() => ResponseBuilder.Start(_message!, 180, "box").Build().Length;
}
