using Switchhook.Sip.Rtp.Io;

namespace Switchhook.Sip.Rtp.Streams;

/// <summary>
/// Decides whose packets are heard: symmetric RTP (RFC 4961) through NAT, and no sound from strangers. The agreed address is heard at its
/// first packet. Any other one is heard only while nobody is, or the source is silent: at once when it is the agreed host with
/// another port, else after three packets in a row.
/// </summary>
/// <remarks>A pure machine. With SRTP it is asked of authentic packets only.</remarks>
internal sealed class SourceLock
{
    /// <summary>A source that is silent for so long may be followed by another one.</summary>
    public static readonly TimeSpan SilenceBeforeChange = TimeSpan.FromSeconds(2);

    /// <summary>Packets in a row that a stranger must bring (RFC 3550 A.1 asks for two).</summary>
    private const int Trial = 3;

    private PacketAddress _agreed;
    private PacketAddress _locked;
    private bool _isLocked;
    private TimeSpan _heardAt;
    private PacketAddress _candidate;
    private uint _candidateSsrc;
    private ushort _candidateNext;
    private int _candidatePackets;

    /// <summary>True while there is a source.</summary>
    public bool IsLocked => _isLocked;

    /// <summary>The SSRC that is heard; 0 before the first packet.</summary>
    public uint Ssrc { get; private set; }

    /// <summary>Where to send: the source, or the agreed address while there is none.</summary>
    public PacketAddress Target => _isLocked ? _locked : _agreed;

    /// <summary>Takes a new agreement. Another address than before ends the lock.</summary>
    public void Expect(PacketAddress agreed)
    {
        if (agreed == _agreed)
        {
            return;
        }

        _agreed = agreed;
        _isLocked = false;
        _candidatePackets = 0;
    }

    /// <summary>Decides about a packet.</summary>
    /// <param name="from">Where it came from.</param>
    /// <param name="ssrc">The stream that it belongs to.</param>
    /// <param name="sequence">Its number.</param>
    /// <param name="isExpected">True when its payload type is an agreed one: others cannot make a source.</param>
    /// <param name="now">When it came.</param>
    public SourceVerdict Judge(PacketAddress from, uint ssrc, ushort sequence, bool isExpected, TimeSpan now)
    {
        if (_isLocked && from == _locked)
        {
            return Hear(ssrc, now);
        }

        if (!isExpected)
        {
            return SourceVerdict.Foreign;
        }

        var isOpen = !_isLocked || now - _heardAt >= SilenceBeforeChange;
        if (isOpen && from.IsHostOf(_agreed))
        {
            return Lock(from, ssrc, now);
        }

        // A stranger was quicker than the agreed source, which must not be shut out for it.
        if (!isOpen && from != _agreed)
        {
            return SourceVerdict.Foreign;
        }

        return IsTrialPassed(from, ssrc, sequence) ? Lock(from, ssrc, now) : SourceVerdict.OnTrial;
    }

    /// <summary>True when a packet from there would be refused whatever it is: known before it costs a decryption.</summary>
    public bool Refuses(PacketAddress from, TimeSpan now) =>
        _isLocked && from != _locked && from != _agreed && now - _heardAt < SilenceBeforeChange;

    private SourceVerdict Hear(uint ssrc, TimeSpan now)
    {
        _heardAt = now;
        if (ssrc == Ssrc)
        {
            return SourceVerdict.Taken;
        }

        Ssrc = ssrc;
        return SourceVerdict.Began;
    }

    private SourceVerdict Lock(PacketAddress from, uint ssrc, TimeSpan now)
    {
        (_locked, _isLocked, _heardAt, Ssrc) = (from, true, now, ssrc);
        _candidatePackets = 0;
        return SourceVerdict.Began;
    }

    private bool IsTrialPassed(PacketAddress from, uint ssrc, ushort sequence)
    {
        var goesOn = _candidatePackets > 0 && from == _candidate && ssrc == _candidateSsrc && sequence == _candidateNext;
        _candidatePackets = goesOn ? _candidatePackets + 1 : 1;
        (_candidate, _candidateSsrc, _candidateNext) = (from, ssrc, (ushort)(sequence + 1));
        return _candidatePackets >= Trial;
    }
}
