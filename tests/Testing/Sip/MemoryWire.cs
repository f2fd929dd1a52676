using System.Net;
using System.Text;
using Switchhook.Sip.Transport;

namespace Switchhook.Testing.Sip;

/// <summary>
/// One party's wire in a <see cref="MemoryNetwork"/>: what it sends to an endpoint arrives at the wire that joined there, by timers of the
/// test's clock, so never while it sends.
/// </summary>
/// <remarks>
/// Without a listener it is the wire of a scripted peer: send text, look at <see cref="Received"/>. Streams open by themselves as on the
/// real wire; the peer sees them come from a port of their own, which takes no new ones.
/// </remarks>
public sealed class MemoryWire : ISipWire
{
    private readonly MemoryNetwork _network;
    private readonly Dictionary<long, MemoryStreamEnd> _streams = [];
    private int _datagrams;

    internal MemoryWire(MemoryNetwork network, IPEndPoint local)
    {
        _network = network;
        Local = local;
    }

    /// <summary>Where it joined; it hears all transports there.</summary>
    public IPEndPoint Local { get; }

    /// <summary>Takes what comes; set once the party stands.</summary>
    public IWireListener? Listener { get; set; }

    /// <summary>Troubles of what it sends.</summary>
    public WireKnobs Knobs { get; } = new();

    /// <summary>All that it was given to send, what was lost on the way too.</summary>
    public IList<WireMessage> Sent { get; } = [];

    /// <summary>All that arrived.</summary>
    public IList<WireMessage> Received { get; } = [];

    /// <summary>Streams that are open now, as the hops on which answers go back.</summary>
    public IEnumerable<Hop> Streams => _streams.Values.Select(end => end.Hop);

    /// <inheritdoc/>
    public void Send(ReadOnlyMemory<byte> message, Hop to)
    {
        var sent = new WireMessage(_network.Now, to, message.ToArray());
        Sent.Add(sent);
        if (Knobs.Fail is { } why)
        {
            Fail(to, why);
        }
        else if (to.Transport == TransportKind.Udp)
        {
            SendDatagram(sent);
        }
        else
        {
            SendOnStream(sent);
        }
    }

    /// <summary>Sends text, each character a byte.</summary>
    public void Send(string message, Hop to) => Send(Encoding.Latin1.GetBytes(message), to);

    /// <inheritdoc/>
    public IPEndPoint LocalFor(Hop to) => Local;

    /// <summary>The hop to this wire by a transport.</summary>
    public Hop By(TransportKind transport) => new(transport, Local);

    /// <summary>Closes all streams, as a reboot of a router does; both sides are told.</summary>
    public void CutStreams()
    {
        foreach (var end in _streams.Values.ToList())
        {
            Closed(end);
            end.Peer.Closed(end.PeerEnd);
        }
    }

    internal MemoryStreamEnd AddStream(Hop hop, MemoryWire peer)
    {
        var end = new MemoryStreamEnd(hop, peer);
        _streams.Add(hop.Connection, end);
        return end;
    }

    internal void ForgetStreams() => _streams.Clear();

    private void SendDatagram(WireMessage sent)
    {
        _datagrams++;
        if (IsNth(Knobs.DropEvery) || _network.Random.NextDouble() < Knobs.DropShare || Knobs.DropWhen?.Invoke(sent.Text) == true)
        {
            return;
        }

        var delay = Delay() + (IsNth(Knobs.LateEvery) ? Knobs.LateBy : TimeSpan.Zero);
        var copies = IsNth(Knobs.DuplicateEvery) ? 2 : 1;
        for (var i = 0; i < copies; i++)
        {
            _network.After(delay, () => _network.At(sent.Hop.Remote)?.Arrive(sent.Bytes, new Hop(TransportKind.Udp, Local)));
        }
    }

    private void SendOnStream(WireMessage sent)
    {
        if ((FindStream(sent.Hop) ?? _network.Open(this, sent.Hop)) is not { } end)
        {
            Fail(sent.Hop, $"{sent.Hop.Remote} refused the connection.");
            return;
        }

        // Nothing overtakes on a stream.
        end.BusyUntil = TimeSpan.FromTicks(Math.Max(end.BusyUntil.Ticks, (_network.Now + Delay()).Ticks));
        _network.After(end.BusyUntil - _network.Now, () =>
        {
            if (end.Peer._streams.ContainsKey(end.PeerEnd.Hop.Connection))
            {
                end.Peer.Arrive(sent.Bytes, end.PeerEnd.Hop);
            }
        });
    }

    private MemoryStreamEnd? FindStream(Hop to) =>
        _streams.GetValueOrDefault(to.Connection)
        ?? _streams.Values.FirstOrDefault(end => end.Hop.Transport == to.Transport && end.Hop.Remote.Equals(to.Remote));

    private void Arrive(byte[] message, Hop from)
    {
        Received.Add(new WireMessage(_network.Now, from, message));
        Listener?.OnMessage(message, from);
    }

    private void Fail(Hop to, string why) => _network.After(Knobs.Delay, () => Listener?.OnFailed(to, why));

    private void Closed(MemoryStreamEnd end)
    {
        if (_streams.Remove(end.Hop.Connection))
        {
            _network.After(TimeSpan.Zero, () => Listener?.OnClosed(end.Hop));
        }
    }

    private bool IsNth(int every) => every > 0 && _datagrams % every == 0;

    private TimeSpan Delay() => Knobs.Delay + Knobs.Jitter * _network.Random.NextDouble();
}
