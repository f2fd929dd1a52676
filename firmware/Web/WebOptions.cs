using System.Net;
using Switchhook.Web.Certificates;

namespace Switchhook.Web;

/// <summary>Where the web listens and what it keeps.</summary>
/// <param name="Address">Address and port without TLS, of the box itself alone; port 0 takes a free one.</param>
/// <param name="KeysFolder">
/// Folder for the keys that sign forms, made if need be; null keeps them in memory, so that open forms fail once after a restart.
/// </param>
public sealed record WebOptions(IPEndPoint Address, string? KeysFolder)
{
    /// <summary>Address and port for TLS, which needs <see cref="Certificates"/>; port 0 takes a free one, null none.</summary>
    public IPEndPoint? Https { get; init; }

    /// <summary>How the box shows who it is; null for a web without TLS.</summary>
    public BoxCertificates? Certificates { get; init; }

    /// <summary>Where the answers of the first start are kept until they are applied; null keeps them in memory.</summary>
    public string? DraftFile { get; init; }
}
