using System.Globalization;
using Microsoft.AspNetCore.Http;
using Switchhook.Web.Text;

namespace Switchhook.Web.Security;

/// <summary>Tells somebody who tried too often how long to wait: as a header for programs, and in words.</summary>
internal static class RetryAfter
{
    public static string Say(HttpContext context, TimeSpan wait)
    {
        context.Response.Headers.RetryAfter = ((long)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return $"Too many attempts. Try again in {Durations.Words(wait)}.";
    }
}
