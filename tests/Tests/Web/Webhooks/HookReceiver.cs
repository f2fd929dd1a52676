using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Switchhook.Tests.Web.Webhooks;

/// <summary>A web server on the loopback interface that takes deliveries.</summary>
internal sealed class HookReceiver : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly List<Got> _got = [];
    private readonly WebApplication _app;

    private HookReceiver(WebApplication app) => _app = app;

    /// <summary>What came, in order.</summary>
    public IReadOnlyList<Got> All
    {
        get
        {
            lock (_gate)
            {
                return [.. _got];
            }
        }
    }

    /// <summary>What it does with a request after it has read it; at first it answers 204.</summary>
    public Func<HttpContext, Got, Task> Answer { get; set; } = (context, _) =>
    {
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    };

    public string Address => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    public static async Task<HookReceiver> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(server => server.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var receiver = new HookReceiver(app);
        app.Run(receiver.TakeAsync);
        await app.StartAsync(CancellationToken.None);
        return receiver;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        var got = new Got(
            context.Request.Path,
            context.Request.Headers["Switchhook-Topic"].ToString(),
            context.Request.Headers["Switchhook-Delivery"].ToString(),
            context.Request.Headers["Switchhook-Signature"].ToString(),
            body);
        lock (_gate)
        {
            _got.Add(got);
        }

        await Answer(context, got);
    }

    /// <summary>A delivery.</summary>
    internal sealed record Got(string Path, string Topic, string Id, string Signature, string Body);
}
