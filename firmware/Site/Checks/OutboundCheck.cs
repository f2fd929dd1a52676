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
            if (rule.Over is { } over && !draft.LineGroups.Has(over.Value))
            {
                SiteChecks.NoteUnknown(over, "line group", "line-groups", draft.LineGroups, log);
            }

            var earlier = draft.Outbound.Take(i).FirstOrDefault(other => Overlap(other, rule));
            if (earlier is not null)
            {
                NoteOverlap(earlier, rule, log);
            }
        }
    }

    private static void NoteOverlap(OutboundDraft earlier, OutboundDraft rule, MistakeLog log)
    {
        if (Covers(earlier, rule))
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
