using Microsoft.Playwright;

namespace Switchhook.BrowserTests.Kit;

/// <summary>The player at the foot of a page.</summary>
internal static class Player
{
    // The page's content policy forbids the polling that Playwright's WaitForFunction does.
    private const string State =
        "(() => { const audio = document.getElementById('player-audio'); return [audio.duration || 0, audio.currentTime]; })()";

    /// <summary>Waits until it has loaded a sound of at least that length and is playing it.</summary>
    public static async Task PlaysAsync(IPage page, float leastSeconds)
    {
        var last = "nothing";
        try
        {
            await Until.ThereAsync($"the player to play at least {leastSeconds:0.0} s", Limits.Page, async () =>
            {
                var state = await page.EvaluateAsync<float[]>(State);
                last = $"{state[0]} s long, at {state[1]} s";
                return state[0] >= leastSeconds && state[1] > 0.5 ? state : null;
            });
        }
        catch (TimeoutException late)
        {
            throw new TimeoutException($"{late.Message} It was {last}.", late);
        }
    }
}
