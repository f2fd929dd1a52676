using System.Net;
using System.Net.Sockets;
using Switchhook.Sip.Guard;

namespace Switchhook.Sip.Transport.Datagrams;

/// <summary>One UDP socket with a thread that reads it.</summary>
/// <remarks>
/// The socket never blocks: a full send buffer is a failure that is told, and the thread waits in poll, so that it sees the end. On Linux
/// no ICMP error of one peer shows on an unconnected socket, and whatever else the kernel reports costs one datagram only.
/// </remarks>
internal sealed class DatagramSocket : IDisposable
{
    private const int MaxDatagram = 65536;
    private const int SocketLevel = 1;
    private const int ForceReceiveBuffer = 33;

    private static readonly TimeSpan PollTime = TimeSpan.FromMilliseconds(250);

    private readonly Socket _socket;
    private readonly WireGate _gate;
    private readonly WireSink _sink;
    private readonly EndPointCache _endpoints = new();
    private readonly byte[] _buffer = GC.AllocateUninitializedArray<byte>(MaxDatagram, pinned: true);
    private readonly Thread _thread;
    private volatile bool _stopping;

    /// <summary>Binds.</summary>
    /// <exception cref="SocketException">The address is taken or not the box's.</exception>
    public DatagramSocket(IPEndPoint at, int receiveBuffer, WireGate gate, WireSink sink)
    {
        _gate = gate;
        _sink = sink;
        _socket = new Socket(at.AddressFamily, SocketType.Dgram, ProtocolType.Udp) { Blocking = false };
        try
        {
            SetOptions(receiveBuffer);
            _socket.Bind(at);
        }
        catch (SocketException)
        {
            _socket.Dispose();
            throw;
        }

        Local = (IPEndPoint)_socket.LocalEndPoint!;
        _thread = new Thread(Run) { Name = $"sip udp {Local}", IsBackground = true };
    }

    /// <summary>Where it is bound, with the real port.</summary>
    public IPEndPoint Local { get; }

    /// <summary>Octets that the kernel really holds of what was not read yet; it counts its own overhead too.</summary>
    public int ReceiveBuffer => _socket.ReceiveBufferSize;

    /// <summary>Begins to read.</summary>
    public void Start() => _thread.Start();

    /// <summary>Sends one datagram. Any thread.</summary>
    public void Send(ReadOnlySpan<byte> message, Hop to)
    {
        try
        {
            _socket.SendTo(message, SocketFlags.None, to.Remote);
            _sink.CountSent();
        }
        catch (SocketException error)
        {
            _sink.Fail(to, WireWords.Of(to, error));
        }
        catch (ObjectDisposedException)
        {
            _sink.Fail(to, $"{to}: the box stops.");
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _stopping = true;
        if (_thread.IsAlive)
        {
            _thread.Join(PollTime * 4);
        }

        _socket.Dispose();
    }

    private void SetOptions(int receiveBuffer)
    {
        if (_socket.AddressFamily == AddressFamily.InterNetworkV6)
        {
            _socket.DualMode = false;
        }
        else
        {
            // A message longer than the path bears is cut by routers instead of being lost until its path is learnt.
            _socket.DontFragment = false;
        }

        try
        {
            // Beyond the kernel's usual bound, which a box that runs as root may pass.
            _socket.SetRawSocketOption(SocketLevel, ForceReceiveBuffer, BitConverter.GetBytes(receiveBuffer));
        }
        catch (SocketException)
        {
            _socket.ReceiveBufferSize = receiveBuffer;
        }
    }

    private void Run()
    {
        var from = new SocketAddress(_socket.AddressFamily);
        while (!_stopping)
        {
            try
            {
                if (_socket.Poll(PollTime, SelectMode.SelectRead))
                {
                    Take(_buffer.AsSpan(0, _socket.ReceiveFrom(_buffer, SocketFlags.None, from)), from);
                }
            }
            catch (SocketException error) when (error.SocketErrorCode == SocketError.WouldBlock)
            {
                // A datagram whose checksum was wrong: the kernel announced it and threw it away.
            }
            catch (SocketException error)
            {
                _sink.Trouble($"udp {Local}: {error.Message}");
            }
        }
    }

    private void Take(ReadOnlySpan<byte> datagram, SocketAddress from)
    {
        if (!_gate.Hears(from))
        {
            return;
        }

        switch (DatagramCheck.Of(datagram))
        {
            case DatagramKind.Sip:
                _sink.Take(datagram, new Hop(TransportKind.Udp, _endpoints.Get(from)));
                break;
            case DatagramKind.Noise:
                _gate.ReportNoise(from);
                break;
            case DatagramKind.KeepAlive:
                break;
        }
    }
}
