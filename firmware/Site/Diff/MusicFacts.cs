using System.Globalization;
using Switchhook.Hardware.Yaml;
using Switchhook.Site.Prompts;

namespace Switchhook.Site.Diff;

/// <summary>What there is to say about music.</summary>
internal static class MusicFacts
{
    /// <summary>One music.</summary>
    public static IReadOnlyList<Fact> Of(MusicConfig music) =>
    [
        .. music.LineIn is { } device
            ? new Fact[] { new("line-in", device) }
            :
            [
                new("files", string.Join(' ', music.Pieces)),
                new("order", KebabCase.Of(music.Order)),
                new("between", music.Between.Count == 0 ? SiteFacts.Nothing : string.Join(' ', music.Between)),
                new("between every", InWords(music.Every)),
            ],
        new("gain", string.Create(CultureInfo.InvariantCulture, $"{music.Gain:0.#} dB")),
    ];

    /// <summary>What is heard on hold.</summary>
    public static IReadOnlyList<Fact> OfHold(string? music) => [new("music", music ?? "signal of the box")];

    private static string InWords(MusicEvery every) => every switch
    {
        { Time: { } time } => Durations.InWords(time),
        { Pieces: 1 } => "piece",
        _ => $"{every.Pieces} pieces",
    };
}
