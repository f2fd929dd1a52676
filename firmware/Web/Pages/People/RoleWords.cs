using Microsoft.AspNetCore.Http;
using Switchhook.Site;
using Switchhook.Storage.Accounts;
using Switchhook.Web.Api.People;
using Switchhook.Web.Language;
using Switchhook.Web.Security;

namespace Switchhook.Web.Pages.People;

/// <summary>Roles for people, and as fields of a form.</summary>
internal static class RoleWords
{
    /// <summary>Its value in forms.</summary>
    public static string Tag(Role role) => role.ToString().ToLowerInvariant();

    /// <summary>Its name with what it does.</summary>
    public static string Of(Role role, Words Say) => role switch
    {
        Role.Admin => Say["Administrator: everything"],
        Role.Supervisor => Say["Supervisor: queues, reports, recordings"],
        Role.Agent => Say["Agent: own calls and messages"],
        Role.Installer => Say["Installer: site, phones, prompts"],
        Role.Auditor => Say["Auditor: reads, changes nothing"],
    };

    /// <summary>Its name alone.</summary>
    public static string Short(Role role, Words Say) => role switch
    {
        Role.Admin => Say["Administrator"],
        Role.Supervisor => Say["Supervisor"],
        Role.Agent => Say["Agent"],
        Role.Installer => Say["Installer"],
        Role.Auditor => Say["Auditor"],
    };

    /// <summary>What the fields of <see cref="RightsFields"/> say; null without a role.</summary>
    public static RightsInput? Read(IFormCollection form, SiteModel site)
    {
        var agent = form.Field("agent");
        return RightsInput.RoleOf(form.Field("role")) is not { } role
            ? null
            : new RightsInput(role, [.. form["queue"].OfType<string>()], agent.Length == 0 ? null : agent, site);
    }
}
