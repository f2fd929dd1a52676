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

    /// <summary>Writes a hunt group of a site file as a queue, or a queue as a hunt group. Nothing is put in force. Any thread.</summary>
    /// <param name="yaml">Text of the file.</param>
    /// <param name="way">What becomes what.</param>
    /// <param name="name">Name of the group or queue.</param>
    SwitchResult Switch(string yaml, SwitchWay way, string name);

    /// <summary>Checks a site file whole; when it is right, keeps it as a version and puts it in force without dropping calls.</summary>
    /// <param name="yaml">Text of the file.</param>
    /// <param name="by">Who does it, for the list of versions and the journal.</param>
    /// <param name="cancellation">The asker has gone; what has begun is finished.</param>
    Task<SiteOutcome> ApplyAsync(string yaml, string by, CancellationToken cancellation);
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
    public sealed record Applied(SiteVersion Version, IReadOnlyList<Mistake> Warnings) : SiteOutcome;

    /// <summary>Wrong; the old one stays in force.</summary>
    /// <param name="Mistakes">Errors and warnings in the order of the file.</param>
    /// <param name="Omitted">How many more there are.</param>
    public sealed record Wrong(IReadOnlyList<Mistake> Mistakes, int Omitted) : SiteOutcome;

    /// <summary>Right, but it cannot be put in force now (the disk is full, a port is gone); the old one stays.</summary>
    /// <param name="Why">One plain sentence with the cure.</param>
    public sealed record NotNow(string Why) : SiteOutcome;
}
