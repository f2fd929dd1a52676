namespace Switchhook.Tests.Web.Events;

/// <summary>Reads server-sent events line by line.</summary>
internal sealed class StreamReading : IAsyncDisposable
{
    private readonly HttpResponseMessage _answer;
    private readonly StreamReader _lines;
    private readonly CancellationToken _limit;

    private StreamReading(HttpResponseMessage answer, StreamReader lines, CancellationToken limit)
    {
        _answer = answer;
        _lines = lines;
        _limit = limit;
    }

    public static async Task<StreamReading> OpenAsync(HttpClient client, string path, string? lastEventId, CancellationToken limit)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (lastEventId is not null)
        {
            request.Headers.Add("Last-Event-ID", lastEventId);
        }

        var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit);
        answer.EnsureSuccessStatusCode();
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType!.MediaType);
        var reading = new StreamReading(answer, new StreamReader(await answer.Content.ReadAsStreamAsync(limit)), limit);
        Assert.StartsWith("retry:", await reading.LineAsync(), StringComparison.Ordinal);
        return reading;
    }

    public async Task<(string Id, string Kind, string Data)> NextAsync()
    {
        var (id, kind, data) = ("", "", "");
        while (await LineAsync() is { } line)
        {
            switch (line.Split(": ", 2))
            {
                case ["id", var value]:
                    id = value;
                    break;
                case ["event", var value]:
                    kind = value;
                    break;
                case ["data", var value]:
                    data = value;
                    break;
                case [""] when data.Length > 0:
                    return (id, kind, data);
                default:
                    break;
            }
        }

        throw new EndOfStreamException("The stream ended before its next event.");
    }

    public async Task<IReadOnlyList<string>> IdsAsync(int count)
    {
        var ids = new List<string>();
        while (ids.Count < count)
        {
            ids.Add((await NextAsync()).Id);
        }

        return ids;
    }

    public async Task<string> CommentAsync()
    {
        while (true)
        {
            if (await LineAsync() is { } line && line.StartsWith(':'))
            {
                return line;
            }
        }
    }

    public async Task<bool> EndsAsync()
    {
        while (await LineAsync() is not null)
        {
        }

        return true;
    }

    public ValueTask DisposeAsync()
    {
        _lines.Dispose();
        _answer.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<string?> LineAsync() => await _lines.ReadLineAsync(_limit);
}
