namespace Switchhook.Acd.Facts;

/// <summary>One time that a caller was asked the questions of a survey.</summary>
/// <param name="Call">The call.</param>
/// <param name="Survey">The survey's name.</param>
/// <param name="Queue">The queue whose talk was before it; null when there was none.</param>
/// <param name="Agent">Who talked with the caller; null when nobody did.</param>
/// <param name="AskedAt">When it began, UTC.</param>
/// <param name="Answers">In order, one for each question that was answered; empty when none was.</param>
public sealed record SurveyAsking(
    string Call, string Survey, string? Queue, string? Agent, DateTimeOffset AskedAt, IReadOnlyList<SurveyAnswer> Answers);

/// <summary>An answer to a question of a survey.</summary>
/// <param name="Question">The question's name.</param>
/// <param name="Key">The digit that was pressed.</param>
/// <param name="Meaning">What it means, in the words of the site; null when they are not told.</param>
/// <param name="Best">The best answer that could be given; null when the keys are no scale.</param>
public sealed record SurveyAnswer(string Question, char Key, string? Meaning, char? Best);
