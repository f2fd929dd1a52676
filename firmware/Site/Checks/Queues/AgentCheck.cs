using Switchhook.Hardware.Countries;
using Switchhook.Hardware.Yaml;
using Switchhook.Site.Drafts;
using Switchhook.Site.Queues;

namespace Switchhook.Site.Checks.Queues;

/// <summary>Checks the codes of the agents, and where they answer.</summary>
internal static class AgentCheck
{
    /// <summary>Notes what is wrong.</summary>
    public static void Run(SiteDraft draft, Country? country, MistakeLog log)
    {
        foreach (var agent in draft.Agents)
        {
            CheckCode(agent, draft.Agents, log);
            CheckPlace(agent, draft, country, log);
        }
    }

    // It is dialled with nothing behind it, so one that begins another could never be told from its beginning.
    private static void CheckCode(AgentDraft agent, IReadOnlyList<AgentDraft> agents, MistakeLog log)
    {
        if (agent.Code is not { } code)
        {
            return;
        }

        if (!IsCode(code.Value))
        {
            log.Error(
                code.At,
                $"\"{code.Value}\" cannot be the code of an agent.",
                $"Write {QueueDefaults.ShortestCode} to {QueueDefaults.LongestCode} digits, such as 11.");
            return;
        }

        var earlier = agents.TakeWhile(other => other != agent)
            .FirstOrDefault(other => other.Code is { } taken && IsCode(taken.Value) && BeginAlike(code.Value, taken.Value));
        if (earlier is { Code: { } first })
        {
            log.Error(
                code.At,
                first.Value == code.Value
                    ? $"Agent {earlier.Name.Value} has the code {code.Value} already (line {first.At.Line})."
                    : $"The codes {code.Value} and {first.Value} (line {first.At.Line}) begin alike.",
                "Give all agents codes of one length, each another.");
        }
    }

    private static void CheckPlace(AgentDraft agent, SiteDraft draft, Country? country, MistakeLog log)
    {
        if (agent.Phone is { } phone && !draft.Phones.Has(phone.Value))
        {
            SiteChecks.NoteUnknown(phone, "phone", "phones", draft.Phones, log);
        }

        if (agent.Over is { } over && !draft.LineGroups.Has(over.Value))
        {
            SiteChecks.NoteUnknown(over, "line group", "line-groups", draft.LineGroups, log);
        }

        switch (agent)
        {
            case { Outside: { } outside, Phone: not null }:
                log.Error(
                    outside.At,
                    "An agent answers either at a phone of the house or outside, and this one has both.",
                    "Remove \"phone\", or remove \"outside\".");
                break;
            case { Outside: { } outside, Over: null }:
                log.Error(
                    outside.At, "The number outside does not say over which lines it is called.", "Add \"over:\" and a line group.");
                break;
            case { Outside: null, Over: { } alone }:
                log.Error(alone.At, "\"over\" stands without \"outside\".", "Add \"outside:\" and the number, or remove \"over\".");
                break;
        }

        if (agent.Outside is { } number && PhoneNumber.Normalize(number.Value) is null)
        {
            NumberCheck.NoteWrong(number, country, log);
        }
    }

    private static bool IsCode(string code) =>
        code.Length is >= QueueDefaults.ShortestCode and <= QueueDefaults.LongestCode && code.All(char.IsAsciiDigit);

    private static bool BeginAlike(string left, string right) =>
        left.StartsWith(right, StringComparison.Ordinal) || right.StartsWith(left, StringComparison.Ordinal);
}
