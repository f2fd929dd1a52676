using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Switchhook.Storage.Backup;
using Switchhook.Storage.Logs;
using Switchhook.Web.Api.Care;
using Switchhook.Web.Components;
using Switchhook.Web.Pages.FirstCall;
using Switchhook.Web.Security;
using Switchhook.Web.Security.Roles;
using Switchhook.Web.Text;

namespace Switchhook.Web.Pages.Care;

/// <summary>What those need who look after the box: log, diagnostic bundle, backup, the machine.</summary>
internal static class CarePages
{
    public static void MapCarePages(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("").ExcludeFromDescription();
        pages.MapGet("/logs", Logs).For(Ability.System);
        pages.MapGet("/diagnostics", () => Fragment.Of<DiagnosticsPage>(new DiagnosticsView(DiagnosticsApi.UsualDays))).For(Ability.System);
        pages.MapGet("/system", (WebBackend backend) => System(backend, [])).For(Ability.System);
        pages.MapPost("/system/restart", RestartAsync).AsForm().For(Ability.RunBox);
        pages.MapGet("/backup", () => Fragment.Of<BackupPage>(new BackupView([]))).For(Ability.RunBox);
        pages.MapPost("/backup", BackUpAsync).AsForm().For(Ability.RunBox);
    }

    private static IResult Logs(string? level, string? source, string? text, WebBackend backend)
    {
        var input = new LogInput(level, source, text, null, null, null);
        backend.Care!.FlushLog();
        var isWrong = input.Mistakes.Count > 0;
        var view = new LogsView(
            isWrong ? [] : LogBook.Read(backend.Care.DataFolder, input.Query),
            input.Query.Least,
            source ?? "",
            text ?? "",
            new SiteWords(backend.Site.Model, backend.Time.GetUtcNow()),
            [.. input.Mistakes.Select(mistake => $"{mistake.Problem} {mistake.Cure}")]);
        return Fragment.Of<LogsPage>(view, isWrong ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK);
    }

    private static IResult System(WebBackend backend, IReadOnlyList<string> troubles) => Fragment.Of<SystemPage>(
        new SystemView(SystemModel.Of(backend), new SiteWords(backend.Site.Model, backend.Time.GetUtcNow()), troubles),
        troubles.Count > 0 ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK);

    private static async Task<IResult> RestartAsync(HttpContext context, WebBackend backend)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (form.Field("sure") != "yes")
        {
            return System(backend, ["Tick the box to say that calls in progress may end."]);
        }

        // A form that comes again, because its answer is loaded anew, is of the run that it has ended already.
        if (form.Field("started") != SystemView.Mark(backend.Care!.StartedAt))
        {
            return SeeOther.Result("/system");
        }

        backend.Care.Restart();
        return Fragment.Of<StartingAgainPage>(new StartingAgain("/system", "system"));
    }

    private static async Task<IResult> BackUpAsync(HttpContext context, BackupDesk desk)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var (passphrase, recordings) = (form.Field("passphrase"), form.Field("recordings") == "yes");
        var trouble = BackupWriter.Unfit(passphrase)
            ?? (passphrase == form.Field("again") ? null : "The two passphrases are not the same. Type both anew.");
        if (trouble is null)
        {
            trouble = await desk.SendAsync(context, passphrase, recordings);
            if (trouble is null)
            {
                return Results.Empty;
            }
        }

        return Fragment.Of<BackupPage>(new BackupView([trouble], recordings), StatusCodes.Status400BadRequest);
    }
}
