using Switchhook.Flows.Announcing;
using Switchhook.Site;
using Switchhook.Site.Outbound;

namespace Switchhook.Flows.Dialling.Outbound;

/// <summary>Which rule of a site lets a phone call a number now, or why none does. Pure.</summary>
/// <param name="Rule">The rule; null when none allows it.</param>
/// <param name="Reached">What the number reaches.</param>
/// <param name="Refusal">Why not; null with a rule.</param>
public sealed record RuleChoice(OutboundRule? Rule, ReachedNumber Reached, RuleRefusal? Refusal)
{
    private const int FewestNamedDigits = 3;

    /// <summary>Chooses: the first rule from the top that fits number, class, phone and hour.</summary>
    /// <param name="site">The site.</param>
    /// <param name="digits">What was dialled, with the prefix.</param>
    /// <param name="phone">Who dials.</param>
    /// <param name="now">This moment.</param>
    public static RuleChoice Of(SiteInForce site, string digits, string phone, DateTimeOffset now)
    {
        var reached = new ReachedNumber(null, NumberClass.Unknown, null);
        RuleRefusal? refusal = null;
        foreach (var rule in site.Model.Outbound.Where(rule => DialPlan.Fits(rule, digits)))
        {
            var number = digits[rule.Prefix.Length..];
            reached = site.DialPlan.Numbers.Find(number);
            var next = !Allows(rule, number, reached) ? RuleRefusal.Class
                : !rule.IsFor(phone) ? RuleRefusal.Phone
                : rule.Hours is { } hours && site.Hours.ByName(hours)?.IsOpenAt(now) != true ? RuleRefusal.Hours
                : (RuleRefusal?)null;
            if (next is null)
            {
                return new RuleChoice(rule, reached, null);
            }

            // The nearest miss is the one that people understand.
            refusal = refusal is { } known && known > next ? known : next;
        }

        return new RuleChoice(null, reached, refusal ?? RuleRefusal.Class);
    }

    /// <summary>True when a rule allows the class and the country of a number.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="number">As the exchange gets it.</param>
    /// <param name="reached">What it reaches.</param>
    public static bool Allows(OutboundRule rule, string number, ReachedNumber reached) => reached.Class switch
    {
        NumberClass.International => rule.Allow.Contains(NumberClass.International)
            && (rule.Countries.Count == 0 || (reached.Country is { } country && rule.Countries.Contains(country))),
        NumberClass.Unknown => rule.Allow.Contains(NumberClass.Unknown) || (!rule.IsByClass && IsNamed(rule, number)),
        var other => rule.Allow.Contains(other),
    };

    /// <summary>True when the number costs more than others, and no rule allows that: what swindlers are after.</summary>
    public bool IsDearRefused => Refusal == RuleRefusal.Class && Reached.Class is (NumberClass.Premium or NumberClass.International);

    /// <summary>Why a call is refused, in words for the journal.</summary>
    /// <param name="digits">What was dialled.</param>
    /// <param name="phone">Who dialled.</param>
    public string Words(string digits, string phone) => Refusal switch
    {
        RuleRefusal.Hours => $"{digits} may not be called at this time.",
        RuleRefusal.Phone => $"{digits} may be called, but not from phone {phone}.",
        _ => $"{digits} is {InWords(Reached)}, which no rule allows.",
    };

    /// <summary>What is said to the user.</summary>
    public Phrase Phrase => Refusal == RuleRefusal.Hours ? Phrase.OutsideClosed : Phrase.OutsideRefused;

    // A rule by digits names short numbers and beginnings of its own; what else the tables do not know may lead around them.
    private static bool IsNamed(OutboundRule rule, string number) =>
        number.Length <= NumberPlan.LongestShortNumber
        || rule.Starts.Any(start => start.Length >= FewestNamedDigits && number.StartsWith(start, StringComparison.Ordinal));

    private static string InWords(ReachedNumber reached) => reached.Class switch
    {
        NumberClass.National => "a number of the country",
        NumberClass.Mobile => "a mobile number",
        NumberClass.TollFree => "a toll-free number",
        NumberClass.SharedCost => "a shared-cost number",
        NumberClass.Premium => "a premium number",
        NumberClass.International => reached.Country is { } country ? $"a number abroad ({country})" : "a way to numbers abroad",
        NumberClass.Service => "a service number",
        NumberClass.Unknown => "a number that the country's plan does not know",
    };
}

/// <summary>Why no rule lets a call out; later ones are nearer misses.</summary>
public enum RuleRefusal
{
    /// <summary>No rule is for numbers of the kind.</summary>
    Class,

    /// <summary>A rule is, but not for the phone.</summary>
    Phone,

    /// <summary>A rule is, but not at this time.</summary>
    Hours,
}
