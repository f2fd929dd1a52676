using Switchhook.Acd.Advice;
using Switchhook.Acd.Plans;
using Switchhook.Hardware.Yaml;

namespace Switchhook.Web.Advice;

/// <summary>One change of a queue that is wondered about; exactly one of the three is sent.</summary>
/// <param name="Queue">The queue.</param>
/// <param name="Weeks">Weeks before today that are played, 1 to 14; 4 when left out.</param>
/// <param name="OneMoreAgent">One agent more at certain hours.</param>
/// <param name="WrapUp">Another time to finish after each call, 0 to 3600 seconds.</param>
/// <param name="Strategy">Another way to choose among free agents, in the words of the site file, such as <c>ring-all</c>.</param>
internal sealed record WhatIfQuestion(
    string Queue, int? Weeks = null, MoreWork? OneMoreAgent = null, TimeSpan? WrapUp = null, string? Strategy = null)
{
    /// <summary>Weeks that are played when nothing was said.</summary>
    public const int UsualWeeks = 4;

    private static readonly IReadOnlyDictionary<string, RoutingStrategy> Strategies = KebabCase.NamesOf<RoutingStrategy>();

    /// <summary>The names of the ways to choose.</summary>
    public static IEnumerable<string> StrategyNames => Strategies.Keys;

    /// <summary>Weeks to play.</summary>
    public int Span => Weeks ?? UsualWeeks;

    /// <summary>The change.</summary>
    /// <returns>Null when the question is wrong; the input then has the mistakes.</returns>
    public WhatIfChange? Change(AdviceInput input)
    {
        input.Queue(Queue);
        if (Span is < 1 or > Advisor.MostPlayedWeeks)
        {
            input.Add("weeks", "So many weeks are not played.", $"Send 1 to {Advisor.MostPlayedWeeks} as weeks.");
        }

        var asked = new object?[] { OneMoreAgent, WrapUp, Strategy }.Count(change => change is not null);
        if (asked != 1)
        {
            input.Add("body", "A question is about one change.", "Send one of oneMoreAgent, wrapUp and strategy.");
            return null;
        }

        WhatIfChange change = OneMoreAgent is { } more ? Agent(more, input)
            : WrapUp is { } time ? Finish(time, input)
            : Choose(Strategy!, input);
        return input.Mistakes.Count == 0 ? change : null;
    }

    private WhatIfChange.OneMoreAgent Agent(MoreWork more, AdviceInput input)
    {
        if (more.To <= more.From)
        {
            input.Add("oneMoreAgent", "The hours end before they begin.", "Send a to that is later than from, on the same day.");
        }

        return new WhatIfChange.OneMoreAgent(Queue, more.From, more.To);
    }

    private WhatIfChange.OtherWrapUp Finish(TimeSpan time, AdviceInput input)
    {
        if (time < TimeSpan.Zero || time > TimeSpan.FromHours(1))
        {
            input.Add("wrapUp", "That is no time to finish.", "Send 0 to 3600 seconds as wrapUp.");
        }

        return new WhatIfChange.OtherWrapUp(Queue, time);
    }

    private WhatIfChange.OtherStrategy Choose(string strategy, AdviceInput input)
    {
        if (!Strategies.TryGetValue(strategy, out var known))
        {
            input.Add("strategy", "There is no strategy of that name.", $"Send one of {string.Join(", ", Strategies.Keys)}.");
        }

        return new WhatIfChange.OtherStrategy(Queue, known);
    }
}

/// <summary>Hours of one more agent.</summary>
/// <param name="From">From when on each day, such as 10:00, as the site's clocks show it.</param>
/// <param name="To">To when.</param>
internal sealed record MoreWork(TimeOnly From, TimeOnly To);
