using System.Collections.Immutable;
using Switchhook.Hardware.Countries;
using Switchhook.Site;
using Switchhook.Site.Flows;

namespace Switchhook.Testing;

/// <summary>Small sites for tests.</summary>
public static class Sites
{
    /// <summary>
    /// Four lines, four phones 101 to 104, one hunt group "office" over all phones, outbound with prefix 9 over all lines.
    /// </summary>
    public static SiteModel Clinic(HuntStrategy strategy = HuntStrategy.InOrder, RecordPolicy record = RecordPolicy.None) => new(
        "Test clinic",
        "US",
        TimeZoneInfo.Utc,
        "en",
        "simulated",
        Enumerable.Range(1, 4).ToImmutableSortedDictionary(
            n => $"main-{n}",
            n => new LineConfig($"main-{n}", $"fxo{n}", $"+131255501{n:00}", "day", PulseDialling: false),
            StringComparer.Ordinal),
        Enumerable.Range(1, 4).ToImmutableSortedDictionary(
            n => $"{100 + n}",
            n => new PhoneConfig($"{100 + n}", $"fxs{n}", $"Phone {n}", $"Room {n}", CallWaiting: true),
            StringComparer.Ordinal),
        One("office", new HuntGroupConfig(
            "office", ["101", "102", "103", "104"], strategy, TimeSpan.FromSeconds(15), Rounds: 2, Pause: TimeSpan.FromSeconds(5))),
        One("day", new FlowConfig("day", [new FlowStep.Ring("office"), new FlowStep.HangUp()])),
        ImmutableSortedDictionary<string, PromptConfig>.Empty,
        One("outside", new LineGroupConfig("outside", ["main-1", "main-2", "main-3", "main-4"], LineOrder.Ascending)),
        [new OutboundRule("9", [""], 7, 15, "outside")],
        record,
        ImmutableSortedDictionary<string, LampConfig>.Empty);

    /// <summary>The country of <see cref="Clinic"/>.</summary>
    public static Country UnitedStates { get; } = CountryTable.Get("US");

    private static ImmutableSortedDictionary<string, T> One<T>(string name, T value) =>
        ImmutableSortedDictionary.Create<string, T>(StringComparer.Ordinal).Add(name, value);
}
