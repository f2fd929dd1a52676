using Switchhook.Hardware.Yaml;
using Switchhook.Site.Drafts;
using Switchhook.Site.Drafts.Flows;

namespace Switchhook.Site.Checks.Flows;

/// <summary>Checks that the values that steps use are given by others.</summary>
internal static class ValueCheck
{
    /// <summary>Notes values that no step gives.</summary>
    public static void Run(SiteDraft draft, MistakeLog log)
    {
        var steps = draft.AllSteps.ToList();
        var tables = draft.Tables.ToLookup(table => table.Name.Value, StringComparer.Ordinal);
        var given = steps.SelectMany(step => step switch
        {
            CollectDraft { Into: { } name } => [name.Value],
            LookUpDraft { Table: { } table } => tables[table.Value].SelectMany(one => one.Values).Select(value => value.Value),
            _ => [],
        }).Append(LookUpDraft.CallerWord).Append(LookUpDraft.LanguageWord).ToHashSet(StringComparer.Ordinal);

        foreach (var use in steps.SelectMany(UsesOf).Where(use => !given.Contains(use.Value)))
        {
            var nearest = NearestWord.Of(use.Value, given);
            log.Error(
                use.At,
                $"No step gives a value \"{use.Value}\".",
                nearest is not null
                    ? $"Write \"{nearest}\" instead."
                    : $"Add a step that does, such as \"collect: {{prompt: …, as: {use.Value}, digits: 4-8}}\" or a \"look-up\".");
        }
    }

    private static IEnumerable<Located<string>> UsesOf(StepDraft step) => step switch
    {
        ChooseDraft { Value: { } value } => [value],
        SayDraft { Value: { } value } => [value],
        LookUpDraft { By: { } value } => [value],
        SetDraft set => new[] { set.Agent, set.Grade }
            .OfType<Located<string>>()
            .Where(text => SetDraft.ValueOf(text.Value) is not null)
            .Select(text => new Located<string>(SetDraft.ValueOf(text.Value)!, text.At)),
        _ => [],
    };
}
