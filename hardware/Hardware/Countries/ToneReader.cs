using Switchhook.Hardware.Yaml;

namespace Switchhook.Hardware.Countries;

/// <summary>Reads a tone of the country table.</summary>
internal static class ToneReader
{
    /// <summary>
    /// Below this nothing is heard over a telephone line (300 to 3400 Hz): the table lists some mains and ring frequencies as tones, each
    /// from one source.
    /// </summary>
    private const double LowestAudibleHz = 200;

    /// <summary>No exchange rings longer at a stretch, or with a shorter pause between two rings.</summary>
    private static readonly TimeSpan LongestRing = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan ShortestPauseOfRinging = TimeSpan.FromSeconds(1);

    /// <summary>Level that a step has which gives none, beside steps that do.</summary>
    private const double NominalDbm0 = -10;

    /// <summary>The tone; null when the table's entry cannot be sounded, or is a mistake.</summary>
    public static Tone? Read(ToneKind kind, YamlMap map)
    {
        var maps = (map.Find("steps") as YamlList)?.Items.OfType<YamlMap>().ToList() ?? [];
        var reference = Reference(maps);
        var steps = maps.Select(step => Step(step, reference)).ToList();
        var repeat = (int)(map.NumberOf("repeat") ?? 0);
        var audible = steps.Any(step => step.Hertz.Count > 0)
            && steps.Where(step => step.Hertz.Count > 0).All(step => step.Hertz.Max() >= LowestAudibleHz);
        var usable = audible && repeat >= -1 && repeat < steps.Count && (kind != ToneKind.Ringback || IsRinging(steps));
        return usable ? new Tone(steps, repeat < 0 && LastsAsItsState(kind) && HasPause(steps) ? 0 : repeat) : null;
    }

    // The table lists a few interrupted dial tones as played once (GY, HR, SI, SK, SM): they would end before anybody has dialled.
    private static bool LastsAsItsState(ToneKind kind) =>
        kind is ToneKind.Dial or ToneKind.Ringback or ToneKind.Busy or ToneKind.Congestion;

    private static bool HasPause(List<ToneStep> steps) => steps.Exists(step => step.Hertz.Count == 0);

    // The table lists ringback without a pause, or with hardly any (IQ, SR, TZ): that would be taken for dial tone.
    private static bool IsRinging(List<ToneStep> steps) =>
        steps.Exists(step => step.Hertz.Count == 0 && step.Duration >= ShortestPauseOfRinging)
        && steps.Where(step => step.Hertz.Count > 0).All(step => step.Duration <= LongestRing);

    private static ToneStep Step(YamlMap step, double reference)
    {
        TimeSpan? duration = step.NumberOf("ms") is { } milliseconds ? TimeSpan.FromMilliseconds(milliseconds) : null;
        var relative = step.NumberOf("db") ?? (step.NumberOf("dbm0") is { } level ? level - reference : 0);
        return new ToneStep(step.NumbersOf("hz"), duration, step.NumberOf("am_hz"), relative);
    }

    // Some tones give absolute levels: the loudest step is the tone's nominal level.
    private static double Reference(List<YamlMap> steps)
    {
        var sounding = steps.Where(step => step.Find("hz") is not null).ToList();
        return sounding.Select(step => step.NumberOf("dbm0") ?? NominalDbm0).DefaultIfEmpty(NominalDbm0).Max();
    }
}
