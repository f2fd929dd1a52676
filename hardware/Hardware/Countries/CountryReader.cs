using Switchhook.Hardware.Yaml;

namespace Switchhook.Hardware.Countries;

/// <summary>
/// Makes a <see cref="Country"/> from its block of the table; what the table does not tell comes from <see cref="CountryDefaults"/>.
/// </summary>
internal static class CountryReader
{
    /// <summary>A burst of ringing or a pause outside these limits is an error of the table (it has one: SR).</summary>
    private static readonly TimeSpan ShortestRing = TimeSpan.FromMilliseconds(100);

    private static readonly TimeSpan LongestBurst = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);

    /// <summary>Reads the facts of one country.</summary>
    public static Country Read(string code, YamlMap facts)
    {
        var callingCode = facts.TextOf("calling_code") ?? throw new InvalidDataException($"{code} has no calling code.");
        var defaults = CountryDefaults.For(code, callingCode);
        return new Country(
            code,
            facts.TextOf("name") ?? code,
            callingCode,
            facts.MapOf("emergency")?.TextsOf("numbers") is { Count: > 0 } numbers ? numbers : CountryDefaults.EmergencyNumbers,
            Tones(facts.MapOf("tones"), defaults),
            Ring(facts.MapOf("ring"), defaults),
            CallerId(facts.MapOf("caller_id")) ?? defaults.CallerId,
            Flash(facts.MapOf("flash_ms")) ?? defaults.Flash,
            HangUp(facts.MapOf("disconnect")) ?? defaults.HangUp,
            defaults.Law)
        {
            Termination = LineTermination.Read(facts.MapOf("fxo_si3050"), defaults.Termination),
        };
    }

    private static Dictionary<ToneKind, Tone> Tones(YamlMap? table, CountryDefaults defaults)
    {
        var tones = new Dictionary<ToneKind, Tone>();
        foreach (var kind in Enum.GetValues<ToneKind>())
        {
            var name = KebabCase.Of(kind).Replace('-', '_');
            if (table?.MapOf(name) is { } map && ToneReader.Read(kind, map) is { } tone)
            {
                tones.Add(kind, tone);
            }
        }

        defaults.FillIn(tones);
        return tones;
    }

    private static RingSignal Ring(YamlMap? ring, CountryDefaults defaults)
    {
        var cadence = ring?.NumbersOf("cadence_ms").Select(TimeSpan.FromMilliseconds).ToList() ?? [];
        var usable = cadence.Count > 0 && cadence.Count % 2 == 0
            && cadence.All(time => time >= ShortestRing && time <= LongestPause)
            && cadence.Where((_, index) => index % 2 == 0).All(burst => burst <= LongestBurst);
        return new RingSignal(ring?.NumberOf("freq_hz") ?? defaults.Ring.FrequencyHz, usable ? cadence : defaults.Ring.Cadence)
        {
            VoltsRms = ring?.NumberOf("volt_rms_fxs") ?? RingSignal.UsualVolts,
        };
    }

    private static CallerIdSignal? CallerId(YamlMap? callerId)
    {
        CallerIdScheme? scheme = (callerId?.TextOf("method"), callerId?.TextOf("modem")) switch
        {
            ("fsk", "bell202") => CallerIdScheme.FskBell202,
            ("fsk", "v23") => CallerIdScheme.FskV23,
            ("dtmf", _) => CallerIdScheme.Dtmf,
            ("jclip", _) => CallerIdScheme.Jclip,
            _ => null,
        };

        // The Japanese form comes with a short answer of its own, and normal ringing follows.
        var before = callerId?.TextOf("when") is "before_first_ring" or "off_hook_primary_answer";
        return scheme is { } known ? new CallerIdSignal(known, before, Known: true) : null;
    }

    private static FlashTiming? Flash(YamlMap? flash) =>
        flash?.NumberOf("tx") is { } send && flash.NumbersOf("rx") is [var shortest, var longest]
            ? new FlashTiming(
                TimeSpan.FromMilliseconds(send), TimeSpan.FromMilliseconds(shortest), TimeSpan.FromMilliseconds(longest))
            : null;

    private static IReadOnlyList<HangUpSignal>? HangUp(YamlMap? disconnect)
    {
        var signals = new List<HangUpSignal>();
        foreach (var method in disconnect?.TextsOf("methods") ?? [])
        {
            HangUpSignal? signal = method switch
            {
                "cpc" => HangUpSignal.BatteryDrop,
                "polarity" => HangUpSignal.PolarityReversal,
                "busy_tone" => HangUpSignal.BusyTone,
                "dial_tone" => HangUpSignal.DialTone,
                _ => null,
            };
            if (signal is { } known)
            {
                signals.Add(known);
            }
        }

        return signals.Count > 0 ? signals : null;
    }
}
