using Switchhook.Flows.Trial;
using Switchhook.Web.FlowPictures;

namespace Switchhook.Web.Api.Flows;

/// <summary>A caller on paper. What is left out is not known, or as usual.</summary>
/// <param name="Number">His number; withheld without one.</param>
/// <param name="Line">The line or trunk that he calls on; the first of the site unless said otherwise.</param>
/// <param name="Called">The number that he called, where a trunk tells it.</param>
/// <param name="At">The moment by the clocks of the site, such as 2026-12-24T16:05; now unless said otherwise.</param>
/// <param name="Night">True while night is switched on.</param>
/// <param name="Keys">What he presses, an answer for each question, such as <c>2 1</c>; <c>-</c> for no answer. Then he is silent.</param>
/// <param name="Unanswered">True when nobody answers: no phone, no number outside, no agent.</param>
/// <param name="Text">All of that as a line of text instead, such as <c>+13125550100 at 2026-12-24T16:05 press 2 1</c>.</param>
internal sealed record TrialCallerModel(
    string? Number = null,
    string? Line = null,
    string? Called = null,
    string? At = null,
    bool Night = false,
    string? Keys = null,
    bool Unanswered = false,
    string? Text = null)
{
    /// <summary>The fields.</summary>
    internal TrialFields Fields => new()
    {
        Number = Number ?? "",
        Line = Line ?? "",
        Called = Called ?? "",
        At = At ?? "",
        IsNight = Night,
        Keys = Keys ?? "",
        IsUnanswered = Unanswered,
    };
}

/// <summary>The way that a caller would take.</summary>
/// <param name="Caller">Who calls, on which line and when, in words.</param>
/// <param name="Flow">The flow that he comes to first; null when the line has none.</param>
/// <param name="Lines">What happens, in its order.</param>
/// <param name="Passed">The steps that he comes to and the branches that he takes, each once, in the order of the first time.</param>
internal sealed record TrialModel(
    string Caller, string? Flow, IReadOnlyList<TrialLine> Lines, IReadOnlyList<FlowPlaceModel> Passed)
{
    public static TrialModel Of(TrialResult result) => new(
        result.Caller, result.Flow, result.Lines, [.. result.Passed.Select(place => new FlowPlaceModel(place.Flow, place.Path))]);
}

/// <summary>A step of a flow, or a branch of one.</summary>
/// <param name="Flow">The flow.</param>
/// <param name="Path">
/// The step: its number from 1, in a branch with step and branch before it. A branch: the step and when it is taken.
/// </param>
internal sealed record FlowPlaceModel(string Flow, string Path);
