using Switchhook.Audio.Codecs;
using Switchhook.Hardware.Lines;
using Switchhook.Sip.Rtp.Jitter.Sound;

namespace Switchhook.Sip.Rtp.Jitter;

/// <summary>Decodes the octets of a ring in order, and fills in what is not there.</summary>
internal sealed class PlayoutReader(IAudioDecoder decoder, PayloadRing ring, PlayoutLine line)
{
    private readonly LossConcealer _concealer = new();
    private readonly byte[] _octets = new byte[PlayoutLine.Capacity];

    /// <summary>What is heard while the other side is silent.</summary>
    public ComfortNoise Noise { get; } = new();

    /// <summary>Position of the octet that is decoded next.</summary>
    public long Position { get; private set; }

    /// <summary>Position behind the last octet that was decoded; there is no way back before it.</summary>
    public long DecodedTo { get; private set; } = -1;

    /// <summary>Samples that were decoded.</summary>
    public long Decoded { get; private set; }

    /// <summary>Samples that were filled in.</summary>
    public long Concealed { get; private set; }

    /// <summary>Gaps that they were in.</summary>
    public long Gaps { get; private set; }

    /// <summary>True when the sound that comes next follows what was decoded last.</summary>
    public bool IsInSound => !_concealer.IsConcealing && Position == DecodedTo;

    /// <summary>True when something that is not there is filled in at the moment, be it by silence.</summary>
    public bool IsInGap => Position != DecodedTo;

    /// <summary>Goes elsewhere; octets between are not played.</summary>
    public void MoveTo(long position)
    {
        if (IsInSound)
        {
            _concealer.Conceal(line.All, []);
        }

        Position = position;
        ring.MoveTo(position);
    }

    /// <summary>Begins with another stream, of which nothing was decoded.</summary>
    public void BeginAt(long position)
    {
        MoveTo(position);
        DecodedTo = position - BitRing.Size;
    }

    /// <summary>Decodes octets that are present to the end of the line.</summary>
    public void Decode(int count)
    {
        var sound = line.Append(count);
        DecodeTo(sound);
        if (_concealer.IsConcealing)
        {
            _concealer.Resume(sound);
        }
    }

    /// <summary>Fills the line until a block waits in it.</summary>
    /// <param name="silentFrom">From here on the sender is known to be silent.</param>
    public Played Fill(long silentFrom)
    {
        var played = line.Count > 0 ? Played.Sound : Played.Silence;
        while (line.Count < LineAudio.BlockSamples)
        {
            var part = FillPart(LineAudio.BlockSamples - line.Count, silentFrom);
            played = part > played ? part : played;
        }

        ring.MoveTo(Position);
        return played;
    }

    private Played FillPart(int needed, long silentFrom)
    {
        var present = ring.PresentRun(Position, needed);
        if (present > 0)
        {
            Decode(present);
            return Played.Sound;
        }

        var lost = Position >= silentFrom || _concealer.IsFaded ? 0 : ring.LostRun(Position, needed);
        if (lost > 0)
        {
            Conceal(lost);
            return Played.Concealed;
        }

        var silent = Position >= silentFrom || _concealer.IsFaded
            ? ring.MissingRun(Position, needed)
            : ring.SilentRun(Position, ring.MissingRun(Position, needed));
        Noise.Fill(line.Append(silent));
        Position += silent;
        return Played.Silence;
    }

    private void Conceal(int lost)
    {
        var after = ring.PresentRun(Position + lost, LossConcealer.MaxAfter);
        var history = line.All.Length;
        Gaps += _concealer.IsConcealing ? 0 : 1;
        line.Append(lost);
        var all = line.All;
        _concealer.Conceal(all[..history], all[history..]);
        Position += lost;
        Concealed += lost;
        if (after > 0)
        {
            DecodeTo(line.Append(after));
            all = line.All;
            _concealer.Resume(all.Slice(history, lost), all[(history + lost)..]);
        }
    }

    private void DecodeTo(Span<short> sound)
    {
        var octets = _octets.AsSpan(0, sound.Length);
        ring.Read(Position, octets);
        decoder.Decode(octets, sound);
        Position += sound.Length;
        DecodedTo = Position;
        Decoded += sound.Length;
    }
}
