using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Switchhook.Storage.Audit;
using Switchhook.Web.Hosting;
using Switchhook.Web.Security.Roles;

namespace Switchhook.Web.Security.Audit;

/// <summary>
/// Keeps in the audit log each request that changes something, that signs in, or that hears a caller: who, from where, what, and whether
/// it was done. One place for all routes, so that none is forgotten.
/// </summary>
internal sealed partial class AuditTrail(RequestDelegate next, Stores stores, TimeProvider time, ILogger<AuditTrail> log)
{
    // A player asks for a sound in many pieces; that is one hearing.
    private static readonly TimeSpan OneHearing = TimeSpan.FromMinutes(10);
    private const int MostHearings = 1000;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, DateTimeOffset> _heard = new(StringComparer.Ordinal);

    public async Task InvokeAsync(HttpContext context, Visitor visitor)
    {
        try
        {
            await next(context);
        }
        finally
        {
            Keep(context, visitor);
        }
    }

    private void Keep(HttpContext context, Visitor visitor)
    {
        if (context.GetEndpoint() is not RouteEndpoint route || AuditWords.Of(route, context.Request.Method) is not { } words)
        {
            return;
        }

        // Strangers leave an entry only by what tells a name: an attempt to sign in. Those that the brake stops were no attempts.
        var note = context.Features.Get<AuditNote>();
        var status = context.Response.StatusCode;
        var who = visitor.Rights is null ? note?.Who : Access.NameOf(context.User);
        if (who is null || status is StatusCodes.Status429TooManyRequests || (words.IsHearing && !IsFirst(who, context, status)))
        {
            return;
        }

        var entry = new AuditEntry(
            time.GetUtcNow(),
            who,
            visitor.Rights?.Role.ToString().ToLowerInvariant() ?? "",
            context.Connection.RemoteIpAddress?.ToString() ?? "",
            words.Filled(context.Request.RouteValues, note?.About),
            status)
        {
            Before = note?.Before,
            After = note?.After,
        };
        if (!stores.Audit.Add(entry))
        {
            LogLost(log, entry.Who, entry.What);
        }
    }

    private bool IsFirst(string who, HttpContext context, int status)
    {
        if (status >= StatusCodes.Status400BadRequest && status != StatusCodes.Status403Forbidden)
        {
            return false;
        }

        var (key, now) = ($"{who} {status >= 400} {context.Request.Path}", time.GetUtcNow());
        lock (_gate)
        {
            if (_heard.TryGetValue(key, out var at) && now - at < OneHearing)
            {
                return false;
            }

            if (_heard.Count >= MostHearings)
            {
                _heard.Clear();
            }

            _heard[key] = now;
            return true;
        }
    }

    [LoggerMessage(EventId = 1, Level = LogLevel.Error, Message = "The disk did not take an entry of the audit log: {Who}: {What}")]
    private static partial void LogLost(ILogger log, string who, string what);
}
