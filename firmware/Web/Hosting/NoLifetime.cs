using Microsoft.Extensions.Hosting;

namespace Switchhook.Web.Hosting;

/// <summary>Signals such as Ctrl-C are the daemon's business, not the web's.</summary>
internal sealed class NoLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
