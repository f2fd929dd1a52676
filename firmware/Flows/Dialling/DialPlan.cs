using Switchhook.Calls;
using Switchhook.Flows.Codes;
using Switchhook.Flows.Dialling.Outbound;
using Switchhook.Flows.Queues;
using Switchhook.Hardware.Countries;
using Switchhook.Site;
using Switchhook.Site.Outbound;

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

    private readonly CodeTable _codes = new(site);

    private readonly IReadOnlyList<string> _emergency = [.. country.EmergencyNumbers.Union(site.Emergency.Also)];

    /// <summary>What numbers of the country reach.</summary>
    public NumberPlan Numbers { get; } = new(site.Country);

    /// <summary>The meaning of the digits so far.</summary>
    public DialVerdict Classify(string digits)
    {
        if (ForwardCode.Of(digits) is { To: { Length: > 0 } to })
        {
            return MayForwardTo(to) ? Classify(to) : DialVerdict.Refused;
        }

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

        if (_codes.Find(number) is { } code)
        {
            return code;
        }

        if (ForwardCode.Of(number) is { To: { Length: > 0 } to, Code: var forward })
        {
            return MayForwardTo(to) && Find(to) is DialTarget.Extension or DialTarget.Outside
                ? new DialTarget.PhoneCode(new PhoneAction.Forward(forward.When, to))
                : new DialTarget.Unknown();
        }

        return site.Outbound.FirstOrDefault(rule => IsWhole(rule, number)) is { } found
            ? new DialTarget.Outside(number[found.Prefix.Length..], found.Over)
            : new DialTarget.Unknown();
    }

    /// <summary>
    /// True when the site allows the box itself to call a number over a group, its prefix left out: a rule for all phones allows it. A
    /// caller who asks to be called back cannot make it call a premium number.
    /// </summary>
    public bool MayCall(string number, string over) =>
        EmergencyNumber(number) is null
        && site.Outbound.Any(rule => rule is { Pin: null, Phones.Count: 0 }
            && (rule.Over == over || rule.Then.Contains(over))
            && Fits(rule, rule.Prefix + number)
            && RuleChoice.Allows(rule, number, Numbers.Find(number)));

    /// <summary>True when dialled digits have the prefix, the beginning and the length of a rule; nothing is said of their class.</summary>
    public static bool Fits(OutboundRule rule, string digits)
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

    // A rule by class takes what is a number at all, so that the user hears why another one is not allowed.
    private bool IsWhole(OutboundRule rule, string digits) =>
        Fits(rule, digits)
        && (!rule.IsByClass || rule.Allow.Contains(NumberClass.Unknown)
            || Numbers.Find(digits[rule.Prefix.Length..]) is { E164: not null } or { Class: not NumberClass.Unknown });

    private bool CanGrow(OutboundRule rule, string digits)
    {
        if (digits.Length < rule.Prefix.Length)
        {
            return rule.Prefix.StartsWith(digits, StringComparison.Ordinal);
        }

        var number = digits[rule.Prefix.Length..];
        return digits.StartsWith(rule.Prefix, StringComparison.Ordinal)
            && number.Length < rule.MaxDigits
            && number.All(char.IsAsciiDigit)
            && rule.Starts.Any(start => BeginAlike(start, number))
            && !(rule.IsByClass && Numbers.IsFull(number));
    }

    private static bool BeginAlike(string start, string number) =>
        number.StartsWith(start, StringComparison.Ordinal) || start.StartsWith(number, StringComparison.Ordinal);

    private bool CanGrow(string digits) =>
        digits.Length < MaxDigits
        && (Longer(site.Phones.Keys, digits)
            || _codes.CanGrow(digits)
            || EmergencyDialStrings().Any(number => IsLonger(number, digits))
            || site.Outbound.Any(rule => CanGrow(rule, digits)));

    private static bool Longer(IEnumerable<string> numbers, string digits) => numbers.Any(number => IsLonger(number, digits));

    private static bool IsLonger(string number, string digits) =>
        number.Length > digits.Length && number.StartsWith(digits, StringComparison.Ordinal);

    // No emergency number: a forgotten switch must not send callers to the emergency services.
    private bool MayForwardTo(string digits) => digits[0] is not ('*' or '#') && EmergencyNumber(digits.TrimEnd('#')) is null;

    private string? EmergencyNumber(string digits) =>
        _emergency.FirstOrDefault(
            number => digits == number || site.Outbound.Any(rule => digits == rule.Prefix + number));

    private IEnumerable<string> EmergencyDialStrings() =>
        _emergency.SelectMany(number => site.Outbound.Select(rule => rule.Prefix + number).Append(number));
}
