using System.Globalization;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Switchhook.Storage.Backup;
using Switchhook.Storage.Diagnostics;

namespace Switchhook.Web.Api.Care;

/// <summary>Makes backups, one at a time, and sends each while it is made: the disk needs room for a copy of the database only.</summary>
internal sealed class BackupDesk(WebBackend backend) : IDisposable
{
    /// <summary>Media type of a backup.</summary>
    public const string MediaType = "application/octet-stream";

    private const int Waiting = 1024 * 1024;

    private readonly SemaphoreSlim _place = new(1);

    /// <inheritdoc/>
    public void Dispose() => _place.Dispose();

    /// <summary>Makes one and sends it.</summary>
    /// <returns>Why there is none, for people; null when it is sent, or the connection was cut in the middle.</returns>
    public async Task<string?> SendAsync(HttpContext context, string passphrase, bool recordings)
    {
        if (!await _place.WaitAsync(TimeSpan.Zero, context.RequestAborted))
        {
            return "Somebody else is making a backup now. Try again when it is done.";
        }

        try
        {
            using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
            var pipe = new Pipe(new PipeOptions(pauseWriterThreshold: Waiting, resumeWriterThreshold: Waiting / 2));
            var now = backend.Time.GetUtcNow();
            var about = new BackupAbout(backend.Care!.Version, 0, now, recordings);
            var work = QuietThread.RunAsync("backup", () => Write(pipe.Writer, passphrase, about, end.Token));
            try
            {
                return await SendAsync(context, pipe.Reader, now);
            }
            finally
            {
                // A writer that waits for room goes on, and sees that it is to end.
                await end.CancelAsync();
                await pipe.Reader.CompleteAsync();
                await ((Task)work).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
        finally
        {
            _place.Release();
        }
    }

    private static async Task<string?> SendAsync(HttpContext context, PipeReader reader, DateTimeOffset now)
    {
        try
        {
            // Nothing is answered before the copy of the database is made: until then it can fail in words.
            var first = await reader.ReadAsync(context.RequestAborted);
            reader.AdvanceTo(first.Buffer.Start);
        }
        catch (Exception fault) when (fault is BackupException or IOException)
        {
            return fault.Message;
        }

        context.Response.ContentType = MediaType;
        context.Response.Headers.ContentDisposition = new StringValues(string.Create(
            CultureInfo.InvariantCulture, $"attachment; filename=\"switchhook-{now:yyyyMMdd-HHmm}.backup\""));
        try
        {
            await reader.CopyToAsync(context.Response.Body, context.RequestAborted);
        }
        catch (Exception fault) when (fault is BackupException or IOException or OperationCanceledException)
        {
            // The browser must see that it is not whole.
            context.Abort();
        }

        return null;
    }

    private object? Write(PipeWriter writer, string passphrase, BackupAbout about, CancellationToken cancel)
    {
        try
        {
            using var stream = writer.AsStream(leaveOpen: true);
            BackupWriter.Write(backend.Database, stream, passphrase, about, cancel, backend.Care!.SiteFolder);
            writer.Complete();
        }
        catch (Exception fault)
        {
            writer.Complete(fault);
            throw;
        }

        return null;
    }
}
