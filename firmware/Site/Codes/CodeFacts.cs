using Switchhook.Hardware.Yaml;
using Switchhook.Site.Diff;

namespace Switchhook.Site.Codes;

/// <summary>What there is to say about what phones dial codes for.</summary>
internal static class CodeFacts
{
    /// <summary>How calls are parked.</summary>
    public static IReadOnlyList<Fact> Of(ParkingConfig parking) =>
        [new("places", $"{parking.Places}"), new("return after", Durations.InWords(parking.ReturnAfter))];

    /// <summary>A short number.</summary>
    public static IReadOnlyList<Fact> Of(SpeedDialConfig entry) => [new("number", entry.Number), new("name", entry.Name)];
}
