using Switchhook.Flows.LookUps;
using Switchhook.Flows.Opening;
using Switchhook.Site.Flows;
using Switchhook.Site.Surveys;

namespace Switchhook.Flows.Steps;

/// <summary>
/// What the steps of a flow do to a caller: for real, or on paper. The steps themselves are the same code for both, so that a try shows
/// the way that a call would take.
/// </summary>
internal interface IFlowActs
{
    /// <summary>Whether a timetable of the site is open now.</summary>
    OpeningAnswer HoursOf(string timetable);

    /// <summary>
    /// The caller comes to a step, or takes a branch. A call tells that in its words alone; a picture of a try needs the place.
    /// </summary>
    void Pass(StepPlace place)
    {
    }

    /// <summary>Tells what happens.</summary>
    /// <param name="at">The step.</param>
    /// <param name="words">In a sentence.</param>
    void Note(StepPlace at, string words);

    /// <summary>Answers, and plays sounds one after the other; a key, which is kept for the next question, cuts them short.</summary>
    Task PlayAsync(IReadOnlyList<FlowSound> sounds);

    /// <summary>
    /// Answers, and takes the next key: one that came before, or one that comes while the sounds play, or in time after them.
    /// </summary>
    /// <param name="sounds">The question; empty for the next key of an answer that has begun.</param>
    /// <param name="wait">How long after the sounds.</param>
    /// <returns>Null when none came.</returns>
    Task<char?> KeyAsync(IReadOnlyList<FlowSound> sounds, TimeSpan wait);

    /// <summary>Forgets keys that came before, and those that still come without a pause: they belong to a wrong answer.</summary>
    Task DrainKeysAsync();

    /// <summary>Looks a value up.</summary>
    Task<LookUpAnswer> LookUpAsync(TableConfig table, string key, bool isCaller);

    /// <summary>Rings a hunt group.</summary>
    Task<FlowMove> RingAsync(FlowStep.Ring step);

    /// <summary>Rings a phone.</summary>
    Task<FlowMove> RingPhoneAsync(FlowStep.RingPhone step);

    /// <summary>Calls a number outside.</summary>
    Task<FlowMove> RingOutsideAsync(FlowStep.RingOutside step);

    /// <summary>Lets the caller wait in a queue.</summary>
    Task<FlowMove> EnqueueAsync(FlowStep.Enqueue step);

    /// <summary>Takes a message into a mailbox.</summary>
    Task<FlowMove> TakeMessageAsync(FlowStep.Voicemail step);

    /// <summary>True for so many percent of the callers, by chance; on paper for each.</summary>
    bool IsAmong(int share);

    /// <summary>A survey begins.</summary>
    /// <param name="survey">Its name.</param>
    /// <param name="talk">The talk before it; null for a step of a flow.</param>
    void BeginSurvey(string survey, FlowMove.AfterTalk? talk);

    /// <summary>Keeps an answer of the survey that has begun.</summary>
    void KeepAnswer(string survey, SurveyQuestion question, SurveyKey answer, FlowMove.AfterTalk? talk);
}

/// <summary>Where a step stands.</summary>
/// <param name="Flow">The flow.</param>
/// <param name="Path">Its number from 1; in a branch, with the step and branch before it: <c>2/closed/1</c>.</param>
internal readonly record struct StepPlace(string Flow, string Path)
{
    /// <inheritdoc/>
    public override string ToString() => Path.Length == 0 ? Flow : $"{Flow} {Path}";
}
