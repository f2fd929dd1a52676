using Switchhook.Hardware.Yaml;
using Switchhook.Site.Checks;
using Switchhook.Site.Drafts;

namespace Switchhook.Site.Surveys;

/// <summary>Checks what surveys name, and that their questions can be told apart.</summary>
internal static class SurveyCheck
{
    // What stands beside the questions, and has a prompt of its own when it is a text.
    private static readonly string[] Taken = [SurveysReader.IntroKey, SurveysReader.ThanksKey];

    /// <summary>Notes what is wrong.</summary>
    public static void Run(SiteDraft draft, MistakeLog log)
    {
        foreach (var survey in draft.Surveys)
        {
            CheckNames(survey, log);
            foreach (var prompt in survey.Prompts.Where(prompt => !draft.Prompts.Has(prompt.Value)))
            {
                SiteChecks.NoteUnknown(prompt, "prompt", "prompts", draft.Prompts, log);
            }
        }

        foreach (var queue in draft.Queues)
        {
            if (queue.Survey is { } survey && !draft.Surveys.Has(survey.Value))
            {
                SiteChecks.NoteUnknown(survey, "survey", "surveys", draft.Surveys, log);
            }
        }
    }

    private static void CheckNames(SurveyDraft survey, MistakeLog log)
    {
        var names = survey.Questions.Select(question => question.Name).OfType<Located<string>>().ToList();
        foreach (var twice in names.GroupBy(name => name.Value, StringComparer.Ordinal).Where(same => same.Count() > 1))
        {
            log.Error(
                twice.Last().At,
                $"Survey {survey.Name.Value} has two questions {twice.Key}.",
                "Give one of them another name: reports tell them apart by it.");
        }

        foreach (var name in names.Where(name => Taken.Contains(name.Value, StringComparer.Ordinal)))
        {
            log.Error(
                name.At,
                $"A question cannot be called \"{name.Value}\", which is a part of the survey itself.",
                $"Write for example \"{name.Value}-question\" instead.");
        }
    }
}
