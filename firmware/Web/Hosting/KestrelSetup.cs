using System.Net.Security;
using System.Security.Authentication;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Switchhook.Web.Certificates;

namespace Switchhook.Web.Hosting;

/// <summary>The HTTP server and its limits: a box on a small board must not be worn down by many, slow or large requests.</summary>
internal static class KestrelSetup
{
    /// <summary>Connections at once.</summary>
    public const int MaxConnections = 256;

    /// <summary>Largest body, except where a route allows more.</summary>
    public const int MaxBody = 64 * 1024;

    // Who connects and says nothing must not keep a place for long.
    private static readonly TimeSpan HandshakeLimit = TimeSpan.FromSeconds(5);

    public static void Use(IWebHostBuilder builder, WebOptions options) => builder.UseKestrelCore().ConfigureKestrel(server =>
    {
        var share = new AddressShare();
        server.AddServerHeader = false;
        server.Listen(options.Address, listen =>
        {
            listen.Protocols = HttpProtocols.Http1;
            listen.Use(next => connection => share.ServeAsync(connection, next));
        });
        if (options is { Https: { } secured, Certificates: { } certificates })
        {
            server.Listen(secured, listen =>
            {
                listen.Protocols = HttpProtocols.Http1;
                listen.Use(next => connection => share.ServeAsync(connection, next));
                listen.UseHttps(Tls(certificates));
            });
        }

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

    // Asked for each handshake, so that a new certificate is shown without a restart.
    private static TlsHandshakeCallbackOptions Tls(BoxCertificates certificates) => new()
    {
        HandshakeTimeout = HandshakeLimit,
        OnConnection = _ => ValueTask.FromResult(new SslServerAuthenticationOptions
        {
            ServerCertificateContext = certificates.Current,
            EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
            AllowRenegotiation = false,
            ApplicationProtocols = [SslApplicationProtocol.Http11],
        }),
    };
}
