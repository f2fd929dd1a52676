using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Switchhook.Web.Api;
using Switchhook.Web.Api.Advice;
using Switchhook.Web.Api.Audit;
using Switchhook.Web.Api.Care;
using Switchhook.Web.Api.Codes;
using Switchhook.Web.Api.Desk;
using Switchhook.Web.Api.Editing;
using Switchhook.Web.Api.Flows;
using Switchhook.Web.Api.Hours;
using Switchhook.Web.Api.Lines;
using Switchhook.Web.Api.Missed;
using Switchhook.Web.Api.People;
using Switchhook.Web.Api.Prompts;
using Switchhook.Web.Api.Queues;
using Switchhook.Web.Api.Recordings;
using Switchhook.Web.Api.ReportMails;
using Switchhook.Web.Api.Reports;
using Switchhook.Web.Api.Voicemail;
using Switchhook.Web.Api.Wall;
using Switchhook.Web.Api.Webhooks;
using Switchhook.Web.Certificates;
using Switchhook.Web.Api.Welcome;
using Switchhook.Web.Events;
using Switchhook.Web.Pages.Accounts;
using Switchhook.Web.Pages.Advice;
using Switchhook.Web.Pages.Agents;
using Switchhook.Web.Pages.Audit;
using Switchhook.Web.Pages.Calls;
using Switchhook.Web.Pages.Care;
using Switchhook.Web.Pages.Codes;
using Switchhook.Web.Pages.Design;
using Switchhook.Web.Pages.Desk;
using Switchhook.Web.Pages.Editing;
using Switchhook.Web.Pages.Flows;
using Switchhook.Web.Pages.Hours;
using Switchhook.Web.Pages.Lines;
using Switchhook.Web.Pages.Live;
using Switchhook.Web.Pages.Missed;
using Switchhook.Web.Pages.People;
using Switchhook.Web.Pages.Phones;
using Switchhook.Web.Pages.Prompts;
using Switchhook.Web.Pages.Queues;
using Switchhook.Web.Pages.Recordings;
using Switchhook.Web.Pages.ReportMails;
using Switchhook.Web.Pages.Reports;
using Switchhook.Web.Pages.Safety;
using Switchhook.Web.Pages.Supervise;

using Switchhook.Web.Pages.SecondFactors;
using Switchhook.Web.Pages.Voicemail;
using Switchhook.Web.Pages.Wall;
using Switchhook.Web.Pages.Webhooks;
using Switchhook.Web.Pages.Welcome;
using Switchhook.Web.Provisioning;
using Switchhook.Web.Security.Roles;
using Switchhook.Web.Simulator;
using Switchhook.Web.Simulator.Page;

namespace Switchhook.Web.Hosting;

/// <summary>All routes of the web.</summary>
internal static class WebRoutes
{
    public static void MapWeb(this IEndpointRouteBuilder routes, WebOptions options, WebBackend backend)
    {
        if (options.Certificates is not null)
        {
            routes.MapAuthority();
            routes.MapGroup("/api/v1").DisableAntiforgery().MapCertificateApi();
        }

        MapPages(routes, backend);
        MapApi(routes, backend);
        if (backend.Simulator is { } simulator)
        {
            routes.MapSimulatorPages(simulator);
        }

        routes.MapOpenApi("/openapi/{documentName}.json").For(Ability.Live);

        // What does not exist asks for a login too, so that a stranger learns nothing about the routes.
        routes.MapFallback("{**path}", () => Results.StatusCode(StatusCodes.Status404NotFound)).ExcludeFromDescription()
            .For(Ability.Live);
    }

    private static void MapPages(IEndpointRouteBuilder routes, WebBackend backend)
    {
        routes.MapAssets();
        routes.MapHealth();
        routes.MapSignInPages();
        routes.MapClaimPages();
        routes.MapJoinPages();
        routes.MapAccountPages();
        routes.MapFactorPages();
        routes.MapPeoplePages();
        routes.MapAuditPages();
        routes.MapLivePages();
        routes.MapCallPages();
        routes.MapQueuePages();
        routes.MapAgentPages();
        routes.MapDeskPages();
        routes.MapSupervisePages();
        routes.MapWallPages();
        routes.MapHoursPages();
        routes.MapFlowPages();
        routes.MapAdvicePages();
        routes.MapSafetyPages();
        routes.MapCodesPages();
        routes.MapRecordingPages();
        routes.MapReportPages();
        routes.MapReportMailPages();
        routes.MapSiteTextPages();
        routes.MapSiteFormPages();
        routes.MapLinesPages();
        routes.MapWelcomePages();
        routes.MapDesignPages();
        if (backend.Care is not null)
        {
            routes.MapCarePages();
        }

        if (backend.Phones is not null)
        {
            routes.MapPhonePages();
            routes.MapProvisioning();
        }

        if (backend.Secrets is not null)
        {
            routes.MapWebhookPages();
        }

        if (backend.Prompts is { } prompts)
        {
            routes.MapPromptPages(prompts);
        }

        if (backend.Voicemail is not null)
        {
            routes.MapVoicemailPages();
        }

        if (backend.Missed is not null)
        {
            routes.MapMissedPages();
        }
    }

    private static void MapApi(IEndpointRouteBuilder routes, WebBackend backend)
    {
        var api = routes.MapGroup("/api/v1").DisableAntiforgery();
        api.MapCallsApi();
        api.MapLiveApi();
        api.MapLinesApi();
        api.MapLineHealthApi();
        if (backend.Care is not null)
        {
            api.MapLogsApi();
            api.MapSystemApi();
            api.MapDiagnosticsApi();
            api.MapBackupApi();
        }

        api.MapPhonesApi();
        api.MapSafetyApi();
        api.MapCodesApi();
        api.MapRecordingsApi();
        api.MapEventsApi();
        api.MapSiteApi();
        api.MapQueuesApi();
        api.MapAgentsApi();
        api.MapAgentCommands();
        api.MapDeskApi();
        api.MapWallApi();
        api.MapPeopleApi();
        api.MapAuditApi();
        api.MapHoursApi();
        api.MapFlowsApi();
        api.MapReportsApi();
        api.MapReportMailsApi();
        api.MapAdviceApi();
        api.MapSwitchApi();
        api.MapEditingApi();
        api.MapWelcomeApi();
        if (backend.Phones is not null)
        {
            api.MapProvisioningApi();
            api.MapMessagesApi();
        }

        if (backend.Secrets is not null)
        {
            api.MapWebhooksApi();
        }

        if (backend.Prompts is { } prompts)
        {
            api.MapPromptsApi(prompts);
        }

        if (backend.Voicemail is not null)
        {
            api.MapVoicemailApi();
        }

        if (backend.Missed is not null)
        {
            api.MapMissedApi();
        }

        if (backend.Bans is not null)
        {
            api.MapBansApi();
        }

        if (backend.Simulator is { } simulator)
        {
            api.MapSimulatorApi(simulator);
        }
    }
}
