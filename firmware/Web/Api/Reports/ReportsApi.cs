using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.OpenApi;
using Switchhook.Web.Api.Models;
using Switchhook.Web.Api.Queues.Models;
using Switchhook.Web.Api.Reports.Models;
using Switchhook.Web.Security.Roles;

namespace Switchhook.Web.Api.Reports;

/// <summary>Reports of queues, agents, lines and surveys.</summary>
internal static class ReportsApi
{
    public static void MapReportsApi(this IEndpointRouteBuilder api)
    {
        var reports = api.MapGroup("/reports").WithTags("Reports").For(Ability.Reports);
        reports.MapGet("/queues", QueueReports.Read).For(Ability.Reports, Reach.AskedQueue).IsReport<ReportModel>();
        reports.MapGet("/queues/behind", QueueReports.Behind).For(Ability.Reports, Reach.AskedQueue).IsReport<ListModel<VisitModel>>();
        reports.MapGet("/comparison", Comparisons.Read)
            .Produces<ComparisonModel>(StatusCodes.Status200OK, "application/json", CsvFile.MediaType)
            .ProducesWrong();
        reports.MapGet("/agents", AgentReports.Read).For(Ability.Reports, Reach.Seen)
            .DescribesQuery(JsonSchemaType.Number, "double", "hourCost", "lineCost").IsReport<ReportModel>();
        reports.MapGet("/lines", LineReports.Read).IsReport<ReportModel>();
        reports.MapGet("/surveys", SurveyReports.Read).For(Ability.Reports, Reach.Seen).IsReport<SurveyReportModel>();
    }

    private static void IsReport<T>(this RouteHandlerBuilder route) => route
        .DescribesQuery(JsonSchemaType.String, "date-time", "from", "to")
        .Produces<T>(StatusCodes.Status200OK, "application/json", CsvFile.MediaType)
        .ProducesWrong();
}
