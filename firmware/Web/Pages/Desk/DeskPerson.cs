using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Switchhook.Site.Queues;
using Switchhook.Web.Security;
using Switchhook.Web.Security.Roles;

namespace Switchhook.Web.Pages.Desk;

/// <summary>Which agent sits before the page. All of the desk asks here, and nowhere else.</summary>
internal static class DeskPerson
{
    /// <summary>The agent who is chosen, else the visitor's own; null for none, and for one whom the visitor may not see.</summary>
    /// <param name="context">The request.</param>
    /// <param name="form">What was sent with it; null for a page.</param>
    /// <param name="backend">The box.</param>
    public static AgentConfig? Of(HttpContext context, IFormCollection? form, WebBackend backend)
    {
        var visitor = context.RequestServices.GetRequiredService<Visitor>();
        var asked = form is null ? context.Request.Query["agent"].ToString() : form.Field("agent");
        var name = asked.Length > 0 ? asked : visitor.Rights?.Agent ?? "";
        return visitor.SeesAgent(name) ? backend.Site.Model.Agents.GetValueOrDefault(name) : null;
    }
}
