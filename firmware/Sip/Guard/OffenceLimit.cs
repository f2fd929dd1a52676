namespace Switchhook.Sip.Guard;

/// <summary>How often is too often.</summary>
/// <param name="Count">That many times bring a ban.</param>
/// <param name="Within">In this time; one that is as long past as this counts no more.</param>
public readonly record struct OffenceLimit(int Count, TimeSpan Within);
