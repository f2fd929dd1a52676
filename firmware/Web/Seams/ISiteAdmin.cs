using Switchhook.Hardware.Yaml;
using Switchhook.Site;
using Switchhook.Site.Switching;
using Switchhook.Storage;

namespace Switchhook.Web.Seams;

/// <summary>The site in force, and the way to put another in its place.</summary>
public interface ISiteAdmin
{
    /// <summary>The site in force. Any thread.</summary>
    SiteModel Model { get; }

    /// <summary>True while the example that comes with the firmware is in force: nobody has set the site up. Any thread.</summary>
    bool IsExample { get; }

    /// <summary>Writes a hunt group of a site file as a queue, or a queue as a hunt group. Nothing is put in force. Any thread.</summary>
    /// <param name="yaml">Text of the file.</param>
    /// <param name="way">What becomes what.</param>
    /// <param name="name">Name of the group or queue.</param>
    SwitchResult Switch(string yaml, SwitchWay way, string name);

    /// <summary>Checks a site file whole, and tells what it would change. Nothing is put in force. Any thread.</summary>
    /// <param name="yaml">Text of the file.</param>
    SiteFindings Check(string yaml);

    /// <summary>Checks a site file whole; when it is right, keeps it as a version and puts it in force without dropping calls.</summary>
    /// <param name="yaml">Text of the file.</param>
    /// <param name="change">Who does it and why, for the list of versions and the journal.</param>
    /// <param name="cancellation">The asker has gone; what has begun is finished.</param>
    Task<SiteOutcome> ApplyAsync(string yaml, SiteChange change, CancellationToken cancellation);
}

/// <summary>Who changes the site, and why.</summary>
/// <param name="By">Who.</param>
public sealed record SiteChange(string By)
{
    /// <summary>Most characters of a note.</summary>
    public const int LongestNote = 500;

    /// <summary>Why, in their own words; null when nothing is said.</summary>
    public string? Note { get; init; }

    /// <summary>Number of the version that was changed; another in force stays. Null to put it in force whatever is.</summary>
    public int? Base { get; init; }

    /// <summary>True to let the box start anew where the change takes it. Not while a call is going on.</summary>
    public bool MayRestart { get; init; }
}

/// <summary>What a look at a site file finds.</summary>
/// <param name="Mistakes">Errors and warnings in the order of the file.</param>
/// <param name="Omitted">How many more there are.</param>
/// <param name="Model">The site that it would be; null when the file is wrong.</param>
public sealed record SiteFindings(IReadOnlyList<Mistake> Mistakes, int Omitted, SiteModel? Model)
{
    /// <summary>What would change, a sentence each.</summary>
    public IReadOnlyList<string> Changes { get; init; } = [];

    /// <summary>Why it takes a restart of the box, one sentence with what to do; null when it can be put in force now.</summary>
    public string? Restart { get; init; }
}

/// <summary>What became of a site file.</summary>
public abstract record SiteOutcome
{
    private SiteOutcome()
    {
    }

    /// <summary>In force.</summary>
    /// <param name="Version">The version that was kept.</param>
    /// <param name="Warnings">What works but is probably not meant.</param>
    public sealed record Applied(SiteVersion Version, IReadOnlyList<Mistake> Warnings) : SiteOutcome
    {
        /// <summary>True when the box starts anew for it, now.</summary>
        public bool Restarts { get; init; }
    }

    /// <summary>Wrong; the old one stays in force.</summary>
    /// <param name="Mistakes">Errors and warnings in the order of the file.</param>
    /// <param name="Omitted">How many more there are.</param>
    public sealed record Wrong(IReadOnlyList<Mistake> Mistakes, int Omitted) : SiteOutcome;

    /// <summary>Another version was put in force since; it stays.</summary>
    /// <param name="Current">The version in force.</param>
    public sealed record Overtaken(SiteVersion Current) : SiteOutcome;

    /// <summary>Right, but it cannot be put in force now (the disk is full, a port is gone); the old one stays.</summary>
    /// <param name="Why">One plain sentence with the cure.</param>
    public sealed record NotNow(string Why) : SiteOutcome;
}
