using Switchhook.Calls;

namespace Switchhook.Web.Text;

/// <summary>How the sound of a leg was, for people who do not know what a MOS is.</summary>
public static class QualityWords
{
    /// <summary>One line: "Sound: good (4.4 of 5; 0.2 % lost, 3 ms jitter) by G.711 A-law".</summary>
    public static string Of(LegQuality quality)
    {
        var heard = quality.Heard;
        var trip = quality.RoundTripMs is { } ms ? FormattableString.Invariant($", {ms:0} ms round trip") : "";
        var far = quality.Reported is { } reported ? $"; what it heard was {Word(reported.Mos)}" : "";
        var figures = FormattableString.Invariant(
            $"{heard.Mos:0.0} of 5; {heard.LossPercent:0.#} % lost, {heard.JitterMs:0} ms jitter{trip}");
        return $"Sound: {Word(heard.Mos)} ({figures}) by {quality.Codec}{far}";
    }

    // The steps of user satisfaction of ITU-T G.107 annex B, put into three words.
    private static string Word(double mos) => mos switch
    {
        >= 4.0 => "good",
        >= 3.6 => "fair",
        _ => "bad",
    };
}
