using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Hosting;
using Switchhook.Web.Api.Errors;
using Switchhook.Web.Security;

namespace Switchhook.Web.Events;

/// <summary>
/// Opens streams: one place each, ended by the reader, by their age, when the web stops, and when the reader may not read on: the account
/// is locked or has another role, the session has ended, the key was taken back.
/// </summary>
internal sealed class Streams(StreamGate gate, Gatekeeper gatekeeper, WebBackend backend, IHostApplicationLifetime host)
{
    /// <summary>How often it looks whether the reader is still who he was.</summary>
    public static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(5);

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
        await using var watch = Watch(Shown.Of(context.Request), end);
        try
        {
            await body(end.Token);
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // The usual end of a stream.
        }
    }

    private ITimer Watch(Shown shown, CancellationTokenSource end)
    {
        var reader = gatekeeper.Find(shown);
        return backend.Time.CreateTimer(
            _ =>
            {
                if (!IsStill(reader, shown))
                {
                    end.Cancel();
                }
            },
            null,
            LookEvery,
            LookEvery);
    }

    // A disk that cannot be read says nothing of the reader; the age of the stream ends it in any case.
    private bool IsStill(Known? reader, Shown shown)
    {
        try
        {
            return gatekeeper.Find(shown) == reader;
        }
        catch (SqliteException)
        {
            return true;
        }
    }
}
