using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Switchhook.Storage.Accounts;
using Switchhook.Web;
using Switchhook.Web.Certificates;
using Switchhook.Web.Hosting;

namespace Switchhook.Tests.Web.Fakes;

/// <summary>The whole web over a fake box, in memory: no socket.</summary>
internal sealed class TestWeb : IAsyncDisposable
{
    private readonly WebApplication _app;

    private TestWeb(FakeBox box, WebApplication app)
    {
        Box = box;
        _app = app;
    }

    public FakeBox Box { get; }

    /// <summary>All routes with their methods.</summary>
    public IEnumerable<RouteEndpoint> Routes => _app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    /// <summary>A box that has been claimed, unless said otherwise.</summary>
    public static Task<TestWeb> StartAsync(bool claimed = true, bool simulated = true, bool sends = false)
    {
        var box = new FakeBox(simulated);
        if (claimed)
        {
            box.Claim();
        }

        return StartAsync(box, sends);
    }

    /// <summary>A box of one's own.</summary>
    /// <param name="box">The box.</param>
    /// <param name="sends">
    /// True for one that sends webhooks and reports by itself: those use the clock at any moment, so that it may not be moved far.
    /// </param>
    public static async Task<TestWeb> StartAsync(FakeBox box, bool sends = false)
    {
        var options = new WebOptions(new IPEndPoint(IPAddress.Loopback, 0), KeysFolder: null)
        {
            Certificates = new BoxCertificates(box.Secrets, () => ["box.example", "127.0.0.1"], box.Time, _ => { }),
        };
        var app = WebHost.Build(options, box.Backend, builder => builder.UseTestServer().ConfigureServices(services =>
        {
            foreach (var sender in services.Where(IsSender).Where(_ => !sends).ToList())
            {
                services.Remove(sender);
            }
        }));
        await app.StartAsync(CancellationToken.None);
        return new TestWeb(box, app);
    }

    private static bool IsSender(ServiceDescriptor service) =>
        service.ServiceType == typeof(IHostedService)
        && service.ImplementationType?.Namespace?.StartsWith("Switchhook", StringComparison.Ordinal) == true;

    /// <summary>A service of the web.</summary>
    public T Service<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    /// <summary>Somebody who has no login.</summary>
    public HttpClient Stranger() => Client();

    /// <summary>A request from an address, which no client in memory has.</summary>
    public async Task<(int Status, string Text)> AskFromAsync(string address, string path, string scheme = "http")
    {
        var answer = await _app.GetTestServer().SendAsync(
            context =>
            {
                context.Connection.RemoteIpAddress = IPAddress.Parse(address);
                context.Request.Method = "GET";
                context.Request.Scheme = scheme;
                context.Request.Host = new HostString("192.0.2.1", 8080);
                context.Request.Path = path;
            },
            CancellationToken.None);
        using var reader = new StreamReader(answer.Response.Body);
        return (answer.Response.StatusCode, await reader.ReadToEndAsync(CancellationToken.None));
    }

    /// <summary>A program with a key.</summary>
    public HttpClient Program(bool partner = false)
    {
        var client = Client();
        client.DefaultRequestHeaders.Authorization = new("Bearer", Box.Key(partner).Secret);
        return client;
    }

    /// <summary>A program with a role.</summary>
    public HttpClient Program(Rights rights)
    {
        var client = Client();
        client.DefaultRequestHeaders.Authorization = new("Bearer", Box.Key(rights: rights).Secret);
        return client;
    }

    /// <summary>The browser of somebody with a role, whose account is made.</summary>
    public Browser Browser(string name, Rights rights)
    {
        Box.Accounts.Create(name, FakeBox.Password, rights);
        return Browser(account: name);
    }

    /// <summary>The owner's browser, or that of another account.</summary>
    public Browser Browser(bool signedIn = true, string account = FakeBox.Owner)
    {
        var browser = new Browser(Client());
        if (signedIn)
        {
            browser.SetCookie("switchhook-session", Box.Session(account));
        }

        return browser;
    }

    /// <summary>A browser of a stranger that comes by TLS.</summary>
    /// <param name="host">The name in its address.</param>
    public Browser SecureBrowser(string host = "box.example")
    {
        var client = Client();
        client.BaseAddress = new Uri($"https://{host}/");
        return new Browser(client);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
        Box.Dispose();
    }

    private HttpClient Client() => _app.GetTestClient();
}
