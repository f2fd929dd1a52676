namespace Switchhook.Storage;

/// <summary>One version of the site file.</summary>
/// <param name="Number">Counts from 1.</param>
/// <param name="AppliedAt">UTC.</param>
/// <param name="By">Who applied it.</param>
/// <param name="Why">What changed, in words.</param>
/// <param name="Note">Why it was changed, in the words of who did it; null when nothing was said.</param>
public sealed record SiteVersion(int Number, DateTimeOffset AppliedAt, string By, string Why, string? Note = null);

/// <summary>A version with its text.</summary>
public sealed record SiteText(SiteVersion Version, string Yaml);
