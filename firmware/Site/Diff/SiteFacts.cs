using Switchhook.Hardware.Yaml;
using Switchhook.Site.Opening;

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
        new("language", site.Language),
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
        .. phone.Sip is { } sip ? SipFacts.Of(sip) : [],
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

    /// <summary>Hours of a week.</summary>
    public static IReadOnlyList<Fact> Of(HoursConfig hours) =>
    [
        .. hours.Ranges.GroupBy(range => range.Day).Select(day => new Fact(
            WeekWords.WordOf(day.Key),
            string.Join(' ', day.Select(range => $"{WeekWords.Clock(range.From)}-{WeekWords.Clock(range.To)}")))),
    ];

    /// <summary>A flow.</summary>
    public static IReadOnlyList<Fact> Of(FlowConfig flow) => [new("steps", string.Join("; ", flow.Steps.Select(InWords)))];

    /// <summary>A prompt.</summary>
    public static IReadOnlyList<Fact> Of(PromptConfig prompt) => [new("file", prompt.File ?? Nothing), new("say", Quoted(prompt.Say))];

    /// <summary>A line group.</summary>
    public static IReadOnlyList<Fact> Of(LineGroupConfig group) =>
        [new("lines", string.Join(" ", group.Lines)), new("order", KebabCase.Of(group.Order))];

    /// <summary>A lamp.</summary>
    public static IReadOnlyList<Fact> Of(LampConfig lamp) => [new("shows", lamp.Hotline ?? "night")];

    /// <summary>A rule for calls out.</summary>
    public static string InWords(OutboundRule rule)
    {
        var prefix = rule.Prefix.Length > 0 ? $"{rule.Prefix} and then " : "";
        var starts = rule.Starts is [""] ? "any number" : $"a number that begins with {string.Join(" or ", rule.Starts)}";
        return $"{prefix}{starts}, {rule.MinDigits} to {rule.MaxDigits} digits, over {rule.Over}";
    }

    private static string Quoted(string? text) => text is null ? Nothing : $"\"{text}\"";

    private static string InWords(FlowStep step) => step switch
    {
        FlowStep.Play play => $"play {play.Prompt}",
        FlowStep.Ring ring => $"ring {ring.Group}",
        FlowStep.Enqueue queue => QueueFacts.InWords(queue),
        FlowStep.Go go => $"go {go.Flow}",
        FlowStep.HangUp => "hang up",
        _ => throw new ArgumentOutOfRangeException(nameof(step), step, "An unknown step."),
    };
}

/// <summary>A value of a part of a site, in words.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Value">Its value.</param>
internal sealed record Fact(string Name, string Value);
