using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using Switchhook.Site;
using Switchhook.Storage;
using Switchhook.Storage.Accounts;
using Switchhook.Testing;
using Switchhook.Testing.Sip;

namespace Switchhook.Bench.Web;

/// <summary>A process of <see cref="WebBoxCommand"/> with data of its own, and a key to it.</summary>
internal sealed class BoxChild : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(2);

    private readonly TempFolder _folder = new();
    private readonly Process _process;

    private BoxChild(string siteText)
    {
        var (http, sip) = (LoopbackPorts.Take(), LoopbackPorts.Take());
        var site = _folder.File("site.yaml");
        File.WriteAllText(site, siteText);
        var check = SiteReader.ReadFile(site);
        if (check.Model is null)
        {
            // A box would start all the same, with a makeshift site, and measure that.
            _folder.Dispose();
            throw new InvalidOperationException(SiteReport.Render(check, site));
        }

        Address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{http}/"));
        string[] arguments =
        [
            typeof(BoxChild).Assembly.Location, "web-box", site, Data,
            http.ToString(CultureInfo.InvariantCulture), sip.ToString(CultureInfo.InvariantCulture),
        ];
        var start = new ProcessStartInfo(Environment.ProcessPath!, arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        _process = Process.Start(start)!;
    }

    /// <summary>Where its pages are.</summary>
    public Uri Address { get; }

    private string Data => _folder.File("data");

    /// <summary>Starts one and waits until it takes calls.</summary>
    /// <param name="siteText">Its site file.</param>
    /// <param name="cancel">Ends the waiting.</param>
    /// <exception cref="InvalidOperationException">It did not start; it has said why.</exception>
    public static async Task<BoxChild> StartAsync(string siteText, CancellationToken cancel)
    {
        var child = new BoxChild(siteText);
        try
        {
            return await child.ReadAsync(StartLimit, cancel) == WebBoxCommand.Ready
                ? child
                : throw new InvalidOperationException("The box did not start.");
        }
        catch
        {
            await child.DisposeAsync();
            throw;
        }
    }

    /// <summary>Makes a key for everything.</summary>
    public string MakeKey()
    {
        using var database = Database.Open(Data, TimeProvider.System, DatabaseUse.Visitor);
        return new TokenStore(database, TimeProvider.System).Create("bench", "the bench")!.Secret;
    }

    /// <summary>A client that shows a key with each request.</summary>
    public HttpClient Client(string key)
    {
        // As many as a page with its stream needs; the box gives all browsers of one address 128.
        var handler = new SocketsHttpHandler { MaxConnectionsPerServer = 2 };
        var client = new HttpClient(handler) { BaseAddress = Address, Timeout = TimeSpan.FromSeconds(30) };
        client.DefaultRequestHeaders.AcceptEncoding.ParseAdd("gzip");
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return client;
    }

    /// <summary>Lets it measure itself.</summary>
    public async Task<BoxFigures> MeasureAsync(TimeSpan duration, CancellationToken cancel)
    {
        var order = string.Create(CultureInfo.InvariantCulture, $"measure {(int)duration.TotalSeconds}");
        await _process.StandardInput.WriteLineAsync(order.AsMemory(), cancel);
        await _process.StandardInput.FlushAsync(cancel);
        var line = await ReadAsync(duration + StartLimit, cancel);
        return JsonSerializer.Deserialize<BoxFigures>(line ?? throw new InvalidOperationException("The box ended."))!;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        using var limit = new CancellationTokenSource(StartLimit, TimeProvider.System);
        try
        {
            await _process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            _process.Kill();
            await _process.WaitForExitAsync(CancellationToken.None);
        }

        _process.Dispose();
        _folder.Dispose();
    }

    private async Task<string?> ReadAsync(TimeSpan limit, CancellationToken cancel) =>
        await _process.StandardOutput.ReadLineAsync(cancel).AsTask().WaitAsync(limit, TimeProvider.System, cancel);
}
