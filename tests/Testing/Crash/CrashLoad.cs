namespace Switchhook.Testing.Crash;

/// <summary>
/// Keeps a box busy through its API (callers ring, phones are lifted, dial each other, hang up) and writes down what the box showed of its
/// calls, until the box is gone.
/// </summary>
public sealed class CrashLoad(BoxClient client, TimeProvider time, Random random)
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(60);

    private readonly Dictionary<string, SeenCall> _seen = new(StringComparer.Ordinal);

    /// <summary>Every call that the box has shown, by its id.</summary>
    public IReadOnlyDictionary<string, SeenCall> Seen => _seen;

    /// <summary>Loads the box until it no longer answers.</summary>
    /// <param name="killed">Cancelled when the box has been killed: what is on its way then counts no more.</param>
    public async Task RunAsync(CancellationToken killed)
    {
        try
        {
            while (!killed.IsCancellationRequested)
            {
                var live = await LookAsync(killed);
                await Task.WhenAll(Commands(live).Select(command => client.DoAsync(command.Party, command.Verb, command.Body, killed)));
                await Task.Delay(Pace, time, killed);
            }
        }
        catch (Exception gone) when (gone is HttpRequestException or OperationCanceledException or IOException)
        {
            // The box was killed in the middle of an answer, which is the purpose. One that fails by itself shows as not running.
        }
    }

    private async Task<LiveView> LookAsync(CancellationToken killed)
    {
        var askedAt = time.GetUtcNow();
        var live = await client.LiveAsync(killed);
        foreach (var call in live.Calls)
        {
            var before = _seen.GetValueOrDefault(call.Id);
            _seen[call.Id] = new SeenCall(call.Id, call.AnsweredAt, before?.FirstSeenAt ?? time.GetUtcNow(), askedAt, null);
        }

        var inProgress = live.Calls.Select(call => call.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var call in _seen.Values.Where(call => call.EndedAt is null && !inProgress.Contains(call.Id)).ToList())
        {
            if (await client.CallAsync(call.Id, killed) is { EndedAt: { } ended } row)
            {
                _seen[call.Id] = call with { AnsweredAt = row.AnsweredAt, EndedAt = ended };
            }
        }

        return live;
    }

    private IEnumerable<(string Party, string Verb, object? Body)> Commands(LiveView live)
    {
        foreach (var line in live.Lines)
        {
            if (line.Status == "idle" && random.Next(3) == 0)
            {
                yield return ($"lines/{line.Name}", "ring", new { number = $"312555{random.Next(10_000):0000}", sample = "appointment" });
            }
            else if (line.Status == "inUse" && random.Next(60) == 0)
            {
                yield return ($"lines/{line.Name}", "hang-up", null);
            }
        }

        foreach (var phone in live.Phones)
        {
            var party = $"phones/{phone.Number}";
            switch (phone.Status)
            {
                case "ringing" when random.Next(2) == 0:
                    yield return (party, "lift", null);
                    yield return (party, "speak", new { sample = "answer" });
                    break;
                case "idle" when random.Next(80) == 0:
                    yield return (party, "lift", null);
                    yield return (party, "dial", new { digits = CrashSite.Phones[random.Next(CrashSite.Phones.Count)] });
                    break;
                case "inCall" when random.Next(60) == 0:
                case "leftOffHook":
                case "offHook" when random.Next(60) == 0:
                    yield return (party, "hang-up", null);
                    break;
            }
        }
    }
}

/// <summary>A call as the box showed it.</summary>
/// <param name="Id">The call.</param>
/// <param name="AnsweredAt">When it was answered, by the box; null when it was not.</param>
/// <param name="FirstSeenAt">When it was first seen, after the answer came.</param>
/// <param name="LastSeenAt">When it was last asked for and shown as in progress, before the question went out.</param>
/// <param name="EndedAt">When it ended, by the box; null when it was in progress to the last.</param>
public sealed record SeenCall(
    string Id, DateTimeOffset? AnsweredAt, DateTimeOffset FirstSeenAt, DateTimeOffset LastSeenAt, DateTimeOffset? EndedAt);
