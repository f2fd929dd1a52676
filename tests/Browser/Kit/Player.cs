using Microsoft.Playwright;

namespace Switchhook.BrowserTests.Kit;

/// <summary>The player at the foot of a page.</summary>
internal static class Player
{
    private const int WavHead = 44;

    // 48 kHz in two channels, of which the last frame of each six is what was heard.
    private const int ShortsOfSample = 12;

    // The page's content policy forbids the polling that Playwright's WaitForFunction does.
    private const string State =
        """
        (() => {
          const audio = document.getElementById('player-audio');
          return [Number.isFinite(audio.duration) ? audio.duration : -1, audio.currentTime];
        })()
        """;

    private const string Fetch =
        """
        async length => {
          const reader = (await fetch(document.getElementById('player-audio').currentSrc)).body.getReader();
          let bytes = '';
          while (bytes.length < length) {
            const part = await reader.read();
            if (part.done) {
              break;
            }
            for (const value of part.value) {
              bytes += String.fromCharCode(value);
            }
          }
          await reader.cancel();
          return btoa(bytes);
        }
        """;

    /// <summary>Waits until it has loaded a sound of at least that length and is playing it.</summary>
    public static Task PlaysAsync(IPage page, float leastSeconds) =>
        WaitAsync(page, $"at least {leastSeconds} s", (length, at) => length >= leastSeconds && at > 0.5);

    /// <summary>Waits until it has played a second of a sound that has no end yet.</summary>
    public static Task PlaysLiveAsync(IPage page) => WaitAsync(page, "what goes on", (length, at) => length < 0 && at > 1);

    /// <summary>Fetches the beginning of the live sound that it plays, as the page itself does, and makes telephone sound of it.</summary>
    public static async Task<short[]> FetchLiveAsync(IPage page, int samples)
    {
        var length = WavHead + ((samples + 1) * ShortsOfSample * sizeof(short));
        var base64 = await page.EvaluateAsync<string>(Fetch, length)
            .WaitAsync(TimeSpan.FromMilliseconds(Limits.Page), TimeProvider.System);
        return [.. WavSound.Read(Convert.FromBase64String(base64)).Chunk(ShortsOfSample).Select(frames => frames[^1]).Take(samples)];
    }

    private static async Task WaitAsync(IPage page, string what, Func<float, float, bool> isPlaying)
    {
        var last = "nothing";
        try
        {
            await Until.ThereAsync($"the player to play {what}", Limits.Page, async () =>
            {
                var state = await page.EvaluateAsync<float[]>(State);
                last = $"{state[0]} s long, at {state[1]} s";
                return isPlaying(state[0], state[1]) ? state : null;
            });
        }
        catch (TimeoutException late)
        {
            throw new TimeoutException($"{late.Message} It was {last}.", late);
        }
    }
}
