using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Switchhook.Flows.Opening;
using Switchhook.Site;
using Switchhook.Web.Advice;
using Switchhook.Web.Components;
using Switchhook.Web.FlowPictures;
using Switchhook.Web.Security.Roles;

namespace Switchhook.Web.Pages.Flows;

/// <summary>What happens to callers, as pictures, and a caller on paper who is taken through them.</summary>
internal static class FlowPages
{
    /// <summary>Longest field; more is nothing that a person types.</summary>
    private const int LongestField = 500;

    public static void MapFlowPages(this IEndpointRouteBuilder routes) =>
        routes.MapGroup("/flows").ExcludeFromDescription().For(Ability.Site).MapGet("/", ShowAsync);

    private static async Task<IResult> ShowAsync(HttpContext context, WebBackend backend, CallerTrials trials)
    {
        var site = backend.Site.Model;
        var query = context.Request.Query;
        if (!query.ContainsKey("try"))
        {
            return Fragment.Of<FlowsPage>(View(site, Blank(site, backend)));
        }

        var fields = new TrialFields
        {
            Number = Field(query, "number"),
            Line = Field(query, "line"),
            Called = Field(query, "called"),
            At = Field(query, "at"),
            IsNight = Field(query, "night") == "on",
            Keys = Field(query, "keys"),
            IsUnanswered = Field(query, "unanswered") == "on",
        };
        var (view, input) = (View(site, fields), new TrialInput(site));
        var request = input.Read(fields);
        if (input.Mistakes.Count > 0)
        {
            return Fragment.Of<FlowsPage>(view with { Mistakes = input.Mistakes }, StatusCodes.Status400BadRequest);
        }

        try
        {
            var way = new FlowWay(await trials.RunAsync(site, request, context.RequestAborted));
            var passed = way.Flows.ToList();
            return Fragment.Of<FlowsPage>(view with
            {
                Way = way,
                Flows = [.. view.Flows.OrderBy(flow => passed.IndexOf(flow.Name) is >= 0 and var place ? place : passed.Count)],
            });
        }
        catch (CalculationRefusedException refused)
        {
            return Fragment.Of<FlowsPage>(
                view with { Troubles = [refused.Message, refused.Cure] }, StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static FlowsView View(SiteModel site, TrialFields fields) => new(
        new FlowPainter(site).All(), [.. site.Lines.Keys, .. site.Trunks.Keys], !site.Trunks.IsEmpty, fields);

    // The moment stands in the form, and so in the address of the answer: who opens it later sees the same.
    private static TrialFields Blank(SiteModel site, WebBackend backend)
    {
        var hours = new SiteHours(site);
        var now = TimeZoneInfo.ConvertTime(backend.Time.GetUtcNow(), site.TimeZone);
        return new TrialFields
        {
            At = now.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture),
            IsNight = NightSwitch.PeriodOf(backend.Live.Current, hours) is not null,
        };
    }

    private static string Field(IQueryCollection query, string name) =>
        query[name] is [{ } text] ? text.Trim()[..Math.Min(text.Trim().Length, LongestField)] : "";
}
