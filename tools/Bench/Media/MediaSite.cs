using System.Collections.Immutable;
using System.Globalization;
using Switchhook.Site;
using Switchhook.Site.Flows;

namespace Switchhook.Bench.Media;

/// <summary>A site in which each line has a phone of its own, and every call is recorded.</summary>
internal static class MediaSite
{
    /// <summary>The site.</summary>
    /// <param name="calls">Lines, and as many phones.</param>
    public static SiteModel Of(int calls) => new(
        "Media bench",
        "US",
        TimeZoneInfo.Utc,
        "en",
        "simulated-large",
        Each(calls, n => $"line-{n}", (name, n) => new LineConfig(name, $"fxo{n}", null, $"flow-{n}", PulseDialling: false)),
        Each(calls, n => $"{1000 + n}", (name, n) => new PhoneConfig(name, $"fxs{n}", $"Phone {n}", "Hall", CallWaiting: false)),
        Each(calls, n => $"group-{n}", (name, n) => new HuntGroupConfig(
            name, [$"{1000 + n}"], HuntStrategy.InOrder, TimeSpan.FromSeconds(60), Rounds: 1, Pause: TimeSpan.Zero)),
        Each(calls, n => $"flow-{n}", (name, n) => new FlowConfig(name, [new FlowStep.Ring($"group-{n}"), new FlowStep.HangUp()])),
        ImmutableSortedDictionary<string, PromptConfig>.Empty,
        ImmutableSortedDictionary<string, LineGroupConfig>.Empty,
        [],
        RecordPolicy.All,
        ImmutableSortedDictionary<string, LampConfig>.Empty);

    private static ImmutableSortedDictionary<string, T> Each<T>(int count, Func<int, string> name, Func<string, int, T> make) =>
        Enumerable.Range(1, count).ToImmutableSortedDictionary(
            n => string.Create(CultureInfo.InvariantCulture, $"{name(n)}"), n => make(name(n), n), StringComparer.Ordinal);
}
