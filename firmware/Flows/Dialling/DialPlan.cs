using System.Collections.Immutable;
using Switchhook.Calls;
using Switchhook.Flows.Queues;
using Switchhook.Hardware.Countries;
using Switchhook.Site;

namespace Switchhook.Flows.Dialling;

/// <summary>What dialled digits mean on this site. Pure.</summary>
/// <remarks>
/// Emergency numbers of the country come before everything, with and without an outside prefix, and need no rule. A final <c>#</c> says
/// "that was all". Everything that no rule names is refused: toll fraud is closed by default.
/// </remarks>
public sealed class DialPlan(SiteModel site, Country country)
{
    /// <summary>More digits than any number has (E.164 allows 15, and a prefix).</summary>
    public const int MaxDigits = 24;

    private readonly ImmutableSortedDictionary<string, AgentAction> _codes = AgentCodes.Of(site);

    /// <summary>The meaning of the digits so far.</summary>
    public DialVerdict Classify(string digits)
    {
        if (digits.Length > 1 && digits[^1] == '#')
        {
            return Find(digits) is DialTarget.Unknown ? DialVerdict.Refused : DialVerdict.Complete;
        }

        if (EmergencyNumber(digits) is not null)
        {
            return DialVerdict.Complete;
        }

        var whole = Find(digits) is not DialTarget.Unknown;
        return (whole, CanGrow(digits)) switch
        {
            (true, false) => DialVerdict.Complete,
            (true, true) => DialVerdict.CompleteOrMore,
            (false, true) => DialVerdict.Incomplete,
            (false, false) => DialVerdict.Refused,
        };
    }

    /// <summary>Who is meant by whole digits.</summary>
    public DialTarget Find(string digits)
    {
        var number = digits == AgentCodes.ReadyKey ? digits : digits.TrimEnd('#');
        if (EmergencyNumber(number) is { } emergency)
        {
            return new DialTarget.Emergency(emergency);
        }

        if (site.Phones.ContainsKey(number))
        {
            return new DialTarget.Extension(number);
        }

        if (_codes.TryGetValue(number, out var action))
        {
            return new DialTarget.Code(action);
        }

        foreach (var rule in site.Outbound)
        {
            if (Allows(rule, number))
            {
                return new DialTarget.Outside(number[rule.Prefix.Length..], rule.Over);
            }
        }

        return new DialTarget.Unknown();
    }

    /// <summary>True when the site allows the box itself to call a number over a group: a rule allows it, its prefix left out.</summary>
    public bool MayCall(string number, string over) =>
        EmergencyNumber(number) is null && site.Outbound.Any(rule => rule.Over == over && Allows(rule, rule.Prefix + number));

    private static bool Allows(OutboundRule rule, string digits)
    {
        if (!digits.StartsWith(rule.Prefix, StringComparison.Ordinal))
        {
            return false;
        }

        var number = digits[rule.Prefix.Length..];
        return number.Length >= rule.MinDigits && number.Length <= rule.MaxDigits
            && number.All(char.IsAsciiDigit)
            && rule.Starts.Any(start => number.StartsWith(start, StringComparison.Ordinal));
    }

    private static bool CanGrow(OutboundRule rule, string digits)
    {
        if (digits.Length < rule.Prefix.Length)
        {
            return rule.Prefix.StartsWith(digits, StringComparison.Ordinal);
        }

        var number = digits[rule.Prefix.Length..];
        return digits.StartsWith(rule.Prefix, StringComparison.Ordinal)
            && number.Length < rule.MaxDigits
            && number.All(char.IsAsciiDigit)
            && rule.Starts.Any(start => BeginAlike(start, number));
    }

    private static bool BeginAlike(string start, string number) =>
        number.StartsWith(start, StringComparison.Ordinal) || start.StartsWith(number, StringComparison.Ordinal);

    private bool CanGrow(string digits) =>
        digits.Length < MaxDigits
        && (Longer(site.Phones.Keys, digits)
            || Longer(_codes.Keys, digits)
            || EmergencyDialStrings().Any(number => IsLonger(number, digits))
            || site.Outbound.Any(rule => CanGrow(rule, digits)));

    private static bool Longer(IEnumerable<string> numbers, string digits) => numbers.Any(number => IsLonger(number, digits));

    private static bool IsLonger(string number, string digits) =>
        number.Length > digits.Length && number.StartsWith(digits, StringComparison.Ordinal);

    private string? EmergencyNumber(string digits) =>
        country.EmergencyNumbers.FirstOrDefault(
            number => digits == number || site.Outbound.Any(rule => digits == rule.Prefix + number));

    private IEnumerable<string> EmergencyDialStrings() =>
        country.EmergencyNumbers.SelectMany(number => site.Outbound.Select(rule => rule.Prefix + number).Append(number));
}
