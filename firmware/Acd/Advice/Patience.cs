using Switchhook.Acd.Figures;

namespace Switchhook.Acd.Advice;

/// <summary>How long callers would wait on average if nobody answered.</summary>
public static class Patience
{
    /// <summary>Callers who must have left before their patience can be told.</summary>
    public const int FewestAbandoned = 10;

    /// <summary>
    /// Estimates it: the waits of all callers by the number who gave up. Whoever was answered, or left in another way, was patient for at
    /// least as long as the wait (a censored mean). Short abandons are wrong numbers, and left out.
    /// </summary>
    /// <param name="figures">The visits, of one queue or several.</param>
    /// <returns>Null when fewer than <see cref="FewestAbandoned"/> gave up.</returns>
    public static TimeSpan? Estimate(QueueFigures figures)
    {
        var abandoned = figures.Abandoned.Count;
        if (abandoned < FewestAbandoned)
        {
            return null;
        }

        var waited = figures.Behind(FigureName.MeanWait).Sum(visit => visit.Wait!.Value.Ticks)
            - figures.ShortAbandoned.Sum(visit => visit.Wait!.Value.Ticks);
        return TimeSpan.FromTicks(waited / abandoned);
    }
}
