using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Switchhook.Sip.Guard;

namespace Switchhook.Sip.Transport.Streams;

/// <summary>All streams: found by number or by address, opened when none is there, limited, watched. Any thread.</summary>
internal sealed class StreamTable(WireOptions options, StreamOpening opening, WireGate gate, WireSink sink, TimeProvider time)
    : IStreamOwner
{
    private readonly Lock _gate = new();
    private readonly ConcurrentDictionary<long, SipStream> _byNumber = new();
    private readonly ConcurrentDictionary<(TransportKind Transport, IPEndPoint Remote, bool IsOurs), SipStream> _byAddress = new();
    private readonly Dictionary<IPAddress, int> _perAddress = [];
    private readonly ConcurrentDictionary<SipStream, Task> _running = new();
    private long _numbers;
    private bool _isClosing;

    /// <summary>Streams at this moment.</summary>
    public int Count => _byNumber.Count;

    /// <summary>The stream that a message to a hop would take now; null without one.</summary>
    public SipStream? Find(Hop to)
    {
        if (to.Connection != 0 && _byNumber.TryGetValue(to.Connection, out var stream))
        {
            return stream;
        }

        if (_byAddress.TryGetValue((to.Transport, to.Remote, true), out stream))
        {
            return stream;
        }

        // One that the other side opened proved no name, so it will not do where one is asked for.
        var isNamed = to.Transport == TransportKind.Tls && opening.HasTrust(to.Remote);
        return !isNamed && _byAddress.TryGetValue((to.Transport, to.Remote, false), out stream) ? stream : null;
    }

    /// <summary>Sends on the stream that is there, or opens one.</summary>
    /// <param name="message">The message.</param>
    /// <param name="to">Where to.</param>
    /// <param name="from">The address to call from, if a stream must be opened.</param>
    public void Send(ReadOnlyMemory<byte> message, Hop to, IPAddress from)
    {
        var why = (Find(to)?.Send(message, to) ?? SendQueue.Added.Closed) switch
        {
            SendQueue.Added.Taken => null,
            SendQueue.Added.Full => "the other side does not read what is sent to it.",
            SendQueue.Added.Closed => Open(message, to, from),
        };
        if (why is not null)
        {
            sink.Fail(to, $"{to}: {why}");
        }
    }

    /// <summary>Takes a connection that another side opened; refuses it, by closing, when there are too many.</summary>
    public void Accept(Socket socket, TransportKind transport)
    {
        SipStream stream;
        var remote = (IPEndPoint)socket.RemoteEndPoint!;
        if (gate.Admit(remote.Address) != Admission.Heard)
        {
            socket.Dispose();
            return;
        }

        lock (_gate)
        {
            var hop = new Hop(transport, remote, _numbers + 1);
            if (Refusal_NeedsLock(hop.Remote.Address) is { } why)
            {
                socket.Dispose();
                sink.Trouble($"{hop}: a connection is refused: {why}");
                return;
            }

            stream = Add_NeedsLock(hop, isOurs: false);
        }

        Run(stream, socket, (own, limit) => opening.AnswerAsync(own, transport, limit));
    }

    /// <summary>Streams that the box opened to an address carry on what is under way on them, and nothing new.</summary>
    public void Retire(IPEndPoint remote)
    {
        foreach (var transport in (ReadOnlySpan<TransportKind>)[TransportKind.Tcp, TransportKind.Tls])
        {
            if (_byAddress.TryRemove((transport, remote, true), out var stream))
            {
                stream.Retire();
            }
        }
    }

    /// <summary>Ends streams that take too long, and keeps others alive. Called about once a second.</summary>
    public void Watch()
    {
        foreach (var (_, stream) in _byNumber)
        {
            stream.Watch();
        }
    }

    /// <summary>Ends all, and takes no more.</summary>
    public async Task CloseAsync()
    {
        lock (_gate)
        {
            _isClosing = true;
        }

        foreach (var (_, stream) in _byNumber)
        {
            stream.End("the box stops.");
        }

        await Task.WhenAll(_running.Values);
    }

    /// <inheritdoc/>
    public Admission Take(SipStream stream, ReadOnlySpan<byte> message)
    {
        var admission = gate.Admit(stream.Hop.Remote.Address);
        if (admission != Admission.Banned)
        {
            // On a stream nothing may be lost: who is too fast is not read for a while instead.
            sink.Take(message, stream.Hop);
        }

        return admission;
    }

    /// <inheritdoc/>
    public void TakeBroken(SipStream stream, ReadOnlySpan<byte> head)
    {
        if (head.IsEmpty)
        {
            gate.Report(stream.Hop.Remote.Address, Offence.Malformed);
        }
        else
        {
            sink.Take(head, stream.Hop);
        }
    }

    /// <inheritdoc/>
    public void Sent() => sink.CountSent();

    /// <inheritdoc/>
    public void Ended(SipStream stream, bool wasOpen, string why, IReadOnlyList<Hop> unsent)
    {
        lock (_gate)
        {
            _byNumber.TryRemove(stream.Hop.Connection, out _);
            _byAddress.TryRemove(KeyValuePair.Create((stream.Hop.Transport, stream.Hop.Remote, stream.IsOurs), stream));
            var address = stream.Hop.Remote.Address;
            if (--_perAddress[address] == 0)
            {
                _perAddress.Remove(address);
            }
        }

        foreach (var to in unsent)
        {
            sink.Fail(to, $"{to}: {why}");
        }

        if (wasOpen)
        {
            sink.Close(stream.Hop);
        }
        else if (!stream.IsOurs)
        {
            gate.Report(stream.Hop.Remote.Address, Offence.FailedHandshake);
            sink.Trouble($"{stream.Hop}: a connection did not come about: {why}");
        }
    }

    // Null: the message is on its way.
    private string? Open(ReadOnlyMemory<byte> message, Hop to, IPAddress from)
    {
        SipStream stream;
        lock (_gate)
        {
            if (Find(to with { Connection = 0 })?.Send(message, to) == SendQueue.Added.Taken)
            {
                return null;
            }

            if (Refusal_NeedsLock(to.Remote.Address) is { } why)
            {
                return why;
            }

            stream = Add_NeedsLock(to with { Connection = _numbers + 1 }, isOurs: true);
        }

        stream.Send(message, to);
        Run(stream, StreamOpening.NewSocket(to.Remote), (own, limit) => opening.CallAsync(own, to, from, limit));
        return null;
    }

    private string? Refusal_NeedsLock(IPAddress address)
    {
        if (_isClosing)
        {
            return "the box stops.";
        }

        if (_byNumber.Count >= options.Limits.Streams)
        {
            return $"there are {options.Limits.Streams} streams already.";
        }

        return _perAddress.GetValueOrDefault(address) >= options.Limits.StreamsPerAddress
            ? $"that address has {options.Limits.StreamsPerAddress} streams already."
            : null;
    }

    private SipStream Add_NeedsLock(Hop hop, bool isOurs)
    {
        _numbers = hop.Connection;
        var stream = new SipStream(hop, isOurs, options, this, time);
        _byNumber[hop.Connection] = stream;
        _byAddress[(hop.Transport, hop.Remote, isOurs)] = stream;
        _perAddress[hop.Remote.Address] = _perAddress.GetValueOrDefault(hop.Remote.Address) + 1;
        return stream;
    }

    private void Run(SipStream stream, Socket socket, Func<Socket, CancellationToken, Task<Stream>> open)
    {
        var running = Task.Run(() => stream.RunAsync(socket, open));
        _running[stream] = running;
        _ = running.ContinueWith(_ => _running.TryRemove(stream, out Task? _), TaskScheduler.Default);
    }
}
