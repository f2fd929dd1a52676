using System.Globalization;
using Microsoft.Playwright;
using Switchhook.Hardware.Countries;

namespace Switchhook.Bench.Web;

/// <summary>How long after a handset is lifted an open live page shows it, in Chromium, on a box that does nothing else.</summary>
internal sealed class ShownChanges(TextWriter output)
{
    private const int Changes = 20;

    // The clock of the page is the clock of this program: both run on one machine. What counts is the state of the phone itself; the
    // page is drawn anew for other reasons too.
    private const string Watch =
        """
        phone => {
          const state = () => [...document.querySelectorAll('#now .stations li')]
            .find(station => station.querySelector('.number').textContent.trim() === phone).querySelector('.chip').textContent;
          let last = state();
          document.body.addEventListener('htmx:afterSettle', () => {
            if (state() !== last) {
              last = state();
              window.shownAt = Date.now();
            }
          });
        }
        """;
    private const string Ask = "() => window.shownAt ?? 0";

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Calm = TimeSpan.FromMilliseconds(700);

    /// <summary>Lifts and puts down a handset in turn.</summary>
    /// <exception cref="TimeoutException">A change is not shown.</exception>
    public async Task RunAsync(IPage page, HttpClient client, CancellationToken cancel)
    {
        var time = TimeProvider.System;
        await page.EvaluateAsync(Watch, WebSite.PhoneOf(1));
        List<double> lifts = [], putDowns = [];
        var flash = CountryTable.Get(WebSite.Country).Flash.ReceiveLongest;
        for (var change = 0; change < Changes; change++)
        {
            lifts.Add(await ChangeAsync("lift"));
            putDowns.Add(await ChangeAsync("hang-up"));
        }

        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"""
              a lifted handset is shown after {Told(lifts)}
              one put down                    {Told(putDowns)}; for {flash.TotalMilliseconds:0} ms of them it can be a flash
            """).AsMemory(),
            cancel);

        async Task<double> ChangeAsync(string verb)
        {
            await Task.Delay(Calm, time, cancel);
            var at = time.GetUtcNow().ToUnixTimeMilliseconds();
            using var done = await client.PostAsync(
                new Uri($"api/v1/simulator/phones/{WebSite.PhoneOf(1)}/{verb}", UriKind.Relative), null, cancel);
            done.EnsureSuccessStatusCode();
            return await ShownAsync(page, at, cancel) - at;
        }
    }

    private static string Told(List<double> delays)
    {
        delays.Sort();
        return string.Create(
            CultureInfo.InvariantCulture, $"{delays[delays.Count / 2],4:0} ms (median of {delays.Count}), {delays[^1]:0} ms (worst)");
    }

    private static async Task<double> ShownAsync(IPage page, long after, CancellationToken cancel)
    {
        var time = TimeProvider.System;
        var begun = time.GetTimestamp();
        while (time.GetElapsedTime(begun) < Limit)
        {
            if (await page.EvaluateAsync<double>(Ask) is var at && at >= after)
            {
                return at;
            }

            await Task.Delay(Poll, time, cancel);
        }

        throw new TimeoutException("The page does not show that a handset was lifted.");
    }
}
