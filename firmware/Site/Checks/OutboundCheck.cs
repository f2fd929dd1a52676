using Switchhook.Hardware.Yaml;
using Switchhook.Site.Drafts;

namespace Switchhook.Site.Checks;

/// <summary>Checks the rules for calls out against the line groups and against each other.</summary>
internal static class OutboundCheck
{
    /// <summary>Notes what is wrong.</summary>
    public static void Run(SiteDraft draft, MistakeLog log)
    {
        for (var i = 0; i < draft.Outbound.Count; i++)
        {
            var rule = draft.Outbound[i];
            foreach (var over in rule.Overs.Where(over => !draft.LineGroups.Has(over.Value)))
            {
                SiteChecks.NoteUnknown(over, "line group", "line-groups", draft.LineGroups, log);
            }

            // What a rule leaves to others by phone, hour or class is no slip.
            var earlier = rule.Terms.Allow is not null
                ? draft.Outbound.Take(i).FirstOrDefault(other => CoversClasses(other, rule))
                : draft.Outbound.Take(i).FirstOrDefault(other => IsPlain(other) && IsPlain(rule) && Overlap(other, rule));
            if (earlier is not null)
            {
                NoteOverlap(earlier, rule, log);
            }
        }
    }

    private static void NoteOverlap(OutboundDraft earlier, OutboundDraft rule, MistakeLog log)
    {
        if (rule.Terms.Allow is not null || Covers(earlier, rule))
        {
            log.Error(
                rule.At,
                $"This rule is never used: the rule in line {earlier.At.Line} takes all of its numbers.",
                "Move it above that rule, or remove it.");
        }
        else
        {
            log.Warn(
                rule.At,
                $"Some numbers match this rule and the one in line {earlier.At.Line}; the earlier rule takes them.",
                "Order the rules from the special to the general, or narrow \"starts\" and \"digits\".");
        }
    }

    private static bool IsPlain(OutboundDraft rule) => rule.Terms is { Allow: null, IsNarrow: false, Opened.Count: 0 };

    private static bool CoversClasses(OutboundDraft earlier, OutboundDraft rule) =>
        earlier.Terms is { Allow: { } wider, IsNarrow: false, Countries.Count: 0 }
        && earlier.Starts.Count == 0
        && earlier.PrefixDigits == rule.PrefixDigits
        && rule.Terms.Allow is { Count: > 0 } classes && classes.All(wider.Contains);

    private static bool Overlap(OutboundDraft left, OutboundDraft right) =>
        left.DialledStarts.Any(one => right.DialledStarts.Any(other => StartsWith(one, other) || StartsWith(other, one)))
        && Lengths(left) is { } a && Lengths(right) is { } b
        && a.Least <= b.Most && b.Least <= a.Most;

    private static bool Covers(OutboundDraft earlier, OutboundDraft rule) =>
        rule.DialledStarts.All(start => earlier.DialledStarts.Any(wider => StartsWith(start, wider)))
        && Lengths(earlier) is { } outer && Lengths(rule) is { } inner
        && outer.Least <= inner.Least && outer.Most >= inner.Most;

    private static bool StartsWith(string digits, string start) => digits.StartsWith(start, StringComparison.Ordinal);

    // Numbers of digits with the prefix, as they are dialled.
    private static (int Least, int Most)? Lengths(OutboundDraft rule) =>
        rule.Digits is { Value: var (least, most) } ? (rule.PrefixDigits.Length + least, rule.PrefixDigits.Length + most) : null;
}
