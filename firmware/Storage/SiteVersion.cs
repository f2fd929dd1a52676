namespace Switchhook.Storage;

/// <summary>One version of the site file.</summary>
/// <param name="Number">Counts from 1.</param>
/// <param name="AppliedAt">UTC.</param>
/// <param name="By">Who applied it.</param>
/// <param name="Why">What changed, in words.</param>
public sealed record SiteVersion(int Number, DateTimeOffset AppliedAt, string By, string Why);

/// <summary>A version with its text.</summary>
public sealed record SiteText(SiteVersion Version, string Yaml);
