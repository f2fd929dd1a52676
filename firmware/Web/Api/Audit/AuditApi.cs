using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.OpenApi;
using Switchhook.Storage.Audit;
using Switchhook.Web.Api.Errors;
using Switchhook.Web.Api.Models;
using Switchhook.Web.Api.Reports;
using Switchhook.Web.Hosting;
using Switchhook.Web.Security.Roles;

namespace Switchhook.Web.Api.Audit;

/// <summary>Who did what.</summary>
internal static class AuditApi
{
    public static void MapAuditApi(this IEndpointRouteBuilder api) => api.MapGet("/audit", Read).For(Ability.Audit).WithTags("Audit")
        .DescribesQuery(JsonSchemaType.Integer, null, "limit", "before")
        .DescribesQuery(JsonSchemaType.String, "date-time", "from", "to")
        .Produces<ListModel<AuditModel>>(StatusCodes.Status200OK, "application/json", CsvFile.MediaType)
        .ProducesWrong();

    /// <summary>
    /// Who changed what by page or API, signed in or tried to, or heard a recording; newest first, kept for two years. As CSV with
    /// <c>Accept: text/csv</c> or <c>format=csv</c>.
    /// </summary>
    /// <param name="who">Only of this account or key, such as <c>key reports</c>.</param>
    /// <param name="text">Only those whose words hold this.</param>
    /// <param name="from">Only those at or after this moment.</param>
    /// <param name="to">Only those before this moment.</param>
    /// <param name="limit">Most entries, 1 to 10000; 100 when left out.</param>
    /// <param name="before">Value of <c>next</c> of the page before.</param>
    /// <param name="format"><c>json</c> or <c>csv</c>.</param>
    /// <param name="context">The request.</param>
    /// <param name="stores">The log on disk.</param>
    internal static IResult Read(
        string? who,
        string? text,
        string? from,
        string? to,
        string? limit,
        string? before,
        string? format,
        HttpContext context,
        Stores stores)
    {
        var input = new AuditInput(who, text, from, to, limit, before);
        var isCsv = CsvFile.IsWanted(format, context.Request);
        if (input.Mistakes.Count > 0 || isCsv is null)
        {
            return ApiProblem.Wrong([.. input.Mistakes, .. isCsv is null ? [CsvFile.Unknown] : Array.Empty<ApiMistake>()]);
        }

        var found = stores.Audit.List(input.Query);
        return isCsv.Value
            ? Csv(found)
            : Results.Ok(new ListModel<AuditModel>(
                [.. found.Select(AuditModel.Of)],
                found.Count == input.Query.Limit ? found[^1].Seq.ToString(CultureInfo.InvariantCulture) : null));
    }

    private static IResult Csv(IReadOnlyList<AuditEntry> entries)
    {
        var text = new StringBuilder();
        CsvFile.Row(text, "seq", "at", "who", "role", "from", "what", "status", "before", "after");
        foreach (var entry in entries)
        {
            CsvFile.Row(
                text,
                entry.Seq.ToString(CultureInfo.InvariantCulture),
                entry.At.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
                entry.Who,
                entry.Role,
                entry.Origin,
                entry.What,
                entry.Status.ToString(CultureInfo.InvariantCulture),
                entry.Before ?? "",
                entry.After ?? "");
        }

        return CsvFile.File(text, "audit");
    }
}
