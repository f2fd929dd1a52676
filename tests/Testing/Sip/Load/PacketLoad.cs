using System.Buffers.Binary;
using System.Net;
using Switchhook.Sip.Rtp.Io;
using Switchhook.Sip.Rtp.Packets;

namespace Switchhook.Testing.Sip.Load;

/// <summary>Many phones on one socket: each sends a packet every 20 ms, at its own moment; what comes back is timed.</summary>
public sealed class PacketLoad : IDisposable
{
    private const int PayloadOctets = 160;
    private const int PacketOctets = RtpHeader.Octets + PayloadOctets;
    private const int WaitMilliseconds = 1;
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(20);

    private readonly TimeProvider _time = TimeProvider.System;
    private readonly KernelNetwork _network = new();
    private readonly ReceiveBatch _received = new();
    private readonly PacketSender _sender;
    private readonly byte[] _packets;
    private readonly PacketAddress[] _targets;
    private readonly List<double> _delays = [];
    private readonly int[] _ready = new int[1];
    private readonly int _socket;
    private readonly long _epoch;
    private long _next;

    /// <summary>Phones that send to ports of the loopback.</summary>
    public PacketLoad(int ownPort)
    {
        _sender = new PacketSender(_network);
        var opened = _network.Open(new IPEndPoint(IPAddress.Loopback, ownPort));
        if (opened.Socket < 0 || !_network.TryWatch(opened.Socket, 0))
        {
            throw new IOException(opened.Why ?? "The load's socket cannot be waited for.");
        }

        (_socket, End) = (opened.Socket, new IPEndPoint(IPAddress.Loopback, ownPort));
        _packets = GC.AllocateArray<byte>(SendBatch.Most * PacketOctets, pinned: true);
        _targets = [];
        _epoch = _time.GetTimestamp();
    }

    private PacketLoad(PacketLoad load, IReadOnlyList<int> ports)
    {
        (_network, _sender, _socket, End, _packets) = (load._network, load._sender, load._socket, load.End, load._packets);
        _targets = [.. ports.Select(port => PacketAddress.From(new IPEndPoint(IPAddress.Loopback, port)))];
        _epoch = _time.GetTimestamp();
    }

    /// <summary>Where the phones are.</summary>
    public IPEndPoint End { get; }

    /// <summary>Processor time that the calling thread has used.</summary>
    public TimeSpan ThreadCpuTime => _network.ThreadCpuTime;

    /// <summary>The same phones, calling these ports.</summary>
    public PacketLoad To(IReadOnlyList<int> ports) => new(this, ports);

    /// <summary>Sends and receives for a while. Blocks.</summary>
    public LoadFigures Run(TimeSpan duration)
    {
        _delays.Clear();
        var begun = _time.GetTimestamp();
        var (sent, back) = (0L, 0L);
        while (_time.GetElapsedTime(begun) < duration)
        {
            sent += SendDue();
            if (_network.Wait(_ready, WaitMilliseconds) > 0)
            {
                back += ReceiveAll();
            }
        }

        _delays.Sort();
        return new LoadFigures(sent, back, Quantile(0.5), Quantile(0.99));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _network.Close(_socket);
        _network.Dispose();
    }

    private int SendDue()
    {
        var due = (long)(_time.GetElapsedTime(_epoch).Ticks * (double)_targets.Length / Interval.Ticks);

        // After a stall of the machine the phones do not make up for it.
        _next = Math.Max(_next, due - _targets.Length);
        var sent = 0;
        for (; _next < due; _next++)
        {
            var packet = _packets.AsSpan(sent % SendBatch.Most * PacketOctets, PacketOctets);
            var (stream, number) = ((int)(_next % _targets.Length), _next / _targets.Length);
            new RtpHeader(8, false, (ushort)number, (uint)(number * PayloadOctets), (uint)stream + 1).Write(packet);
            BinaryPrimitives.WriteInt64LittleEndian(packet[RtpHeader.Octets..], _time.GetTimestamp());
            _sender.Add(_socket, packet, _targets[stream]);
            if (++sent % SendBatch.Most == 0)
            {
                _sender.Flush();
            }
        }

        _sender.Flush();
        return sent;
    }

    private int ReceiveAll()
    {
        var back = 0;
        int count;
        do
        {
            count = _network.Receive(_socket, _received);
            for (var i = 0; i < count; i++)
            {
                var sentAt = BinaryPrimitives.ReadInt64LittleEndian(_received.RoomOf(i)[RtpHeader.Octets..]);
                _delays.Add(_time.GetElapsedTime(sentAt).TotalMicroseconds);
            }

            back += count;
        }
        while (count == ReceiveBatch.Most);

        return back;
    }

    private double Quantile(double share) => _delays.Count == 0 ? double.NaN : _delays[(int)((_delays.Count - 1) * share)];
}

/// <summary>What became of a load.</summary>
/// <param name="Sent">Packets sent.</param>
/// <param name="Back">Packets that came back.</param>
/// <param name="MedianMicroseconds">Half came back later than this; meaningless where the box makes packets of its own.</param>
/// <param name="P99Microseconds">One in a hundred came back later.</param>
public sealed record LoadFigures(long Sent, long Back, double MedianMicroseconds, double P99Microseconds);
