namespace Switchhook.Sip.Rtp.Jitter.Sound;

/// <summary>Low noise of the level that the other side tells while it sends no sound (RFC 3389); its spectrum is left white.</summary>
internal sealed class ComfortNoise
{
    // A level that is a mistake must not hiss.
    private const int LoudestDbov = -40;
    private const int SilentDbov = -75;
    private const double FullScale = 32768;

    private uint _state = 0x9E3779B9;
    private int _amplitude;

    /// <summary>Takes the payload of a comfort noise packet: its first octet is the level below full scale in dB.</summary>
    public void Take(ReadOnlySpan<byte> payload)
    {
        var level = payload.IsEmpty ? SilentDbov : Math.Min(-(payload[0] & 0x7F), LoudestDbov);

        // Noise of even distribution has a third of its peak's power.
        _amplitude = level <= SilentDbov ? 0 : (int)(FullScale * Math.Sqrt(3) * Math.Pow(10, level / 20.0));
    }

    /// <summary>No noise any more: the other side's next silence may tell none.</summary>
    public void Stop() => _amplitude = 0;

    /// <summary>Fills samples with noise, or with silence when no level was told.</summary>
    public void Fill(Span<short> samples)
    {
        if (_amplitude == 0)
        {
            samples.Clear();
            return;
        }

        for (var i = 0; i < samples.Length; i++)
        {
            // xorshift, Marsaglia 2003
            _state ^= _state << 13;
            _state ^= _state >> 17;
            _state ^= _state << 5;
            samples[i] = (short)(((short)(_state >> 16) * _amplitude) >> 15);
        }
    }
}
