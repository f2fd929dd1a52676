using System.Globalization;
using Microsoft.Playwright;
using Switchhook.Testing.Processes;

namespace Switchhook.Bench.Web;

/// <summary>How soon Chromium shows the first page, how many bytes it takes, and how soon it shows what changes.</summary>
internal sealed class FirstPaint(TextWriter output)
{
    // What a browser itself says of a page (W3C Paint Timing, Navigation Timing, Resource Timing).
    private const string Ask =
        """
        () => {
          const entries = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];
          const paint = performance.getEntriesByName('first-contentful-paint')[0];
          return [paint ? paint.startTime : -1, entries.reduce((sum, entry) => sum + entry.transferSize, 0), entries.length];
        }
        """;

    /// <summary>Opens the first page of a box that has served none yet, then twice again, and once more with nothing kept.</summary>
    public async Task RunAsync(BoxChild box, CancellationToken cancel)
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = ChromiumProgram.Find(),
            Args = ["--no-sandbox", "--mute-audio"],
        });
        var key = box.MakeKey();
        await using (var first = await ContextAsync(browser, box, key))
        {
            var page = await first.NewPageAsync();
            await TellAsync("box just started, nothing kept", await OpenAsync(page), cancel);
            await TellAsync("same browser again", await OpenAsync(page), cancel);
            await TellAsync("and again", await OpenAsync(page), cancel);
            using var client = box.Client(key);
            await new ShownChanges(output).RunAsync(page, client, cancel);
        }

        await using var second = await ContextAsync(browser, box, key);
        await TellAsync("another browser, nothing kept", await OpenAsync(await second.NewPageAsync()), cancel);
    }

    private static Task<IBrowserContext> ContextAsync(IBrowser browser, BoxChild box, string key) => browser.NewContextAsync(new()
    {
        BaseURL = box.Address.ToString(),
        ExtraHTTPHeaders = new Dictionary<string, string>(StringComparer.Ordinal) { ["Authorization"] = $"Bearer {key}" },
    });

    private static async Task<double[]> OpenAsync(IPage page)
    {
        await page.GotoAsync("/", new() { WaitUntil = WaitUntilState.Load });
        await page.Locator("#now").WaitForAsync();
        return await page.EvaluateAsync<double[]>(Ask);
    }

    private Task TellAsync(string when, double[] seen, CancellationToken cancel) => output.WriteLineAsync(
        string.Create(
            CultureInfo.InvariantCulture,
            $"  {when,-32} painted after {seen[0],6:0} ms; {seen[1] / 1024,6:0.0} KiB in {seen[2]:0} files").AsMemory(),
        cancel);
}
