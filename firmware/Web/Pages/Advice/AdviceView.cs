using Switchhook.Acd.Advice;

namespace Switchhook.Web.Pages.Advice;

/// <summary>The page of advice.</summary>
/// <param name="Queues">The queues that can be chosen.</param>
/// <param name="Groups">The hunt groups, which could be queues.</param>
/// <param name="Weeks">How far back is looked.</param>
/// <param name="Staffing">What is said of the chosen queue; null when there is none.</param>
/// <param name="Lines">What is said of the lines.</param>
/// <param name="WhatIf">The question about a change; null when no queue is chosen.</param>
public sealed record AdviceView(
    IReadOnlyList<string> Queues, IReadOnlyList<string> Groups, int Weeks, StaffingView? Staffing, LinesView Lines, WhatIfView? WhatIf)
{
    /// <summary>What was wrong with what was asked, a sentence each.</summary>
    public IReadOnlyList<string> Troubles { get; init; } = [];
}

/// <summary>The calls to expect and the agents needed.</summary>
/// <param name="Queue">The queue.</param>
/// <param name="Facts">What is behind the numbers, a sentence each.</param>
/// <param name="Heat">The week; null when nothing is known.</param>
/// <param name="Sentences">The advice in words, by weekday.</param>
public sealed record StaffingView(
    string Queue, IReadOnlyList<string> Facts, HeatView? Heat, IReadOnlyList<(DayOfWeek Day, IReadOnlyList<string> Sentences)> Sentences);

/// <summary>The lines.</summary>
/// <param name="Words">The advice, a sentence each.</param>
/// <param name="Lines">How each was used.</param>
/// <param name="Losses">One line fewer, the lines there are, one more, with the share of callers that each would lose.</param>
public sealed record LinesView(
    IReadOnlyList<string> Words, IReadOnlyList<LineView> Lines, IReadOnlyList<(int Lines, double Share)> Losses);

/// <summary>How one line was used.</summary>
/// <param name="Line">Its name.</param>
/// <param name="BusyShare">The share of the whole time in which it was busy.</param>
/// <param name="Callers">Callers who came into a queue by it.</param>
/// <param name="Abandoned">Those of them who gave up.</param>
public sealed record LineView(string Line, double BusyShare, int Callers, int Abandoned);

/// <summary>The question about a change, and the answer.</summary>
/// <param name="Queue">The queue.</param>
/// <param name="Strategies">The ways to choose among agents.</param>
public sealed record WhatIfView(string Queue, IReadOnlyList<string> Strategies)
{
    /// <summary>Begin of the hours of one more agent.</summary>
    public string From { get; init; } = "10:00";

    /// <summary>Their end.</summary>
    public string To { get; init; } = "12:00";

    /// <summary>Seconds to finish after a call.</summary>
    public string WrapUp { get; init; } = "15";

    /// <summary>The way to choose.</summary>
    public string Strategy { get; init; } = "";

    /// <summary>The answer; null before a question.</summary>
    public WhatIfResult? Result { get; init; }

    /// <summary>Why there is no answer, a sentence each.</summary>
    public IReadOnlyList<string> Troubles { get; init; } = [];
}
