using Switchhook.Acd.Advice;

namespace Switchhook.Web.Advice;

/// <summary>What the past of the lines tells.</summary>
/// <param name="Days">The days that were looked at: from the first call on.</param>
/// <param name="Advice">How many are needed; null when there are no lines, or there was no call.</param>
/// <param name="Lines">Each line, in order of names.</param>
internal sealed record LinesPast(PastDays Days, LineAdvice? Advice, IReadOnlyList<LineUse> Lines);

/// <summary>How one line was used.</summary>
/// <param name="Line">Its name.</param>
/// <param name="Busy">How long it was busy, with calls in and out.</param>
/// <param name="BusyShare">The share of the whole time.</param>
/// <param name="Callers">Callers who came into a queue by it.</param>
/// <param name="Abandoned">Those of them who gave up.</param>
internal sealed record LineUse(string Line, TimeSpan Busy, double BusyShare, int Callers, int Abandoned);
