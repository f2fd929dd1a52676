using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;

namespace Switchhook.Web.Events;

/// <summary>Writes server-sent events (WHATWG HTML, section 9.2) into an answer.</summary>
internal sealed class EventStream
{
    /// <summary>How often a silent stream shows that it lives.</summary>
    public static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    /// <summary>How long a stream lives; the browser opens the next by itself, and shows again that it is signed in.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(15);

    private readonly HttpResponse _response;

    private EventStream(HttpResponse response)
    {
        _response = response;
    }

    /// <summary>Begins the answer, and tells the browser to come back one second after a break.</summary>
    public static async Task<EventStream> BeginAsync(HttpContext context, CancellationToken cancellation)
    {
        var response = context.Response;
        response.ContentType = "text/event-stream";
        response.Headers.CacheControl = "no-store";
        response.Headers["X-Accel-Buffering"] = "no";
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();

        // A stream is silent for seconds at a time; heartbeats find out when the reader has gone.
        if (context.Features.Get<IHttpMinResponseDataRateFeature>() is { } rate)
        {
            rate.MinDataRate = null;
        }

        var stream = new EventStream(response);
        await stream.WriteAsync("retry: 1000\n\n", cancellation);
        return stream;
    }

    /// <summary>Writes one event; <paramref name="data"/> holds no line break.</summary>
    public Task SendAsync(long id, string kind, string data, CancellationToken cancellation) =>
        WriteAsync(string.Create(CultureInfo.InvariantCulture, $"id: {id}\nevent: {kind}\ndata: {data}\n\n"), cancellation);

    /// <summary>Writes a comment, which no reader sees.</summary>
    public Task BeatAsync(CancellationToken cancellation) => WriteAsync(":\n\n", cancellation);

    private async Task WriteAsync(string text, CancellationToken cancellation)
    {
        await _response.WriteAsync(text, Encoding.UTF8, cancellation);
        await _response.Body.FlushAsync(cancellation);
    }
}
