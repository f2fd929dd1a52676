using Switchhook.Acd.Theory;

namespace Switchhook.Acd.Advice;

/// <summary>How many agents a half hour needs, with what one fewer and one more would give.</summary>
public sealed class StaffingAdvice
{
    private readonly QueueLoad _load;
    private readonly StaffingTarget _target;
    private readonly TimeSpan? _patience;

    /// <summary>Advises for a half hour.</summary>
    /// <param name="calls">Calls that are expected in it.</param>
    /// <param name="handleTime">Mean time that a call takes of an agent, 1 s to a day.</param>
    /// <param name="target">What should be reached.</param>
    /// <param name="patience">How long callers would wait on average, 1 s to a day; null when that is not known.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of bounds, or calls are more than 1000 agents could take.</exception>
    public StaffingAdvice(double calls, TimeSpan handleTime, StaffingTarget target, TimeSpan? patience)
    {
        (_load, _target, _patience) = (new QueueLoad(calls * 2, handleTime), target, patience);
        Agents = target.AgentsFor(_load);
        Options = [.. Around(Agents).Select(agents => Option(new ErlangC(_load, agents)))];
        if (patience is { } limit)
        {
            AgentsIfCallersLeave = target.AgentsFor(_load, limit);
            OptionsIfCallersLeave = [.. Around(AgentsIfCallersLeave.Value).Select(agents => Option(new ErlangA(_load, agents, limit)))];
        }
    }

    /// <summary>Fewest agents that reach the target if every caller waits (Erlang C): the safe side.</summary>
    public int Agents { get; }

    /// <summary>One agent fewer, as many as needed, one more, if every caller waits.</summary>
    public IReadOnlyList<StaffingOption> Options { get; }

    /// <summary>Fewest agents that reach it if callers lose patience (Erlang A); null when their patience is not known.</summary>
    public int? AgentsIfCallersLeave { get; }

    /// <summary>One agent fewer, as many as needed, one more, if callers lose patience; empty when that is not known.</summary>
    public IReadOnlyList<StaffingOption> OptionsIfCallersLeave { get; } = [];

    /// <summary>Lines that all calls come by, 1 to 10 000; null when their number is not fixed.</summary>
    public int? Lines { get; init; }

    /// <summary>
    /// One agent fewer, as many as needed, one more, if every caller waits and keeps a line meanwhile: who finds none hears busy
    /// (<see cref="FiniteQueueModel"/>). Empty when there is no fixed number of lines, or too few for so many agents.
    /// </summary>
    public IReadOnlyList<StaffingOption> OptionsOnLines => Lines is { } lines
        ? [.. Around(Agents).Where(agents => agents <= lines).Select(agents => Option(new FiniteQueueModel(_load, agents, lines)))]
        : [];

    /// <summary>The advice in plain words.</summary>
    public string Sentence
    {
        get
        {
            var time = AdviceWords.Number(_load.HandleTime.TotalSeconds);
            var text = $"{AdviceWords.Number(_load.CallsPerHour / 2)} calls of {time} s in half an hour: {Listed(Options, Given)}.";
            if (_patience is { } patience)
            {
                text += $" As callers leave after {AdviceWords.Number(patience.TotalSeconds)} s on average: "
                    + $"{Listed(OptionsIfCallersLeave, option => $"{Given(option)} and {Lost(option)} leave")}.";
            }

            return OptionsOnLines is { Count: > 0 } onLines
                ? $"{text} On {AdviceWords.Counted(Lines!.Value, "line")}, if no other calls use them: "
                    + $"{Listed(onLines, option => $"{AdviceWords.Percent(HeardBusy(option))} hear busy")}."
                : text;
        }
    }

    private static IEnumerable<int> Around(int agents) => Enumerable.Range(agents - 1, 3).Where(count => count > 0);

    private static string Listed(IReadOnlyList<StaffingOption> options, Func<StaffingOption, string> gives) =>
        string.Join(", ", options.Select((option, index) =>
            $"{(index == 0 ? AdviceWords.Counted(option.Agents, "agent") : option.Agents)} → {gives(option)}"));

    private static string Lost(StaffingOption option) => AdviceWords.Percent(option.Queue.AbandonProbability);

    private static double HeardBusy(StaffingOption option) => ((FiniteQueueModel)option.Queue).Blocking;

    private StaffingOption Option(IQueueModel queue) => new(queue.Agents, queue.ServiceLevel(_target.Within), queue);

    private string Given(StaffingOption option) => double.IsInfinity(option.Queue.MeanWait)
        ? "the queue only grows"
        : $"{AdviceWords.Percent(option.ServiceLevel)} in {AdviceWords.Number(_target.Within.TotalSeconds)} s";
}
