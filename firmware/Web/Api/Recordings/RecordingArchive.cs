using System.Globalization;
using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;
using Switchhook.Acd.Figures.Intervals;
using Switchhook.Calls.Live;
using Switchhook.Web.Api.Errors;
using Switchhook.Web.Api.Recordings.Models;
using Switchhook.Web.Api.Reports;
using Switchhook.Web.Hosting;
using Switchhook.Web.Security;

namespace Switchhook.Web.Api.Recordings;

/// <summary>Several recordings as one ZIP file with a table of them, written while it is read.</summary>
internal sealed class RecordingArchive : IDisposable
{
    /// <summary>Media type of ZIP.</summary>
    public const string MediaType = "application/zip";

    /// <summary>Most recordings of a file.</summary>
    public const int Most = 100;

    /// <summary>Most sound of a file: 18 hours.</summary>
    public static readonly TimeSpan MostSound = TimeSpan.FromHours(18);

    // Each reads the disk as fast as its reader takes it, beside recordings that are being written.
    private const int AtOnce = 2;

    private readonly SemaphoreSlim _places = new(AtOnce);

    /// <inheritdoc/>
    public void Dispose() => _places.Dispose();

    /// <summary>Several recordings as a ZIP file, with a table <c>recordings.csv</c> of them. The journal keeps who asked.</summary>
    /// <param name="context">The request.</param>
    /// <param name="stores">The calls on disk.</param>
    /// <param name="backend">The box.</param>
    /// <param name="listeners">Writes down who listens.</param>
    /// <param name="archive">The places.</param>
    internal static async Task<IResult> WriteAsync(
        HttpContext context, Stores stores, WebBackend backend, Listeners listeners, RecordingArchive archive)
    {
        var ids = context.Request.Query["id"].OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        if (ids.Count is 0 or > Most)
        {
            return ApiProblem.Wrong(new ApiMistake(
                "id", $"{ids.Count} recordings make no file.", $"Send 1 to {Most} of GET /api/v1/recordings, each as id."));
        }

        var calls = ids.Select(stores.Calls.FindByRecording).OfType<CallRecord>().ToList();
        if (calls.Count < ids.Count)
        {
            return RecordingsApi.NoSuchRecording();
        }

        if (calls.Aggregate(TimeSpan.Zero, (sum, call) => sum + (call.RecordingLength ?? TimeSpan.Zero)) > MostSound)
        {
            return ApiProblem.Wrong(new ApiMistake(
                "id", "That is too much sound for one file.", $"Ask for at most {MostSound.TotalHours:0} hours of sound at once."));
        }

        if (!await archive._places.WaitAsync(TimeSpan.Zero, context.RequestAborted))
        {
            return new ApiProblem(
                "Others are saving recordings now.", StatusCodes.Status429TooManyRequests, "Try again when they are done.").ToResult();
        }

        try
        {
            await SendAsync(calls, context, stores, backend, listeners);
        }
        finally
        {
            archive._places.Release();
        }

        return Results.Empty;
    }

    /// <summary>Name of the file of a recording: <c>2026-11-23 09.05.07 13125550142.wav</c>, where the site is.</summary>
    public static string NameOf(CallRecord call, WebBackend backend)
    {
        var calendar = new SiteCalendar(backend.Site.Model.TimeZone);
        var number = string.Concat((call.CallerNumber ?? call.Dialled ?? "").Where(char.IsAsciiLetterOrDigit).Take(32));
        return FormattableString.Invariant(
            $"{calendar.DayOf(call.StartedAt):yyyy-MM-dd} {calendar.TimeOf(call.StartedAt):HH.mm.ss} {Or(number, "unknown")}.wav");
    }

    private static string Or(string text, string other) => text.Length > 0 ? text : other;

    private static async Task SendAsync(
        List<CallRecord> calls, HttpContext context, Stores stores, WebBackend backend, Listeners listeners)
    {
        var cancellation = context.RequestAborted;

        // The library writes the few bytes that end an entry in one go, and nothing else.
        if (context.Features.Get<IHttpBodyControlFeature>() is { } body)
        {
            body.AllowSynchronousIO = true;
        }

        context.Response.ContentType = MediaType;
        context.Response.Headers.ContentDisposition = new StringValues("attachment; filename=\"recordings.zip\"");
        var table = new StringBuilder();
        CsvFile.Row(table, "file", "call", "startedAt", "seconds", "direction", "number", "name", "queues", "agents", "note");
        var zip = await ZipArchive.CreateAsync(
            context.Response.Body, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellation);
        await using (zip)
        {
            var names = new HashSet<string>(StringComparer.Ordinal);
            foreach (var call in calls)
            {
                var name = Unused(NameOf(call, backend), names);
                var isThere = await AddAsync(zip, name, call, context, backend, listeners);
                Row(table, isThere ? name : null, RecordedCallModel.Of(call, stores));
            }

            await using var entry = await zip.CreateEntry("recordings.csv", CompressionLevel.Fastest).OpenAsync(cancellation);
            await entry.WriteAsync(Encoding.UTF8.GetBytes(table.ToString()), cancellation);
        }
    }

    // G.711 can hardly be made smaller: it is stored as it is. False: its file is gone.
    private static async Task<bool> AddAsync(
        ZipArchive zip, string name, CallRecord call, HttpContext context, WebBackend backend, Listeners listeners)
    {
        if (await backend.Recordings.OpenAsync(call, context.RequestAborted) is not { } sound)
        {
            return false;
        }

        await using var wav = sound.Wav;
        await listeners.HeardAsync(call.Id, call.Recording!, isSaved: true, Access.NameOf(context.User));
        await using var entry = await zip.CreateEntry(name, CompressionLevel.NoCompression).OpenAsync(context.RequestAborted);
        await wav.CopyToAsync(entry, context.RequestAborted);
        return true;
    }

    private static string Unused(string name, HashSet<string> names)
    {
        var unused = name;
        for (var number = 2; !names.Add(unused); number++)
        {
            unused = FormattableString.Invariant($"{name[..^4]} {number}.wav");
        }

        return unused;
    }

    private static void Row(StringBuilder table, string? file, RecordedCallModel call) => CsvFile.Row(
        table,
        file,
        call.Call.Value,
        CsvFile.Time(call.StartedAt),
        call.Seconds?.ToString("0.###", CultureInfo.InvariantCulture),
        CsvFile.NameOf(call.Direction),
        call.Number,
        call.Name,
        string.Join(' ', call.Queues),
        string.Join(' ', call.Agents),
        call.Note);
}
