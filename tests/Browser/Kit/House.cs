using Microsoft.Playwright;
using Switchhook.BrowserTests.Kit.Boxes;
using Switchhook.Testing.Processes;

namespace Switchhook.BrowserTests.Kit;

/// <summary>One Chromium for all tests, and a box in the middle of a busy day for those that look at pages.</summary>
public sealed class House : IAsyncLifetime
{
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private FreshBox? _box;
    private string? _cookies;

    /// <summary>The busy box.</summary>
    internal ApplianceProcess Box => _box!.Process;

    /// <summary>Its API.</summary>
    internal BoxClient Client { get; private set; } = null!;

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        using var limit = new CancellationTokenSource(Limits.Test, TimeProvider.System);
        Assertions.SetDefaultExpectTimeout(Limits.Page);
        var starting = FreshBox.StartAsync(limit.Token);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = ChromiumProgram.Find(),
            // As root, in a container, Chromium cannot build its sandbox; it opens nothing but our own pages here.
            Args = ["--no-sandbox", "--mute-audio"],
        });
        _box = await starting;
        Client = await BoxClient.OfAsync(Box, limit.Token);
        await using (var visit = await VisitAsync(Box.Address, Screen.Desk))
        {
            await Newcomer.ClaimAsync(visit.Page, _box.ClaimCode);
            _cookies = await visit.Context.StorageStateAsync();
        }

        await BusyDay.PlayAsync(Client);
    }

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        if (_box is not null)
        {
            await _box.DisposeAsync();
        }
    }

    /// <summary>Opens a browser for any box, as a stranger.</summary>
    internal Task<Visit> VisitAsync(Uri box, Screen screen) => Visit.BeginAsync(_browser!, box, screen.Options());

    /// <summary>Opens a browser for the busy box, signed in.</summary>
    internal Task<Visit> VisitBusyAsync(Screen screen)
    {
        var options = screen.Options();
        options.StorageState = _cookies;
        return Visit.BeginAsync(_browser!, Box.Address, options);
    }
}
