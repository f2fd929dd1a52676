using Switchhook.Hardware.Yaml;
using Switchhook.Site.Drafts;
using Switchhook.Site.Queues;

namespace Switchhook.Site.Checks.Queues;

/// <summary>Finds overflow rules that never hold, since another takes their callers first.</summary>
internal static class OverflowCheck
{
    /// <summary>Notes them.</summary>
    public static void Run(QueueDraft queue, MistakeLog log)
    {
        if (queue.Hours is null && queue.Overflow.FirstOrDefault(rule => rule.Rule is OverflowRule.Closed) is { } closed)
        {
            log.Error(
                closed.At,
                $"This rule never holds: queue {queue.Name.Value} has no hours.",
                "Add \"hours\" to the queue, with the name of its hours, or remove the rule.");
        }

        for (var i = 1; i < queue.Overflow.Count; i++)
        {
            var rule = queue.Overflow[i];
            if (queue.Overflow.Take(i).FirstOrDefault(earlier => Clash(earlier.Rule, rule.Rule)) is { } first)
            {
                log.Error(
                    rule.At,
                    rule.Rule is OverflowRule.After
                        ? $"Of this rule and the one in line {first.At.Line} only that with the shorter time is ever used."
                        : $"This rule is never used: the rule in line {first.At.Line} takes all of its callers.",
                    "Remove one of the two.");
            }
        }
    }

    // Time passes for both rules at once, so their order does not count; what is asked on arrival is asked in order.
    private static bool Clash(OverflowRule? earlier, OverflowRule? rule) => (earlier, rule) switch
    {
        (OverflowRule.After, OverflowRule.After) => true,
        (OverflowRule.Waiting first, OverflowRule.Waiting second) => second.Callers >= first.Callers,
        (OverflowRule.Forecast first, OverflowRule.Forecast second) => second.Wait >= first.Wait,
        (OverflowRule.NoAgents, OverflowRule.NoAgents) or (OverflowRule.Closed, OverflowRule.Closed) => true,
        _ => false,
    };
}
