using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Switchhook.Web.Api.Errors;

/// <summary>Says in words what is wrong with a body that could not be read: place, problem, cure.</summary>
internal static class BadRequestWords
{
    public static string Problem(BadHttpRequestException fault) => MistakesOf(fault) is [var only]
        ? only.Problem
        : fault.StatusCode switch
        {
            StatusCodes.Status413PayloadTooLarge => "What was sent is too large.",
            StatusCodes.Status415UnsupportedMediaType => "This kind of content is not understood here.",
            _ => "The request is not understood.",
        };

    public static string Cure(BadHttpRequestException fault) => MistakesOf(fault) is [var only]
        ? only.Cure
        : fault.StatusCode switch
        {
            StatusCodes.Status413PayloadTooLarge => "Send less; sounds may have 10 MB, a site file 1 MB.",
            StatusCodes.Status415UnsupportedMediaType => "Set Content-Type as the OpenAPI document says.",
            _ => "The OpenAPI document at /openapi/v1.json tells what is expected.",
        };

    /// <summary>Null when the fault has no place.</summary>
    public static IReadOnlyList<ApiMistake>? MistakesOf(BadHttpRequestException fault)
    {
        if (fault.InnerException is not JsonException json)
        {
            return null;
        }

        var place = json.Path is null or "$" ? "body" : json.Path.TrimStart('$', '.');
        var unknown = json.Message.Contains("could not be mapped to any .NET member", StringComparison.Ordinal);
        return
        [
            new ApiMistake(
                place,
                unknown ? $"{place} is not known here." : $"The JSON is wrong at {place}.",
                "The OpenAPI document at /openapi/v1.json tells the members and their types.",
                (int?)json.LineNumber + 1,
                (int?)json.BytePositionInLine + 1),
        ];
    }
}
