using Switchhook.Acd.Advice;
using Switchhook.Acd.Theory;
using Switchhook.Web.Advice;

namespace Switchhook.Web.Api.Advice.Models;

/// <summary>The agents that a queue needs in the half hours of a week.</summary>
/// <param name="Queue">The queue.</param>
/// <param name="From">The first day that was looked at.</param>
/// <param name="To">The last.</param>
/// <param name="Share">Share of the calls to answer in time.</param>
/// <param name="Within">The time, in seconds.</param>
/// <param name="HandleTime">Mean seconds that a call takes of an agent; null when no call was answered, and no advice is given.</param>
/// <param name="Patience">Mean seconds that callers would wait; null when too few gave up to tell.</param>
/// <param name="Slots">The half hours in which calls are expected, Monday first.</param>
internal sealed record StaffingModel(
    string Queue,
    DateOnly From,
    DateOnly To,
    double Share,
    TimeSpan Within,
    TimeSpan? HandleTime,
    TimeSpan? Patience,
    IReadOnlyList<StaffingSlotModel> Slots)
{
    public static StaffingModel Of(QueuePast past, StaffingTarget target, TimeSpan? handleTime, StaffingPlan? plan) => new(
        past.Queue.Name,
        past.Days.First,
        past.Days.Last,
        target.Share,
        target.Within,
        handleTime,
        past.Patience,
        [.. plan?.Needs.Select(StaffingSlotModel.Of) ?? []]);
}

/// <summary>One half hour of the week.</summary>
/// <param name="Day">The weekday, where the site is.</param>
/// <param name="Start">Its begin.</param>
/// <param name="Calls">Calls to expect.</param>
/// <param name="Agents">Fewest agents that reach the target if every caller waits (Erlang C).</param>
/// <param name="AgentsIfCallersLeave">The same if callers lose patience (Erlang A); null when their patience is not known.</param>
/// <param name="Options">Fewer, as many and more agents, if every caller waits.</param>
/// <param name="OptionsIfCallersLeave">The same if callers lose patience.</param>
/// <param name="OptionsOnLines">The same if waiting callers fill the lines; empty where their number is not fixed.</param>
/// <param name="Sentence">All that in words.</param>
internal sealed record StaffingSlotModel(
    DayOfWeek Day,
    TimeOnly Start,
    double Calls,
    int Agents,
    int? AgentsIfCallersLeave,
    IReadOnlyList<StaffingOptionModel> Options,
    IReadOnlyList<StaffingOptionModel> OptionsIfCallersLeave,
    IReadOnlyList<StaffingOptionModel> OptionsOnLines,
    string Sentence)
{
    public static StaffingSlotModel Of(StaffingNeed need) => new(
        need.Slot.Day,
        need.Slot.Start,
        need.Slot.Calls ?? 0,
        need.Advice.Agents,
        need.Advice.AgentsIfCallersLeave,
        [.. need.Advice.Options.Select(StaffingOptionModel.Of)],
        [.. need.Advice.OptionsIfCallersLeave.Select(StaffingOptionModel.Of)],
        [.. need.Advice.OptionsOnLines.Select(StaffingOptionModel.Of)],
        need.Sentence);
}

/// <summary>What a number of agents would give.</summary>
/// <param name="Agents">Agents who answer.</param>
/// <param name="ServiceLevel">Share of the calls that get in answered in time; 0 when the queue only grows.</param>
/// <param name="Abandoned">Share that leaves.</param>
/// <param name="HeardBusy">Share that finds every line busy; null where lines are not looked at.</param>
internal sealed record StaffingOptionModel(int Agents, double ServiceLevel, double Abandoned, double? HeardBusy)
{
    public static StaffingOptionModel Of(StaffingOption option) => new(
        option.Agents, option.ServiceLevel, option.Queue.AbandonProbability, (option.Queue as FiniteQueueModel)?.Blocking);
}
