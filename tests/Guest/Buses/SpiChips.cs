using System.Buffers.Binary;

namespace Switchhook.Guest.Buses;

/// <summary>Chips on the bus of spisim: serves its transfers on a thread of its own until disposed.</summary>
internal sealed class SpiChips : IDisposable
{
    private const int RequestHeader = 7 * sizeof(uint);
    private const int ReplyHeader = 2 * sizeof(uint);
    private const int LongestTransfer = 4096;

    private readonly FileStream _bus = new("/dev/spisim", FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite, bufferSize: 0);
    private readonly SpiTransfer _transfer;
    private readonly Thread _thread;
    private volatile bool _stopped;

    /// <summary>Begins to serve.</summary>
    /// <param name="transfer">Serves a transfer, on the thread of the chips.</param>
    public SpiChips(SpiTransfer transfer)
    {
        _transfer = transfer;
        _thread = new Thread(Serve) { IsBackground = true, Name = "spi chips" };
        _thread.Start();
    }

    /// <summary>Takes the chips off the bus: what goes out comes back again.</summary>
    public void Dispose()
    {
        _stopped = true;
        _thread.Join();
        _bus.Dispose();
    }

    private void Serve()
    {
        var request = new byte[RequestHeader + LongestTransfer];
        var reply = new byte[ReplyHeader + LongestTransfer];
        while (!_stopped)
        {
            // Nothing comes when there was no transfer for a while.
            var read = _bus.Read(request);
            if (read > 0)
            {
                var length = Field(request, 6);
                var select = new SpiSelect(Field(request, 1), Field(request, 5) != 0);
                _transfer(select, request.AsSpan(RequestHeader, length), reply.AsSpan(ReplyHeader, length));
                request.AsSpan(0, sizeof(uint)).CopyTo(reply);
                BinaryPrimitives.WriteInt32LittleEndian(reply.AsSpan(sizeof(uint)), length);
                _bus.Write(reply.AsSpan(0, ReplyHeader + length));
            }
        }
    }

    private static int Field(ReadOnlySpan<byte> request, int index) =>
        BinaryPrimitives.ReadInt32LittleEndian(request[(index * sizeof(uint))..]);
}

/// <summary>A transfer on the bus.</summary>
/// <param name="select">Which chip select.</param>
/// <param name="sent">What the controller sends.</param>
/// <param name="answer">What it gets, of the same length.</param>
internal delegate void SpiTransfer(SpiSelect select, ReadOnlySpan<byte> sent, Span<byte> answer);

/// <summary>The chip select of a transfer.</summary>
/// <param name="Number">Its number.</param>
/// <param name="IsReleased">True when it goes inactive after the transfer.</param>
internal readonly record struct SpiSelect(int Number, bool IsReleased);
