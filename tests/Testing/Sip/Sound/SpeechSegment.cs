namespace Switchhook.Testing.Sip.Sound;

/// <summary>A piece of what was said, and how it was heard.</summary>
/// <param name="At">Where it begins in what was said, in samples.</param>
/// <param name="DelaySamples">How much later it begins in what was heard.</param>
/// <param name="Correlation">Likeness of the two, 0 to 1.</param>
/// <param name="SignalToNoiseDb">Power of the piece as it arrived over all else in that time; at least -10 and at most 50.</param>
public sealed record SpeechSegment(int At, int DelaySamples, double Correlation, double SignalToNoiseDb)
{
    /// <summary>Whether the piece was heard at all.</summary>
    public bool IsHeard => Correlation > 0.6;
}
