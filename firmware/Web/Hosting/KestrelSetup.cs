using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Switchhook.Web.Hosting;

/// <summary>The HTTP server and its limits: a box on a small board must not be worn down by many, slow or large requests.</summary>
internal static class KestrelSetup
{
    /// <summary>Connections at once.</summary>
    public const int MaxConnections = 256;

    /// <summary>Largest body, except where a route allows more.</summary>
    public const int MaxBody = 64 * 1024;

    public static void Use(IWebHostBuilder builder, IPEndPoint address) => builder.UseKestrelCore().ConfigureKestrel(server =>
    {
        server.AddServerHeader = false;
        server.Listen(address, listen => listen.Protocols = HttpProtocols.Http1);
        var limits = server.Limits;
        limits.MaxConcurrentConnections = MaxConnections;
        limits.MaxConcurrentUpgradedConnections = 0;
        limits.MaxRequestBodySize = MaxBody;
        limits.MaxRequestBufferSize = 256 * 1024;
        limits.MaxRequestHeaderCount = 60;
        limits.MaxRequestHeadersTotalSize = 16 * 1024;
        limits.MaxRequestLineSize = 4 * 1024;
        limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        limits.KeepAliveTimeout = TimeSpan.FromSeconds(60);

        // A body or a reader that trickles is cut off; event streams are exempt, since they are silent for long times and send heartbeats.
        limits.MinRequestBodyDataRate = new MinDataRate(bytesPerSecond: 240, gracePeriod: TimeSpan.FromSeconds(5));
        limits.MinResponseDataRate = new MinDataRate(bytesPerSecond: 240, gracePeriod: TimeSpan.FromSeconds(10));
    });
}
