using Switchhook.Hardware.Yaml;
using Switchhook.Site.Drafts.Flows;

namespace Switchhook.Site.Reading.Flows.Steps;

/// <summary>Reads the step that goes by who calls.</summary>
internal static class CallerReader
{
    private const int MostCases = 50;

    private const string Example = "caller: [{grade: gold, then: vip}, {unknown: yes, then: reception}]";

    private static readonly string[] Conditions = ["number", "numbers", "list", "grade", "unknown"];

    private static readonly YamlKey[] Keys = [.. Conditions.Select(YamlKey.Optional), YamlKey.Required("then", "reception")];

    /// <summary>Reads it.</summary>
    public static StepDraft? Read(YamlEntry entry, StepReading reading)
    {
        if (entry.Value is YamlList { Items.Count: > 0 and <= MostCases } list)
        {
            return new CallerStepDraft(entry.Key.At, [.. list.Items.Select(item => Case(item, reading)).OfType<CallerCaseDraft>()]);
        }

        reading.Log.Error(
            entry.Value.At,
            $"\"caller\" must be a list of 1 to {MostCases} cases, not {entry.Value.Kind}.",
            $"Write for example \"{Example}\".");
        return null;
    }

    private static CallerCaseDraft? Case(YamlNode node, StepReading reading)
    {
        if (YamlFields.Open(node, "a case of the step caller", Keys, reading.Log) is not { } fields)
        {
            return null;
        }

        var given = Conditions.Where(fields.Has).ToList();
        if (given.Count != 1)
        {
            if (!fields.HasUnknown)
            {
                reading.Log.Error(
                    fields.At,
                    given.Count == 0 ? "A case does not say which callers it is for." : $"A case has {given.Count} conditions.",
                    $"Write one of them: {string.Join(", ", Conditions)}.");
            }

            return null;
        }

        var one = new CallerCaseDraft(new BranchDraft("", fields.At, null, null))
        {
            Numbers = given[0] switch
            {
                "number" => fields.Text("number") is { } number ? [number] : [],
                "numbers" => fields.Texts("numbers") ?? [],
                _ => [],
            },
            List = given[0] == "list" ? fields.Text("list") : null,
            Grade = given[0] == "grade" ? fields.Text("grade") : null,
            IsUnknown = given[0] == "unknown" && IsSet(fields, reading.Log),
        };
        CallerListsReader.CheckNumbers(one.Numbers, reading.Log);
        return fields.Node("then") is { } then
            ? one with { Then = BranchReader.Read(then, WhenOf(one), reading, isChosen: false) }
            : one;
    }

    private static bool IsSet(YamlFields fields, MistakeLog log)
    {
        if (fields.Flag("unknown") is { Value: false } no)
        {
            log.Error(no.At, "\"unknown: no\" fits nobody in particular.", "Write \"unknown: yes\", or remove the case.");
        }

        return true;
    }

    private static string WhenOf(CallerCaseDraft one) =>
        one.List is { } list ? $"list {list.Value}"
        : one.Grade is { } grade ? $"grade {grade.Value}"
        : one.IsUnknown ? "unknown number"
        : string.Join(" or ", one.Numbers.Select(number => number.Value));
}
