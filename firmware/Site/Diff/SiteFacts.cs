using Switchhook.Hardware.Yaml;
using Switchhook.Site.Flows;
using Switchhook.Site.Prompts;
using Switchhook.Site.Voicemail;

namespace Switchhook.Site.Diff;

/// <summary>What there is to say about each part of a site, value by value.</summary>
internal static class SiteFacts
{
    /// <summary>The value of what is not there.</summary>
    public const string Nothing = "none";

    /// <summary>The site itself.</summary>
    public static IReadOnlyList<Fact> Of(SiteModel site) =>
    [
        new("name", site.Name),
        new("country", site.Country),
        new("time zone", site.TimeZone.Id),
        new("language", site.Languages.ToString()),
        new("board", site.Board),
        new("recorded calls", KebabCase.Of(site.Record)),
    ];

    /// <summary>A line.</summary>
    public static IReadOnlyList<Fact> Of(LineConfig line) =>
    [
        new("port", line.Port),
        new("number", line.Number ?? Nothing),
        new("route", line.Flow),
        new("night", line.NightFlow ?? Nothing),
        new("dialling", line.PulseDialling ? "pulse" : "tone"),
    ];

    /// <summary>A phone.</summary>
    public static IReadOnlyList<Fact> Of(PhoneConfig phone) =>
    [
        phone.Port is { } port ? new("port", port) : new("SIP", "yes"),
        new("name", phone.Name),
        new("place", phone.Place ?? Nothing),
        new("call waiting", phone.CallWaiting ? "on" : "off"),
        new("shows", phone.Show?.ToString() ?? Nothing),
        .. phone.Sip is { } sip ? SipFacts.Of(sip) : [],
        .. phone.Port is null ? Array.Empty<Fact>() : [VoicemailFacts.Of(phone.MessageLamp)],
    ];

    /// <summary>A hunt group.</summary>
    public static IReadOnlyList<Fact> Of(HuntGroupConfig group) =>
    [
        new("phones", string.Join(" ", group.Phones)),
        new("strategy", KebabCase.Of(group.Strategy)),
        new("ring", Durations.InWords(group.RingTime)),
        new("rounds", $"{group.Rounds}"),
        new("pause", Durations.InWords(group.Pause)),
    ];

    /// <summary>A list of callers.</summary>
    public static IReadOnlyList<Fact> Of(CallerListConfig list) => [new("numbers", string.Join(", ", list.Numbers))];

    /// <summary>A table.</summary>
    public static IReadOnlyList<Fact> Of(TableConfig table) =>
    [
        .. table.Source switch
        {
            TableSource.Csv csv => new Fact[] { new("file", csv.Path), new("key", csv.Key) },
            TableSource.Sqlite file => [new("file", file.Path), new("table", file.Table), new("key", file.Key)],
            TableSource.Http server => [new("url", server.Address)],
            _ => throw new ArgumentOutOfRangeException(nameof(table), table.Source, "An unknown source."),
        },
        new("values", table.Values.ToString()),
        new("timeout", Durations.InWords(table.Timeout)),
    ];

    /// <summary>A flow.</summary>
    public static IReadOnlyList<Fact> Of(FlowConfig flow) => [new("steps", StepWords.Whole(flow.Steps))];

    /// <summary>A prompt.</summary>
    public static IReadOnlyList<Fact> Of(PromptConfig prompt) =>
    [
        new("file", prompt.File ?? Nothing),
        new("say", Quoted(prompt.Say)),
        .. prompt.Others.Select(other => new Fact($"in {other.Language}", other.File ?? Quoted(other.Say))),
        .. prompt.Level == PromptLevel.Even ? Array.Empty<Fact>() : [new Fact("level", KebabCase.Of(prompt.Level))],
    ];

    /// <summary>How the box makes speech.</summary>
    public static IReadOnlyList<Fact> Of(SpeechConfig speech) =>
    [
        new("command", speech.Command.Count == 0 ? "espeak-ng" : speech.Command.ToString()),
        new("timeout", Durations.InWords(speech.Timeout)),
        .. speech.Voices.Select(voice => new Fact($"voice of {voice.Language}", voice.Voice)),
    ];

    /// <summary>A line group.</summary>
    public static IReadOnlyList<Fact> Of(LineGroupConfig group) =>
        [new("lines", string.Join(" ", group.Lines)), new("order", KebabCase.Of(group.Order))];

    /// <summary>A lamp.</summary>
    public static IReadOnlyList<Fact> Of(LampConfig lamp) => [new("shows", lamp.Hotline ?? "night")];

    private static string Quoted(string? text) => text is null ? Nothing : $"\"{text}\"";
}

/// <summary>A value of a part of a site, in words.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Value">Its value.</param>
internal sealed record Fact(string Name, string Value);
