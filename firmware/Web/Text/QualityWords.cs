using Switchhook.Calls;
using static Switchhook.Web.Language.Words;

namespace Switchhook.Web.Text;

/// <summary>How the sound of a leg was, for people who do not know what a MOS is.</summary>
public static class QualityWords
{
    /// <summary>One line: "Sound: good (4.4 of 5; 0.2 % lost, 3 ms jitter) by G.711 A-law".</summary>
    public static string Of(LegQuality quality)
    {
        var heard = quality.Heard;
        var trip = quality.RoundTripMs is { } ms ? Say[", {0:0} ms round trip", ms] : "";
        var far = quality.Reported is { } reported ? Say["; what it heard was {0}", Word(reported.Mos)] : "";
        var figures = Say["{0:0.0} of 5; {1:0.#} % lost, {2:0} ms jitter", heard.Mos, heard.LossPercent, heard.JitterMs] + trip;
        return Say["Sound: {0} ({1}) by {2}", Word(heard.Mos), figures, quality.Codec] + far;
    }

    // The steps of user satisfaction of ITU-T G.107 annex B, put into three words.
    private static string Word(double mos) => mos switch
    {
        >= 4.0 => Say["good"],
        >= 3.6 => Say["fair"],
        _ => Say["bad"],
    };
}
