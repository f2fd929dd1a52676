using System.Net;

namespace Switchhook.Appliance.Hosting;

/// <summary>What the command line says of a box.</summary>
/// <param name="Site">Path of the site file; null for the one in the data folder.</param>
/// <param name="Data">Path of the data folder.</param>
/// <param name="Http">Where pages and API are served without TLS: an address of the box itself.</param>
/// <param name="Sip">Where SIP is taken, by UDP and TCP; TLS on the port above.</param>
public sealed record BoxOptions(string? Site, string Data, IPEndPoint Http, IPEndPoint Sip)
{
    /// <summary>Where pages and API are served by TLS; null for nowhere.</summary>
    public IPEndPoint? Https { get; init; }

    /// <summary>A folder of sentences that were spoken before, see <c>speak</c>; null without one.</summary>
    public string? Spoken { get; init; }

    /// <summary>The log on disk; null keeps none.</summary>
    internal BoxLog? Log { get; init; }
}
