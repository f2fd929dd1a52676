using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.IO.Compression;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;
using Switchhook.Web.Events;
using Switchhook.Web.Language;
using Switchhook.Web.Security.Roles;

namespace Switchhook.Web.Components;

/// <summary>
/// Parts of pages that are the same for all with the same rights: made once after each change, however many pages are open. A part holds
/// nothing that belongs to one reader alone, no form and no token: it is squeezed without giving any of them away.
/// </summary>
internal sealed class SharedParts(JournalWatch watch, WebBackend backend)
{
    /// <summary>A part is made anew at this age, so that its times are right.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromSeconds(1);

    // Addresses come from outside: with more than these in use, all begin anew.
    private const int MostParts = 64;

    private readonly ConcurrentDictionary<string, Part> _parts = new(StringComparer.Ordinal);

    /// <summary>Parts that are kept.</summary>
    public int Count => _parts.Count;

    /// <summary>Answers with the part as it is since the last change.</summary>
    public async ValueTask<object?> AnswerAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (_parts.Count > MostParts)
        {
            _parts.Clear();
        }

        var part = _parts.GetOrAdd(KeyOf(http), _ => new Part());
        var made = await part.GetAsync(StateNow, backend.Time, () => MakeAsync(context, next), http.RequestAborted);
        http.Response.Headers.Vary = HeaderNames.AcceptEncoding;
        if (!AcceptsGzip(http.Request))
        {
            return Results.Stream(new GZipStream(new MemoryStream(made.Gzip), CompressionMode.Decompress), made.ContentType);
        }

        http.Response.Headers.ContentEncoding = "gzip";
        return Results.Bytes(made.Gzip, made.ContentType);
    }

    // What changes is on the boards first, then in the journal.
    private State StateNow() => new(watch.Last, backend.Live.Current, backend.Queues.Current);

    private static string KeyOf(HttpContext context)
    {
        var rights = context.RequestServices.GetRequiredService<Visitor>().Rights;
        var who = rights is null ? "" : $"{rights.Role} {string.Join(',', rights.Queues)} {rights.Agent}";
        return $"{PageLanguage.Current} {who} {context.Request.Path}{context.Request.QueryString}";
    }

    // RFC 9110, section 12.5.3; what weighs its encodings is no browser and gets the plain text.
    private static bool AcceptsGzip(HttpRequest request) =>
        request.Headers.AcceptEncoding.ToString().Split(',', StringSplitOptions.TrimEntries)
            .Contains("gzip", StringComparer.OrdinalIgnoreCase);

    private static async Task<Made> MakeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var response = context.HttpContext.Response;
        var own = response.Body;
        using var squeezed = new MemoryStream();
        try
        {
            // Squeezed while it is written: the plain text of a large board is of a size that only the dearest collection frees.
            await using var gzip = new GZipStream(squeezed, CompressionLevel.Fastest);
            response.Body = gzip;
            await ((IResult)(await next(context))!).ExecuteAsync(context.HttpContext);
        }
        finally
        {
            response.Body = own;
        }

        return new Made(squeezed.ToArray(), response.ContentType);
    }

    private sealed record Made(byte[] Gzip, string? ContentType);

    private sealed record State(long Seq, object Live, object Queues)
    {
        public bool IsStill(State now) =>
            Seq == now.Seq && ReferenceEquals(Live, now.Live) && ReferenceEquals(Queues, now.Queues);
    }

    [SuppressMessage("Design", "CA1001", Justification = "The gate holds no handle, and readers may wait when all parts begin anew.")]
    private sealed class Part
    {
        private readonly SemaphoreSlim _one = new(1);
        private Made? _made;
        private State? _state;
        private long _at;

        public async Task<Made> GetAsync(Func<State> now, TimeProvider time, Func<Task<Made>> make, CancellationToken cancellation)
        {
            await _one.WaitAsync(cancellation);
            try
            {
                var (state, at) = (now(), time.GetTimestamp());
                if (_made is { } made && _state!.IsStill(state) && time.GetElapsedTime(_at, at) < Life)
                {
                    return made;
                }

                // The state was read before: what changes meanwhile is told again and finds an older one here.
                (_made, _state, _at) = (await make(), state, at);
                return _made;
            }
            finally
            {
                _one.Release();
            }
        }
    }
}

/// <summary>Marks routes.</summary>
internal static class SharedPartRoutes
{
    /// <summary>The part is the same for all with the same rights, and changes with the journal.</summary>
    public static RouteHandlerBuilder SharedByAll(this RouteHandlerBuilder route) => route.AddEndpointFilter(
        (context, next) => context.HttpContext.RequestServices.GetRequiredService<SharedParts>().AnswerAsync(context, next));
}
