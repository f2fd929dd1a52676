using Switchhook.Flows.LookUps;
using Switchhook.Flows.Opening;
using Switchhook.Site;
using Switchhook.Site.Flows;

namespace Switchhook.Flows.Steps;

/// <summary>Decides where a call goes without asking the caller: by hours, caller, table or value.</summary>
/// <param name="acts">Does what the steps say.</param>
/// <param name="memory">What is known of the caller.</param>
/// <param name="at">The step.</param>
internal sealed class FlowRoutes(IFlowActs acts, FlowMemory memory, StepPlace at)
{
    private SiteModel Site => memory.Site.Model;

    /// <summary>The branch that the call takes; null for a step that does not decide.</summary>
    public async Task<LabelledBranch?> DecideAsync(FlowStep step) => step switch
    {
        FlowStep.ByHours hours => ByHours(hours),
        FlowStep.ByCaller caller => ByCaller(caller),
        FlowStep.LookUp lookUp => await LookUpAsync(lookUp),
        FlowStep.Choose choose => Choose(choose),
        FlowStep.Set set => Set(set),
        _ => null,
    };

    private LabelledBranch Take(string when, Branch branch, string why)
    {
        acts.Note(at, $"{why} {char.ToUpperInvariant(when[0])}{when[1..]}: {StepWords.InWords(branch)}.");
        return new LabelledBranch(when, branch);
    }

    private LabelledBranch ByHours(FlowStep.ByHours step)
    {
        var answer = acts.HoursOf(step.Hours);
        var why = $"Hours {step.Hours} are {answer.InWords}.";
        return answer.State switch
        {
            OpeningState.Open => Take("open", step.Open, why),
            OpeningState.Closed => Take("closed", step.Closed, why),
            OpeningState.Holiday => Take("holiday", step.Holiday, why),
        };
    }

    private LabelledBranch ByCaller(FlowStep.ByCaller step)
    {
        foreach (var one in step.Cases.Where(Fits))
        {
            return Take(one.When, one.Then, "The caller is known.");
        }

        return Take("any other", Branch.Next, "No case is for this caller.");
    }

    private bool Fits(CallerCase one) =>
        one.IsUnknown ? memory.Number is null
        : one.Grade is { } grade ? memory.Grade?.Name == grade
        : memory.Number is { } number && (one.List is { } list ? Site.CallerLists[list].Numbers : one.Numbers)
            .Any(known => CallerNumberMatch.Fits(known, number, memory.Site.Country));

    private async Task<LabelledBranch> LookUpAsync(FlowStep.LookUp step)
    {
        var key = step.By is { } by ? memory.Value(by) : memory.Number;
        if (key is null)
        {
            return Take("missing", step.Missing, $"There is nothing to look up in {step.Table}.");
        }

        switch (await acts.LookUpAsync(Site.Tables[step.Table], key, isCaller: step.By is null))
        {
            case LookUpAnswer.Found found:
                foreach (var (name, value) in found.Values)
                {
                    memory.Keep(name, value);
                }

                return Take("found", step.Found, $"Table {step.Table} knows {string.Join(", ", found.Values.Keys)}.");
            case LookUpAnswer.Failed failed:
                return Take("failed", step.Failed, $"Table {step.Table}: {failed.Why}");
            default:
                return Take("missing", step.Missing, $"Table {step.Table} does not know the {(step.By is null ? "caller" : step.By)}.");
        }
    }

    private LabelledBranch Choose(FlowStep.Choose step)
    {
        var value = memory.AnyValue(step.Value);
        var fits = step.Cases.FirstOrDefault(one => one.When.Equals(value, StringComparison.OrdinalIgnoreCase));
        return fits is { } taken
            ? Take(taken.When, taken.Branch, $"Chooses by {step.Value}.")
            : Take(FlowStep.ElseWord, step.Else, $"Chooses by {step.Value}.");
    }

    private LabelledBranch Set(FlowStep.Set step)
    {
        memory.HeadStart = step.HeadStart ?? memory.HeadStart;
        memory.Skills = step.Skills ?? memory.Skills;
        memory.Agent = Known(step.Agent, Site.Agents.ContainsKey) ?? memory.Agent;
        memory.SetGrade = Known(step.Grade, Site.Grades.ContainsKey) ?? memory.SetGrade;
        acts.Note(at, $"{char.ToUpperInvariant(StepWords.Title(step)[0])}{StepWords.Title(step)[1..]}.");
        return new LabelledBranch("", Branch.Next);
    }

    // A table may name someone whom the site does not have any more.
    private string? Known(string? text, Func<string, bool> isKnown)
    {
        if (text is not ['{', .., '}'])
        {
            return text;
        }

        var value = memory.AnyValue(text[1..^1]);
        if (value is not null && !isKnown(value))
        {
            acts.Note(at, $"The site has no \"{value}\"; it is left out.");
            return null;
        }

        return value;
    }
}
