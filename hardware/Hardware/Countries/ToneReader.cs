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

    /// <summary>Level that a step has which gives none, beside steps that do.</summary>
    private const double NominalDbm0 = -10;

    /// <summary>The tone; null when the table's entry cannot be sounded.</summary>
    public static Tone? Read(YamlMap map)
    {
        var maps = (map.Find("steps") as YamlList)?.Items.OfType<YamlMap>().ToList() ?? [];
        var reference = Reference(maps);
        var steps = maps.Select(step => Step(step, reference)).ToList();
        var repeat = (int)(map.NumberOf("repeat") ?? 0);
        var audible = steps.Any(step => step.Hertz.Count > 0)
            && steps.Where(step => step.Hertz.Count > 0).All(step => step.Hertz.Max() >= LowestAudibleHz);
        return audible && repeat >= -1 && repeat < steps.Count ? new Tone(steps, repeat) : null;
    }

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
