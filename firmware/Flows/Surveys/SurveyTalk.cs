using Switchhook.Flows.Steps;
using Switchhook.Flows.Steps.Questions;
using Switchhook.Site.Surveys;

namespace Switchhook.Flows.Surveys;

/// <summary>Asks a caller the questions of a survey. Each answer is kept as it comes, also when he hangs up after it.</summary>
/// <param name="acts">Does it.</param>
/// <param name="memory">What is known of the caller.</param>
/// <param name="at">The step that asks, or that led to the talk before.</param>
internal sealed class SurveyTalk(IFlowActs acts, FlowMemory memory, StepPlace at)
{
    /// <summary>Why a caller is not asked, whatever the share; null when he may be.</summary>
    public static string? WhyNever(FlowMemory memory) =>
        memory.Number is { } number && memory.Site.Country.EmergencyNumbers.Contains(number)
            ? "The caller is not asked: the call is one for help."
            : null;

    /// <summary>As a step of a flow.</summary>
    public async Task AskAsync(string survey)
    {
        var config = memory.Site.Model.Surveys[survey];
        if (WhyNever(memory) is { } why)
        {
            acts.Note(at, why);
        }
        else if (!acts.IsAmong(config.Share))
        {
            acts.Note(at, $"The caller is not asked: {config.Share} % of the callers are.");
        }
        else
        {
            await AskAsync(config, null);
        }
    }

    /// <summary>After a talk; that the caller is among those who are asked is known.</summary>
    public Task AskAsync(FlowMove.AfterTalk talk) => AskAsync(memory.Site.Model.Surveys[talk.Survey], talk);

    private async Task AskAsync(SurveyConfig survey, FlowMove.AfterTalk? talk)
    {
        acts.BeginSurvey(survey.Name, talk);
        if (survey.Intro is { } intro)
        {
            await acts.PlayAsync([new FlowSound.Named(intro)]);
        }

        foreach (var question in survey.Questions)
        {
            if (!await AskAsync(survey, question, talk))
            {
                acts.Note(at, "The caller says nothing more: the survey is over.");
                break;
            }
        }

        if (survey.Thanks is { } thanks)
        {
            await acts.PlayAsync([new FlowSound.Named(thanks)]);
        }
    }

    // Who presses wrong keys is there, and may answer the next question; who presses none probably is not.
    private async Task<bool> AskAsync(SurveyConfig survey, SurveyQuestion question, FlowMove.AfterTalk? talk)
    {
        var answers = question.Keys.Select(key => $"{key.Key}").ToList();
        var asking = new CallerQuestion(acts, at, survey.Rules);
        var pressed = await asking.AskAsync(
            $"question {question.Name}", [new FlowSound.Named(question.Prompt)], keys => EntryFits.OneOf(answers, keys));
        if (question.Keys.FirstOrDefault(key => $"{key.Key}" == pressed) is not { } answer)
        {
            return !asking.WasSilent;
        }

        acts.KeepAnswer(survey.Name, question, answer, talk);
        return true;
    }
}
