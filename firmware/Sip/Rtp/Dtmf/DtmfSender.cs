using Switchhook.Hardware.Lines;

namespace Switchhook.Sip.Rtp.Dtmf;

/// <summary>
/// Sends keys as telephone-events (RFC 4733): one packet each 20 ms with the duration so far, the last one three times, and a pause
/// between two keys. Meanwhile the sound is not sent.
/// </summary>
/// <remarks>Stepped once per block; one thread at a time; allocates nothing after its start.</remarks>
internal sealed class DtmfSender
{
    /// <summary>Keys that may wait.</summary>
    public const int MaxWaiting = 64;

    /// <summary>Shortest press in milliseconds: with less, some receivers that make a tone of it are not heard.</summary>
    public const int MinMilliseconds = 100;

    /// <summary>Longest press in milliseconds; its duration fits into one event (RFC 4733 §2.5.1.3 would part longer ones).</summary>
    public const int MaxMilliseconds = 8000;

    private const int BlockMilliseconds = 20;
    private const int PauseBlocks = 3;
    private const int EndPackets = 3;
    private const byte Volume = 10;

    private readonly (byte Code, int Blocks)[] _waiting = new (byte, int)[MaxWaiting];
    private int _first;
    private int _count;
    private uint _startedAt;
    private int _step;

    /// <summary>True while a key is sent or waits, or its pause lasts: sound is passed over in the blocks that are stepped.</summary>
    public bool IsBusy => _count > 0;

    /// <summary>Lets a key wait for its turn.</summary>
    /// <param name="digit">0 to 9, *, #, A to D.</param>
    /// <param name="milliseconds">Length of the press; taken to the next length that can be sent.</param>
    /// <returns>False when it is no key or too many wait.</returns>
    public bool TryAdd(char digit, int milliseconds = MinMilliseconds)
    {
        if (DtmfEvent.CodeOf(digit) is not { } code || _count == MaxWaiting)
        {
            return false;
        }

        var blocks = (Math.Clamp(milliseconds, MinMilliseconds, MaxMilliseconds) + BlockMilliseconds - 1) / BlockMilliseconds;
        _waiting[(_first + _count) % MaxWaiting] = (code, blocks);
        _count++;
        return true;
    }

    /// <summary>Drops the keys that wait, and the one that is sent: receivers end it by their time-out.</summary>
    public void Clear() => (_count, _step) = (0, 0);

    /// <summary>A block of 20 ms begins, while <see cref="IsBusy"/>.</summary>
    /// <param name="timestamp">Timestamp of the block's first sample, were it sound.</param>
    /// <param name="packet">What is sent in its place.</param>
    /// <returns>False when nothing is sent in this block: the pause.</returns>
    public bool TryStep(uint timestamp, out DtmfPacket packet)
    {
        packet = default;
        if (_count == 0)
        {
            return false;
        }

        var (code, blocks) = _waiting[_first];
        if (_step == 0)
        {
            _startedAt = timestamp;
        }

        _step++;
        var isSent = _step < blocks + EndPackets;
        if (isSent)
        {
            var duration = Math.Min(_step, blocks) * LineAudio.BlockSamples;
            packet = new DtmfPacket(_startedAt, _step == 1, new DtmfEvent(code, _step >= blocks, Volume, (ushort)duration));
        }

        if (_step == blocks + PauseBlocks)
        {
            _first = (_first + 1) % MaxWaiting;
            _count--;
            _step = 0;
        }

        return isSent;
    }
}

/// <summary>One packet of a key press.</summary>
/// <param name="Timestamp">When the key was pressed: the same in all packets of it.</param>
/// <param name="Marker">Set on the first.</param>
/// <param name="Event">The payload.</param>
internal readonly record struct DtmfPacket(uint Timestamp, bool Marker, DtmfEvent Event);
