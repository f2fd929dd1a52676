using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Switchhook.Web.Hosting;

namespace Switchhook.Web;

/// <summary>The pages and the API, served in the daemon's process. Starting and stopping it touches no call.</summary>
public sealed class WebServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private WebServer(WebApplication app)
    {
        _app = app;
    }

    /// <summary>Where it can be reached, such as <c>http://127.0.0.1:8080</c>; without TLS comes first.</summary>
    public IReadOnlyList<string> Addresses =>
        [.. _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses];

    /// <summary>Listens and serves.</summary>
    /// <exception cref="IOException">The address cannot be used, for example because another program has the port.</exception>
    public static async Task<WebServer> StartAsync(WebOptions options, WebBackend backend, CancellationToken cancellation)
    {
        var app = WebHost.Build(options, backend, builder => KestrelSetup.Use(builder, options));
        try
        {
            await app.StartAsync(cancellation);
            return new WebServer(app);
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    /// <summary>Ends open event streams, lets other requests finish for at most 5 seconds, and stops listening.</summary>
    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
    }
}
