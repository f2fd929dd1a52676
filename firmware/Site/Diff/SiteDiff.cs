using System.Collections.Immutable;
using Switchhook.Site.Codes;
using Switchhook.Site.Surveys;
using Switchhook.Site.Voicemail;

namespace Switchhook.Site.Diff;

/// <summary>Says in words what changed between two versions of a site.</summary>
public static class SiteDiff
{
    /// <summary>One sentence for each thing that is new, gone or changed, in the order of the site file; empty without a change.</summary>
    public static IReadOnlyList<string> Between(SiteModel before, SiteModel after) =>
    [
        .. Changed("The site", SiteFacts.Of(before), SiteFacts.Of(after)),
        .. Changed("Line", before.Lines, after.Lines, SiteFacts.Of),
        .. Changed("Trunk", before.Trunks, after.Trunks, SipFacts.Of),
        .. Changed("Phone", before.Phones, after.Phones, SiteFacts.Of),
        .. Changed("Hunt group", before.Groups, after.Groups, SiteFacts.Of),
        .. Changed("Hours", before.Hours, after.Hours, OpeningFacts.Of),
        .. Changed("Set of days", before.Holidays, after.Holidays, OpeningFacts.Of),
        .. Changed("Night", OpeningFacts.Of(before.Night), OpeningFacts.Of(after.Night)),
        .. Changed("Agent", before.Agents, after.Agents, QueueFacts.Of),
        .. Changed("Pause reason", before.PauseReasons, after.PauseReasons, words => [new Fact("words", words)]),
        .. Changed("Grade", before.Grades, after.Grades, QueueFacts.Of),
        .. Changed("List of callers", before.CallerLists, after.CallerLists, SiteFacts.Of),
        .. Changed("Table", before.Tables, after.Tables, SiteFacts.Of),
        .. Changed("Queue", before.Queues, after.Queues, QueueFacts.Of),
        .. Changed("Flow", before.Flows, after.Flows, SiteFacts.Of),
        .. Changed("Prompt", before.Prompts, after.Prompts, SiteFacts.Of),
        .. Changed("Speech", SiteFacts.Of(before.Speech), SiteFacts.Of(after.Speech)),
        .. Changed("Music", before.Music, after.Music, MusicFacts.Of),
        .. Changed("On hold", MusicFacts.OfHold(before.HoldMusic), MusicFacts.OfHold(after.HoldMusic)),
        .. Changed("Line group", before.LineGroups, after.LineGroups, SiteFacts.Of),
        .. Rules(before.Outbound, after.Outbound),
        .. Changed("Emergency calls", OutboundFacts.Of(before.Emergency), OutboundFacts.Of(after.Emergency)),
        .. Changed("Lamp", before.Lamps, after.Lamps, SiteFacts.Of),
        .. Changed("Alert", before.Alerts, after.Alerts, AlertFacts.Of),
        .. Changed("Mailbox", before.Voicemail, after.Voicemail, VoicemailFacts.Of),
        .. Changed("Parked calls", CodeFacts.Of(before.Parking), CodeFacts.Of(after.Parking)),
        .. Changed("Short number", before.SpeedDial, after.SpeedDial, CodeFacts.Of),
        .. Changed("Survey", before.Surveys, after.Surveys, SurveyFacts.Of),
        .. Changed("SIP", SipFacts.Of(before.Sip), SipFacts.Of(after.Sip)),
    ];

    private static IEnumerable<string> Changed<T>(
        string kind,
        ImmutableSortedDictionary<string, T> before,
        ImmutableSortedDictionary<string, T> after,
        Func<T, IReadOnlyList<Fact>> facts)
    {
        foreach (var name in before.Keys.Union(after.Keys).Order(StringComparer.Ordinal))
        {
            if (!before.TryGetValue(name, out var old))
            {
                yield return $"{kind} {name} is new: {string.Join(", ", facts(after[name]).Select(fact => $"{fact.Name} {fact.Value}"))}.";
            }
            else if (!after.TryGetValue(name, out var current))
            {
                yield return $"{kind} {name} is gone.";
            }
            else
            {
                foreach (var sentence in Changed($"{kind} {name}", facts(old), facts(current)))
                {
                    yield return sentence;
                }
            }
        }
    }

    private static IEnumerable<string> Changed(string what, IReadOnlyList<Fact> before, IReadOnlyList<Fact> after)
    {
        // A phone that goes from its port to SIP has other facts than before.
        var changes = before.Concat(after).Select(fact => fact.Name).Distinct(StringComparer.Ordinal)
            .Select(name => (Name: name, Old: ValueOf(before, name), Current: ValueOf(after, name)))
            .Where(pair => pair.Old != pair.Current)
            .Select(pair => $"{pair.Name} {pair.Old} → {pair.Current}")
            .ToList();
        if (changes.Count > 0)
        {
            yield return $"{what}: {string.Join(", ", changes)}.";
        }
    }

    private static string ValueOf(IReadOnlyList<Fact> facts, string name) =>
        facts.FirstOrDefault(fact => fact.Name == name)?.Value ?? SiteFacts.Nothing;

    // Rules have no names, and their order counts: the first that matches takes a number.
    private static IEnumerable<string> Rules(IEnumerable<OutboundRule> before, IEnumerable<OutboundRule> after)
    {
        var old = before.Select(OutboundFacts.InWords).ToList();
        var current = after.Select(OutboundFacts.InWords).ToList();
        foreach (var gone in old.Except(current))
        {
            yield return $"Calls out: the rule \"{gone}\" is gone.";
        }

        foreach (var added in current.Except(old))
        {
            yield return $"Calls out: the rule \"{added}\" is new.";
        }

        if (!old.SequenceEqual(current) && old.Order(StringComparer.Ordinal).SequenceEqual(current.Order(StringComparer.Ordinal)))
        {
            yield return "Calls out: the rules have another order.";
        }
    }
}
