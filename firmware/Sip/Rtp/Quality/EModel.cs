using Switchhook.Sip.Media;

namespace Switchhook.Sip.Rtp.Quality;

/// <summary>
/// The E-model (ITU-T G.107) with its default values for all that a box cannot measure: how good a call is, from its codec, its lost
/// packets and its delay.
/// </summary>
internal static class EModel
{
    // G.107 §7.7, default values: signal to noise of the whole, impairments that come with the voice, loudness ratings and echo losses.
    private const double BasicSignalToNoise = 94.7688;
    private const double SimultaneousImpairment = 1.4136;
    private const double TalkerEchoLoudness = 65;
    private const double WeightedEchoPathLoss = 110;

    /// <summary>The rating factor R: 0 is unusable, 93.2 the best of a narrowband call, below 60 nearly all are dissatisfied.</summary>
    /// <param name="codec">The codec.</param>
    /// <param name="lossShare">Share of packets that were not played, 0 to 1.</param>
    /// <param name="burstRatio">Length of the gaps over what it would be if packets were lost at random; 1 when not known.</param>
    /// <param name="delay">From mouth to ear, one way.</param>
    public static double Rating(AudioCodec codec, double lossShare, double burstRatio, TimeSpan delay)
    {
        var rating = BasicSignalToNoise - SimultaneousImpairment - Delay(Math.Max(delay.TotalMilliseconds, 0))
            - Equipment(codec, Math.Clamp(lossShare, 0, 1) * 100, Math.Max(burstRatio, 1));
        return Math.Clamp(rating, 0, 100);
    }

    /// <summary>Mean opinion score of a rating, 1 to 4.5 (G.107 Annex B).</summary>
    public static double Score(double rating) => rating switch
    {
        <= 0 => 1,
        >= 100 => 4.5,
        _ => Math.Max(1, 1 + (0.035 * rating) + (rating * (rating - 60) * (100 - rating) * 7e-6)),
    };

    // G.107 §7.4: echo of the talker, echo of the listener, and the delay as such.
    private static double Delay(double milliseconds) =>
        TalkerEcho(milliseconds) + ListenerEcho(milliseconds) + Absolute(milliseconds);

    private static double TalkerEcho(double milliseconds)
    {
        var heard = TalkerEchoLoudness - (40 * Math.Log10((1 + (milliseconds / 10)) / (1 + (milliseconds / 150))))
            + (6 * Math.Exp(-0.3 * milliseconds * milliseconds));
        var half = (BasicSignalToNoise - (80 + (2.5 * (heard - 14)))) / 2;
        return (half + Math.Sqrt((half * half) + 100) - 1) * (1 - Math.Exp(-milliseconds));
    }

    private static double ListenerEcho(double milliseconds)
    {
        var rating = 10.5 * (WeightedEchoPathLoss + 7) * Math.Pow((2 * milliseconds) + 1, -0.25);
        var half = (BasicSignalToNoise - rating) / 2;
        return half + Math.Sqrt((half * half) + 169);
    }

    private static double Absolute(double milliseconds)
    {
        if (milliseconds <= 100)
        {
            return 0;
        }

        var octaves = Math.Log2(milliseconds / 100);
        return 25 * (Root(octaves) - (3 * Root(octaves / 3)) + 2);
    }

    private static double Root(double x) => Math.Pow(1 + Math.Pow(x, 6), 1.0 / 6);

    // G.107 §7.5.
    private static double Equipment(AudioCodec codec, double lossPercent, double burstRatio)
    {
        var (impairment, robustness) = Codec(codec);
        return impairment + ((95 - impairment) * lossPercent / ((lossPercent / burstRatio) + robustness));
    }

    // G.711 with concealment is of G.113 Table I.2. G.722 goes through the box as its lower band, so the call is a narrowband one: its
    // impairment is that of the ADPCM of 40 kbit/s, which codes less finely (G.113 Table I.1). For its robustness G.113 has no value on
    // this scale; it is taken from GSM-EFR, since a gap is heard longer than in G.711: the decoder remembers it.
    private static (double Impairment, double Robustness) Codec(AudioCodec codec) => codec switch
    {
        AudioCodec.Pcmu or AudioCodec.Pcma => (0, 25.1),
        AudioCodec.G722 => (2, 10),
    };
}
