using Switchhook.Hardware.Yaml;
using Switchhook.Site.Outbound;

namespace Switchhook.Site.Diff;

/// <summary>What there is to say about calls out.</summary>
public static class OutboundFacts
{
    /// <summary>A rule.</summary>
    public static string InWords(OutboundRule rule)
    {
        var prefix = rule.Prefix.Length > 0 ? $"{rule.Prefix} and then " : "";
        var over = string.Join(", then ", rule.Then.Prepend(rule.Over));
        return $"{prefix}{Numbers(rule)}, over {over}{string.Concat(Terms(rule).Select(term => $", {term}"))}";
    }

    /// <summary>What is added to emergency calls.</summary>
    internal static IReadOnlyList<Fact> Of(EmergencyConfig emergency) =>
    [
        new("also", List(emergency.Also)),
        new("notify", List(emergency.Notify)),
        new("test number", emergency.TestNumber ?? SiteFacts.Nothing),
    ];

    private static string Numbers(OutboundRule rule)
    {
        var starts = rule.Starts is [""] ? "any number" : $"a number that begins with {string.Join(" or ", rule.Starts)}";
        var classes = string.Join(" or ", rule.Allow.Select(KebabCase.Of));
        var opened = string.Concat(rule.Allow.Except(OutboundRule.ByDigits).Select(one => $", also {KebabCase.Of(one)}"));
        return rule.IsByClass ? $"{starts}, {classes}" : $"{starts}, {rule.MinDigits} to {rule.MaxDigits} digits{opened}";
    }

    private static IEnumerable<string> Terms(OutboundRule rule) => new[]
    {
        rule.Countries.Count > 0 ? $"to {rule.Countries}" : null,
        rule.Phones.Count > 0 ? $"from {rule.Phones}" : null,
        rule.ExceptPhones.Count > 0 ? $"not from {rule.ExceptPhones}" : null,
        rule.Hours is { } hours ? $"in hours {hours}" : null,
        rule.Pin is { } pin ? $"with PIN {pin}" : null,
        rule.Limit is { } limit ? $"at most {limit}" : null,
        rule.Show is { } show ? $"showing {show}" : null,
    }.OfType<string>();

    private static string List(ValueList<string> items) => items.Count == 0 ? SiteFacts.Nothing : items.ToString();
}
