using System.Net.Http.Headers;
using System.Text.Json;
using Switchhook.Testing.Sip.Sound;

namespace Switchhook.SystemTests.Sip.Box;

/// <summary>More that tests ask of a box, and tell it.</summary>
internal static class BoxViews
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    /// <summary>The page of what is going on now.</summary>
    public static Task<string> LivePageAsync(this SipBox box) => box.Process.Http.GetStringAsync(new Uri("", UriKind.Relative));

    /// <summary>Waits until a line or trunk is in a state, as the API names it, and says so.</summary>
    /// <param name="box">The box.</param>
    /// <param name="name">The line.</param>
    /// <param name="status">Its state.</param>
    /// <param name="why">Part of its words.</param>
    public static Task LineIsAsync(this SipBox box, string name, string status, string why = "") => box.UntilAsync(
        async () =>
        {
            var line = await box.GetAsync($"api/v1/lines/{name}");
            return line.GetProperty("status").GetString() == status
                && line.GetProperty("why").GetString()!.Contains(why, StringComparison.Ordinal);
        },
        $"line {name} is {status}: {why}");

    /// <summary>Waits until the journal tells something.</summary>
    /// <param name="box">The box.</param>
    /// <param name="kind">Kind of event, such as <c>guard.acted</c>.</param>
    /// <param name="part">Part of its words.</param>
    /// <returns>Its words.</returns>
    public static async Task<string> ToldAsync(this SipBox box, string kind, string part)
    {
        using var limit = new CancellationTokenSource(Limit, TimeProvider.System);
        await using var stream = await box.Process.Http.GetStreamAsync(new Uri("api/v1/events?after=0", UriKind.Relative), limit.Token);
        using var reader = new StreamReader(stream);
        List<string> told = [];
        try
        {
            while (await reader.ReadLineAsync(limit.Token) is { } line)
            {
                if (line.StartsWith("data:", StringComparison.Ordinal) && JsonDocument.Parse(line[5..]).RootElement is var one
                    && one.GetProperty("kind").GetString() == kind && one.GetProperty("words").GetString() is { } words)
                {
                    told.Add(words);
                    if (words.Contains(part, StringComparison.Ordinal))
                    {
                        return words;
                    }
                }
            }
        }
        catch (OperationCanceledException)
        {
            // Told below.
        }

        throw new TimeoutException($"The journal does not tell '{part}' ({kind}), but: {string.Join(" | ", told)}");
    }

    /// <summary>Sets a secret as the installer does.</summary>
    public static async Task SetSecretAsync(this SipBox box, string name, string secret)
    {
        var set = await box.Process.RunCommandAsync(["secret", "set", name], CancellationToken.None, secret + "\n");
        Assert.True(set.ExitCode == 0, set.Output + set.Error);
    }

    /// <summary>An analog phone is lifted, and dials as soon as it may.</summary>
    public static async Task DialAsync(this SipBox box, string phone, string digits)
    {
        await box.DoAsync($"phones/{phone}", "lift");
        await box.PhoneIsAsync(phone, "offHook");
        await box.DoAsync($"phones/{phone}", "dial", new { digits });
    }

    /// <summary>A simulated party says something.</summary>
    public static async Task SayAsync(this SipBox box, string party, short[] samples)
    {
        using var content = new ByteArrayContent(new WavSound(samples, WavSound.PhoneRate, 1).ToBytes());
        content.Headers.ContentType = new MediaTypeHeaderValue("audio/wav");
        using var answer = await box.Process.Http.PostAsync(new Uri($"api/v1/simulator/{party}/speak", UriKind.Relative), content);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>What a simulated party has heard since its call began.</summary>
    public static async Task<short[]> HeardAsync(this SipBox box, string party)
    {
        var wav = await box.Process.Http.GetByteArrayAsync(new Uri($"api/v1/simulator/{party}/heard", UriKind.Relative));
        return WavSound.Read(wav).Samples;
    }

    /// <summary>Who answered the last call that is over.</summary>
    public static async Task<string?> AnsweredByAsync(this SipBox box) =>
        (await box.EndedCallAsync()).GetProperty("answeredBy").GetProperty("name").GetString();
}
