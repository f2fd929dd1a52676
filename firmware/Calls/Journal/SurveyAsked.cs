namespace Switchhook.Calls.Journal;

/// <summary>A caller is asked the questions of a survey.</summary>
/// <param name="Call">The call.</param>
/// <param name="Asking">Identifies the asking: a call may come to more than one.</param>
/// <param name="Survey">The survey.</param>
/// <param name="Queue">The queue whose talk was before it; null for a step of a flow.</param>
/// <param name="Agent">Who talked with the caller; null for a step of a flow.</param>
public sealed record SurveyAsked(CallId Call, string Asking, string Survey, string? Queue, string? Agent) : CallEntry(Call)
{
    private protected override string Say() => Agent is null
        ? $"The caller is asked the questions of survey {Survey}."
        : $"The caller is still there after the talk with {Agent}, and is asked the questions of survey {Survey}.";
}

/// <summary>A caller has answered a question of a survey.</summary>
/// <param name="Call">The call.</param>
/// <param name="Asking">The asking, of <see cref="SurveyAsked"/>.</param>
/// <param name="Survey">The survey.</param>
/// <param name="Question">The question.</param>
/// <param name="Key">The digit that the caller has pressed.</param>
/// <param name="Queue">As of the asking.</param>
/// <param name="Agent">As of the asking.</param>
public sealed record SurveyAnswered(
    CallId Call, string Asking, string Survey, string Question, char Key, string? Queue, string? Agent) : CallEntry(Call)
{
    /// <summary>What the key means, in the words of the site; null when they are not told.</summary>
    public string? Meaning { get; init; }

    /// <summary>The best answer that could be given; null when the keys are no scale.</summary>
    public char? Best { get; init; }

    private protected override string Say() =>
        $"Survey {Survey}, question {Question}: the caller answers {Key}{(Meaning is null ? "" : $" ({Meaning})")}.";
}
