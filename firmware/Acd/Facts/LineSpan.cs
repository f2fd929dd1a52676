namespace Switchhook.Acd.Facts;

/// <summary>A time in which a line was busy, with a call in or out.</summary>
/// <param name="Line">The line's name.</param>
/// <param name="From">Its begin, UTC.</param>
/// <param name="To">Its end, UTC; null when it lasts.</param>
public sealed record LineSpan(string Line, DateTimeOffset From, DateTimeOffset? To);
