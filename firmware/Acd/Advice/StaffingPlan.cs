using Switchhook.Acd.Theory;

namespace Switchhook.Acd.Advice;

/// <summary>The agents that each half hour of a week needs.</summary>
/// <param name="Needs">The half hours in which calls are expected, in order.</param>
public sealed record StaffingPlan(IReadOnlyList<StaffingNeed> Needs)
{
    /// <summary>Plans a week.</summary>
    /// <param name="forecast">The calls to expect.</param>
    /// <param name="handleTime">Mean time that a call takes of an agent, 1 s to a day.</param>
    /// <param name="target">What should be reached.</param>
    /// <param name="patience">How long callers would wait on average, 1 s to a day; null when that is not known.</param>
    /// <param name="lines">Lines that all calls come by; null when their number is not fixed.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of bounds, or calls are more than 1000 agents could take.</exception>
    public static StaffingPlan Of(Forecast forecast, TimeSpan handleTime, StaffingTarget target, TimeSpan? patience, int? lines) => new(
    [
        .. from slot in forecast.Slots
           let calls = slot.Calls ?? 0
           where calls > 0
           select new StaffingNeed(slot, new StaffingAdvice(calls, handleTime, target, patience) { Lines = lines }),
    ]);
}

/// <summary>The agents that one half hour needs.</summary>
/// <param name="Slot">The half hour, with the calls to expect.</param>
/// <param name="Advice">How many, and what fewer and more would give.</param>
public sealed record StaffingNeed(ForecastSlot Slot, StaffingAdvice Advice)
{
    /// <summary>When, and the advice, in plain words.</summary>
    public string Sentence =>
        $"{Slot.Day} {AdviceWords.Time(Slot.Start)}–{AdviceWords.Time(Slot.Start.AddMinutes(30))}, {Advice.Sentence}";
}
