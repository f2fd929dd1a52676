using Switchhook.Sip.Transport;
using Switchhook.Testing;
using Switchhook.Testing.Sip;

namespace Switchhook.Tests.Sip.Trunks.Upkeep;

/// <summary>A provider's server that answers by itself, as the test says.</summary>
internal sealed class TrunkServer : IWireListener
{
    private readonly LoopDriver _driver;
    private readonly ScriptedPeer _peer;

    public TrunkServer(LoopDriver driver, MemoryWire wire, Hop box)
    {
        _driver = driver;
        _peer = new ScriptedPeer(driver, wire, box, "server");
        wire.Listener = this;
        Hop = wire.By(box.Transport);
    }

    /// <summary>Where it is.</summary>
    public Hop Hop { get; }

    /// <summary>Its wire.</summary>
    public MemoryWire Wire => _peer.Wire;

    /// <summary>Gets nothing and says nothing, as if it had lost its power.</summary>
    public bool IsDead { get; set; }

    /// <summary>All that it got, in order.</summary>
    public List<PeerMessage> Got { get; } = [];

    /// <summary>How it answers REGISTER: status and header lines; null for not at all.</summary>
    public Func<PeerMessage, (int Status, string More)?> Register { get; set; } = Accept(60);

    /// <summary>How it answers OPTIONS.</summary>
    public Func<PeerMessage, (int Status, string More)?> Options { get; set; } = _ => (200, "");

    /// <summary>REGISTERs that it got.</summary>
    public IReadOnlyList<PeerMessage> Registers => [.. Got.Where(message => message.Method == "REGISTER")];

    /// <summary>OPTIONS that it got.</summary>
    public IReadOnlyList<PeerMessage> Asked => [.. Got.Where(message => message.Method == "OPTIONS")];

    /// <summary>Takes a registration for so many seconds, or ends it when that is asked for.</summary>
    public static Func<PeerMessage, (int Status, string More)?> Accept(int seconds, string more = "") => register =>
        (200, $"Contact: <{register.UriOf("Contact")}>;expires={(register["Expires"] == "0" ? 0 : seconds)}\n{more}");

    /// <summary>Always the same answer.</summary>
    public static Func<PeerMessage, (int Status, string More)?> Always(int status, string more = "") => _ => (status, more);

    public void OnMessage(ReadOnlySpan<byte> message, Hop from)
    {
        if (IsDead)
        {
            return;
        }

        var got = new PeerMessage(new WireMessage(_driver.Time.Elapsed, from, message.ToArray()));
        Got.Add(got);
        if ((got.Method == "REGISTER" ? Register(got) : Options(got)) is var (status, more))
        {
            _peer.Answer(got, status, more);
        }
    }

    public void OnFailed(Hop to, string why)
    {
    }

    public void OnClosed(Hop hop)
    {
    }
}
