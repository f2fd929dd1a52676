using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.OpenApi;
using Switchhook.Storage.Diagnostics;
using Switchhook.Web.Api.Errors;
using Switchhook.Web.Api.Recordings;
using Switchhook.Web.Security.Roles;

namespace Switchhook.Web.Api.Care;

/// <summary>The diagnostic bundle.</summary>
internal static class DiagnosticsApi
{
    /// <summary>Days of the journal unless more or less are asked for.</summary>
    public const int UsualDays = 7;

    public static void MapDiagnosticsApi(this IEndpointRouteBuilder api)
    {
        var bundle = api.MapGroup("/diagnostics/bundle").WithTags("System");
        Describe(bundle.MapGet("/", MaskedAsync).For(Ability.System));
        Describe(bundle.MapGet("/full", FullAsync).For(Ability.RunBox));
    }

    /// <summary>
    /// A ZIP file for whoever looks for a fault from afar: site, log, journal, health of lines, machine, database. No secret is in it; of
    /// telephone numbers only the last two digits, and no names of callers.
    /// </summary>
    /// <param name="days">Days of the journal, 1 to 30; 7 when left out.</param>
    /// <param name="context">The request.</param>
    /// <param name="desk">Makes it.</param>
    internal static Task<IResult> MaskedAsync(string? days, HttpContext context, BundleDesk desk) => MakeAsync(days, false, context, desk);

    /// <summary>The same with numbers and names of callers. No secret is in it either.</summary>
    /// <param name="days">Days of the journal, 1 to 30; 7 when left out.</param>
    /// <param name="context">The request.</param>
    /// <param name="desk">Makes it.</param>
    internal static Task<IResult> FullAsync(string? days, HttpContext context, BundleDesk desk) => MakeAsync(days, true, context, desk);

    private static void Describe(RouteHandlerBuilder route) => route
        .DescribesQuery(JsonSchemaType.Integer, null, "days")
        .Produces(StatusCodes.Status200OK, contentType: RecordingArchive.MediaType)
        .ProducesWrong().ProducesError(StatusCodes.Status429TooManyRequests);

    private static async Task<IResult> MakeAsync(string? days, bool keepsNumbers, HttpContext context, BundleDesk desk)
    {
        var number = UsualDays;
        if (!string.IsNullOrEmpty(days)
            && (!int.TryParse(days, NumberStyles.None, CultureInfo.InvariantCulture, out number) || number is < 1 or > Bundle.MostDays))
        {
            return ApiProblem.Wrong(new ApiMistake(
                "days", "That is no number of days in range.", $"Send 1 to {Bundle.MostDays} as days, or leave it out."));
        }

        return await desk.MakeAsync(number, keepsNumbers, context.RequestAborted) is { } file
            ? Results.Stream(file.Content, RecordingArchive.MediaType, file.Name)
            : new ApiProblem(
                "Somebody else is making a bundle now.", StatusCodes.Status429TooManyRequests, "Try again in a minute.").ToResult();
    }
}
