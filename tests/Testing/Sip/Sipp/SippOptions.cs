using System.Net;

namespace Switchhook.Testing.Sip.Sipp;

/// <summary>How to run a scenario.</summary>
public sealed record SippOptions
{
    /// <summary>Where its requests go; null for a scenario that only answers.</summary>
    public IPEndPoint? Remote { get; init; }

    /// <summary>Its own address, of 127.0.0.0/8.</summary>
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>Its own port for SIP; 0 for a free one.</summary>
    public int Port { get; init; }

    /// <summary>Its first port for RTP, of four; 0 for free ones.</summary>
    public int MediaPort { get; init; }

    /// <summary>How messages are carried.</summary>
    public SippTransport Transport { get; init; }

    /// <summary>The number that is called or registered: [service] in the scenario.</summary>
    public string Service { get; init; } = "service";

    /// <summary>Name for digest authentication; null for none.</summary>
    public string? User { get; init; }

    /// <summary>Password for digest authentication.</summary>
    public string Password { get; init; } = "";

    /// <summary>How many calls, then it ends; null for as long as it may run.</summary>
    public int? Calls { get; init; } = 1;

    /// <summary>New calls a second, to a thousandth.</summary>
    public double Rate { get; init; } = 10;

    /// <summary>Largest number of calls at once; null for sipp's own choice (three times what rate and length make).</summary>
    public int? MaxConcurrent { get; init; }

    /// <summary>How long the pauses last that have no length in the scenario.</summary>
    public TimeSpan TalkTime { get; init; }

    /// <summary>Values for calls, a row each, in turn: [field0], [field1] and so on.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Rows { get; init; } = [];

    /// <summary>Values for words in brackets: with <c>["offset"] = "3"</c>, [offset] is 3.</summary>
    public IReadOnlyDictionary<string, string> Keys { get; init; } = new Dictionary<string, string>();

    /// <summary>Sends back all RTP that comes to <see cref="MediaPort"/>.</summary>
    public bool EchoRtp { get; init; }

    /// <summary>Keeps each message, for <see cref="SippResult.Messages"/>. Costs time at high rates.</summary>
    public bool TraceMessages { get; init; } = true;

    /// <summary>Keeps each response time, for <see cref="SippResult.ResponseTimes"/>.</summary>
    public bool TraceResponseTimes { get; init; }

    /// <summary>How long one message may be waited for before its call has failed.</summary>
    public TimeSpan ReceiveLimit { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long the whole may take; then it is killed, and the run has failed.</summary>
    public TimeSpan Limit { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Further options of sipp.</summary>
    public IReadOnlyList<string> MoreArguments { get; init; } = [];
}
