using Switchhook.Audio.Codecs;
using Switchhook.Hardware.Lines;
using Switchhook.Sip.Rtp.Packets;

namespace Switchhook.Sip.Rtp.Codecs;

/// <summary>Makes of the box's blocks of 20 ms the payloads of packets of 10 to 60 ms.</summary>
/// <remarks>One thread at a time; allocates nothing after its start.</remarks>
internal sealed class Packetizer
{
    /// <summary>The shortest packets that the box sends.</summary>
    public const int MinMilliseconds = 10;

    /// <summary>The longest packets that the box sends.</summary>
    public const int MaxMilliseconds = 60;

    private readonly IAudioEncoder _encoder;
    private readonly byte[] _octets;
    private int _start;
    private int _end;
    private uint _timestamp;

    /// <summary>A packetizer at the beginning of a stream.</summary>
    /// <param name="encoder">Stays the caller's, who disposes it.</param>
    /// <param name="packetMilliseconds">Sound in a packet: a multiple of 10 ms from 10 to 60.</param>
    /// <param name="firstTimestamp">Timestamp of the first sample: by chance (RFC 3550 §5.1).</param>
    /// <exception cref="ArgumentOutOfRangeException">No such length.</exception>
    public Packetizer(IAudioEncoder encoder, int packetMilliseconds, uint firstTimestamp)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(packetMilliseconds, MinMilliseconds);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(packetMilliseconds, MaxMilliseconds);
        ArgumentOutOfRangeException.ThrowIfNotEqual(packetMilliseconds % MinMilliseconds, 0, nameof(packetMilliseconds));
        _encoder = encoder;
        PayloadOctets = packetMilliseconds * RtpTime.StepsPerMillisecond;
        _octets = new byte[PayloadOctets + LineAudio.BlockSamples];
        _timestamp = firstTimestamp;
    }

    /// <summary>Octets of each payload.</summary>
    public int PayloadOctets { get; }

    /// <summary>Timestamp of the sample that the next block begins with.</summary>
    public uint Timestamp => unchecked(_timestamp + (uint)(_end - _start));

    /// <summary>Takes a block of 20 ms. Before the next one, <see cref="TryTake"/> takes out all that is whole.</summary>
    public void Add(ReadOnlySpan<short> block)
    {
        if (_start > 0)
        {
            _octets.AsSpan(_start, _end - _start).CopyTo(_octets);
            (_start, _end) = (0, _end - _start);
        }

        _encoder.Encode(block, _octets.AsSpan(_end, block.Length));
        _end += block.Length;
    }

    /// <summary>Passes over a block that is not sent as sound, since a key press is sent or the box is on hold.</summary>
    /// <remarks>A part of a packet that is there is not sent any more.</remarks>
    public void Skip()
    {
        _timestamp = unchecked(Timestamp + LineAudio.BlockSamples);
        (_start, _end) = (0, 0);
    }

    /// <summary>Takes out the next payload that is whole.</summary>
    /// <param name="payload">Valid until the next block is added.</param>
    /// <param name="timestamp">Timestamp of its first sample.</param>
    public bool TryTake(out ReadOnlySpan<byte> payload, out uint timestamp)
    {
        timestamp = _timestamp;
        if (_end - _start < PayloadOctets)
        {
            payload = default;
            return false;
        }

        payload = _octets.AsSpan(_start, PayloadOctets);
        _start += PayloadOctets;
        _timestamp = unchecked(_timestamp + (uint)PayloadOctets);
        return true;
    }
}
