using System.Collections.Concurrent;

namespace Switchhook.Bench.Web;

/// <summary>An open live page: its stream of changes, and at each change its two parts anew, one at a time of each, as htmx does.</summary>
internal sealed class Viewer : IAsyncDisposable
{
    private static readonly string[] Parts = ["live/now", "live/today"];

    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentQueue<double> _fetches = new();
    private readonly HttpClient _client;
    private readonly Task _reading;
    private readonly SemaphoreSlim[] _wanted = [.. Parts.Select(_ => new SemaphoreSlim(0))];
    private long _bytes;

    private Viewer(HttpClient client, Stream changes, HttpResponseMessage answer)
    {
        _client = client;
        _reading = Task.WhenAll([FollowAsync(changes, answer), .. Parts.Select(FetchAsync)]);
    }

    /// <summary>How long each fetch took, in milliseconds.</summary>
    public IReadOnlyCollection<double> Fetches => _fetches;

    /// <summary>Bytes of all parts that it got.</summary>
    public long Bytes => Volatile.Read(ref _bytes);

    /// <summary>Opens the page.</summary>
    /// <param name="client">A client with a key; is disposed with the page.</param>
    /// <param name="cancel">Ends the opening.</param>
    public static async Task<Viewer> OpenAsync(HttpClient client, CancellationToken cancel)
    {
        _ = await client.GetStringAsync(new Uri("", UriKind.Relative), cancel);
        var answer = await client.GetAsync(
            new Uri("live/changes", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, cancel);
        answer.EnsureSuccessStatusCode();
        return new Viewer(client, await answer.Content.ReadAsStreamAsync(cancel), answer);
    }

    /// <summary>Closes it.</summary>
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        try
        {
            await _reading;
        }
        catch (OperationCanceledException)
        {
            // That is how it ends.
        }

        _client.Dispose();
        _end.Dispose();
        foreach (var wanted in _wanted)
        {
            wanted.Dispose();
        }
    }

    private async Task FollowAsync(Stream changes, HttpResponseMessage answer)
    {
        using var kept = answer;
        using var lines = new StreamReader(changes);
        while (await lines.ReadLineAsync(_end.Token) is { } line)
        {
            if (line != "event: changed")
            {
                continue;
            }

            foreach (var wanted in _wanted.Where(wanted => wanted.CurrentCount == 0))
            {
                wanted.Release();
            }
        }
    }

    private async Task FetchAsync(string part, int place)
    {
        var time = TimeProvider.System;
        while (true)
        {
            await _wanted[place].WaitAsync(_end.Token);
            var begun = time.GetTimestamp();
            var content = await _client.GetByteArrayAsync(new Uri(part, UriKind.Relative), _end.Token);
            _fetches.Enqueue(time.GetElapsedTime(begun).TotalMilliseconds);
            Interlocked.Add(ref _bytes, content.Length);
        }
    }
}
