using Microsoft.AspNetCore.Http;
using Switchhook.Site.Queues;
using Switchhook.Web.Security;

namespace Switchhook.Web.Pages.Desk;

/// <summary>Which agent sits before the page. All of the desk asks here, and nowhere else.</summary>
internal static class DeskPerson
{
    /// <summary>The agent; null when none is chosen, or the site has none of that name.</summary>
    /// <param name="context">The request.</param>
    /// <param name="form">What was sent with it; null for a page.</param>
    /// <param name="backend">The box.</param>
    public static AgentConfig? Of(HttpContext context, IFormCollection? form, WebBackend backend)
    {
        var name = form is null ? context.Request.Query["agent"].ToString() : form.Field("agent");
        return backend.Site.Model.Agents.GetValueOrDefault(name);
    }
}
