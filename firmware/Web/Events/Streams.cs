using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Switchhook.Web.Api.Errors;

namespace Switchhook.Web.Events;

/// <summary>Opens streams: one place each, ended by the reader, by their age, or when the web stops.</summary>
internal sealed class Streams(StreamGate gate, WebBackend backend, IHostApplicationLifetime host)
{
    /// <summary>Runs the body of a stream of events until it ends.</summary>
    public Task RunAsync(HttpContext context, Func<EventStream, CancellationToken, Task> body) =>
        RunAsync(context, async end => await body(await EventStream.BeginAsync(context, end), end));

    /// <summary>Runs the body of any stream until it ends.</summary>
    public async Task RunAsync(HttpContext context, Func<CancellationToken, Task> body)
    {
        using var place = gate.TryEnter();
        if (place is null)
        {
            context.Response.Headers.RetryAfter = "10";
            await Answers.WriteAsync(
                context, StatusCodes.Status503ServiceUnavailable, "Too many pages are open at once.", "Close some, or try again later.");
            return;
        }

        using var age = new CancellationTokenSource(EventStream.Life, backend.Time);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, host.ApplicationStopping, age.Token);
        try
        {
            await body(end.Token);
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // The usual end of a stream.
        }
    }
}
