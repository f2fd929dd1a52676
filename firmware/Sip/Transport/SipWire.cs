using System.Net;
using System.Net.Sockets;
using Switchhook.Sip.Guard;
using Switchhook.Sip.Transport.Datagrams;
using Switchhook.Sip.Transport.Streams;
using Switchhook.Sip.Transport.Tls;

namespace Switchhook.Sip.Transport;

/// <summary>The wire with sockets: UDP, TCP and TLS, IPv4 and IPv6.</summary>
/// <remarks>
/// A datagram is read by the thread of its socket, handed to the listener on it, and sent by the thread that calls; the kernel never makes
/// that one wait. Streams run on the thread pool.
/// </remarks>
public sealed class SipWire : ISipWire, IAsyncDisposable
{
    private static readonly TimeSpan WatchEvery = TimeSpan.FromSeconds(1);

    private readonly WireOptions _options;
    private readonly TimeProvider _time;
    private readonly WireGate _gate;
    private readonly WireSink _sink;
    private readonly LocalAddresses _addresses;
    private readonly StreamOpening _opening;
    private readonly StreamTable _streams;
    private readonly List<DatagramSocket> _datagrams = [];
    private readonly List<StreamListener> _listeners = [];
    private BoundPoints _bound;
    private ITimer? _watch;

    /// <summary>A wire that is not open yet.</summary>
    /// <param name="options">Where it listens and what it bears.</param>
    /// <param name="guard">Who is heard; the wire ticks it.</param>
    /// <param name="certificate">What it shows to those that call by TLS; null when it does not listen to TLS.</param>
    /// <param name="time">The clock.</param>
    /// <param name="onTrouble">Takes in words, on any thread, what no sender waits to hear, such as a handshake that failed.</param>
    public SipWire(
        WireOptions options, AddressGuard guard, IServerCertificate? certificate, TimeProvider time, Action<string> onTrouble)
    {
        _options = options;
        _time = time;
        _gate = new WireGate(guard, time);
        _sink = new WireSink(new TroubleFilter(onTrouble, time));
        _addresses = new LocalAddresses(options, time);
        _opening = new StreamOpening(new TlsHandshakes(certificate, time));
        _streams = new StreamTable(options, _opening, _gate, _sink, time);
        _bound = new BoundPoints(options.Listen, _addresses);
        if (certificate is null && options.Listen.Any(point => point.Transport == TransportKind.Tls))
        {
            throw new ArgumentException("To listen to TLS takes a certificate.", nameof(certificate));
        }
    }

    /// <summary>Where it listens, with the real ports once it is started.</summary>
    public IReadOnlyList<ListenPoint> ListensOn { get; private set; } = [];

    /// <summary>What went over it.</summary>
    public WireCounts Counts => new(_sink.Received, _sink.Sent, _sink.Failed, _streams.Count);

    /// <summary>Opens it; from now on the listener is told what comes.</summary>
    /// <exception cref="IOException">An address is taken or not the box's; the message says which. Nothing is left open.</exception>
    public async Task StartAsync(IWireListener listener)
    {
        _sink.Listener = listener;
        try
        {
            ListensOn = [.. _options.Listen.Select(Bind)];
        }
        catch (IOException)
        {
            await DisposeAsync();
            throw;
        }

        _bound = new BoundPoints(ListensOn, _addresses);
        _datagrams.ForEach(socket => socket.Start());
        _listeners.ForEach(port => port.Start(_time));
        _watch = _time.CreateTimer(_ => Watch(), null, WatchEvery, WatchEvery);
    }

    /// <inheritdoc/>
    public void Send(ReadOnlyMemory<byte> message, Hop to)
    {
        if (to.Transport != TransportKind.Udp)
        {
            _streams.Send(message, to, _bound.CallFrom(to));
        }
        else if (_bound.For(to) is { } place && _datagrams.Find(socket => socket.Local.Equals(place)) is { } socket)
        {
            socket.Send(message.Span, to);
        }
        else
        {
            _sink.Fail(to, $"{to}: the box has no UDP socket for that kind of address.");
        }
    }

    /// <inheritdoc/>
    public IPEndPoint LocalFor(Hop to) => _bound.NameFor(to, to.Transport == TransportKind.Udp ? null : _streams.Find(to)?.Local);

    /// <summary>
    /// Says whom to believe at an address when the box calls there by TLS. Without it the address itself must stand in a certificate that
    /// the system believes.
    /// </summary>
    /// <param name="remote">Where.</param>
    /// <param name="trust">Whom; null: nobody in particular any more.</param>
    public void Trust(IPEndPoint remote, TlsTrust? trust)
    {
        if (_opening.SetTrust(remote, trust))
        {
            _streams.Retire(remote);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_watch is not null)
        {
            await _watch.DisposeAsync();
        }

        foreach (var port in _listeners)
        {
            await port.DisposeAsync();
        }

        await _streams.CloseAsync();
        _datagrams.ForEach(socket => socket.Dispose());
    }

    private void Watch()
    {
        _gate.Tick();
        _streams.Watch();
    }

    private ListenPoint Bind(ListenPoint point)
    {
        try
        {
            if (point.Transport == TransportKind.Udp)
            {
                var socket = new DatagramSocket(point.At, _options.ReceiveBuffer, _gate, _sink);
                _datagrams.Add(socket);
                return point with { At = socket.Local };
            }

            var port = new StreamListener(point, _streams, _sink);
            _listeners.Add(port);
            return point with { At = port.Local };
        }
        catch (SocketException error)
        {
            throw new IOException($"{point} cannot be opened: {error.Message}.", error);
        }
    }
}
