using Switchhook.Site.Flows;

namespace Switchhook.Site.Surveys;

/// <summary>Questions that callers answer by key. Compared by value.</summary>
/// <param name="Name">Name in the site file.</param>
/// <param name="Questions">In the order in which they are asked; 1 to <see cref="MostQuestions"/>, none named twice.</param>
public sealed record SurveyConfig(string Name, ValueList<SurveyQuestion> Questions)
{
    /// <summary>Most questions: nobody stays for more.</summary>
    public const int MostQuestions = 5;

    /// <summary>Prompt before the first question; null for none.</summary>
    public string? Intro { get; init; }

    /// <summary>Prompt after the last question, also for who has answered only some; null for none.</summary>
    public string? Thanks { get; init; }

    /// <summary>So many percent of the callers are asked, 1 to 100.</summary>
    public int Share { get; init; } = 100;

    /// <summary>How each question is asked.</summary>
    public EntryRules Rules { get; init; } = EntryRules.Default;

    /// <summary>Every prompt that it needs.</summary>
    public IEnumerable<string> Prompts =>
        new[] { Intro, Thanks, Rules.Wrong, Rules.Silent }.OfType<string>().Concat(Questions.Select(question => question.Prompt));

    /// <summary>The name of the prompt that a text within a survey becomes; no prompt of the section <c>prompts</c> can have it.</summary>
    /// <param name="survey">Name of the survey.</param>
    /// <param name="part">Name of the question, or the key where the text stands: <c>intro</c>.</param>
    public static string OwnPrompt(string survey, string part) => $"{survey}--{part}";
}

/// <summary>A question of a survey. Compared by value.</summary>
/// <param name="Name">Its name in journal and reports.</param>
/// <param name="Prompt">What the caller hears.</param>
/// <param name="Keys">What he may press: at least two digits, in rising order.</param>
public sealed record SurveyQuestion(string Name, string Prompt, ValueList<SurveyKey> Keys)
{
    /// <summary>Fewest keys of a scale: of two, none is between.</summary>
    private const int LeastOfScale = 3;

    /// <summary>The best answer: the highest key of a scale, which is three or more digits without a gap; else null.</summary>
    public char? Best => Keys.Count >= LeastOfScale && Keys[^1].Key - Keys[0].Key == Keys.Count - 1 ? Keys[^1].Key : null;
}

/// <summary>A key that answers a question.</summary>
/// <param name="Key">A digit.</param>
/// <param name="Words">What it means, for reports; null when the file does not say.</param>
public sealed record SurveyKey(char Key, string? Words);
