namespace Switchhook.Acd.Advice;

/// <summary>What to expect in one half hour of the week.</summary>
/// <param name="Day">The weekday.</param>
/// <param name="Start">Its begin, as the site's clocks show it.</param>
/// <param name="Calls">Calls to expect; null when no day tells.</param>
/// <param name="Past">The past days it was learnt from, each with the forecast that the others would have given.</param>
public sealed record ForecastSlot(DayOfWeek Day, TimeOnly Start, double? Calls, IReadOnlyList<ForecastPast> Past)
{
    /// <summary>Mean absolute error in calls; null with fewer than two days.</summary>
    public double? MeanAbsoluteError => Forecast.MeanMiss(Past);
}

/// <summary>One past day's half hour, as it was and as it would have been forecast.</summary>
/// <param name="Day">The day.</param>
/// <param name="Actual">Calls that came.</param>
/// <param name="Expected">Calls that the other days would have led to expect; null when there are none.</param>
public sealed record ForecastPast(DateOnly Day, double Actual, double? Expected)
{
    /// <summary>Calls that came beyond those expected; negative when fewer came.</summary>
    public double? Miss => Actual - Expected;

    /// <summary>(actual − forecast) / forecast; null when none were expected.</summary>
    public double? Error => Expected > 0 ? Miss / Expected : null;
}
