using Microsoft.AspNetCore.Http;
using Switchhook.Web.Components;
using Switchhook.Web.Pages;

namespace Switchhook.Web.Api.Errors;

/// <summary>Answers with an error in the form that the asker reads: problem details for programs, a page for people.</summary>
internal static class Answers
{
    /// <summary>True when the request is a program's, by its path.</summary>
    public static bool IsForProgram(HttpRequest request) =>
        IsBelow(request, "/api") || IsBelow(request, "/openapi") || IsBelow(request, "/health");

    /// <summary>Writes the answer.</summary>
    public static Task WriteAsync(HttpContext context, int status, string problem, string cure, IReadOnlyList<ApiMistake>? mistakes = null)
    {
        if (IsForProgram(context.Request))
        {
            return new ApiProblem(problem, status, cure, mistakes).ToResult().ExecuteAsync(context);
        }

        var page = Fragment.Of<ErrorPage>(new ErrorWords(problem, cure), status);
        return page.ExecuteAsync(context);
    }

    /// <summary>The role of the asker does not allow it.</summary>
    public static Task WriteRefusalAsync(HttpContext context) => WriteAsync(
        context,
        StatusCodes.Status403Forbidden,
        "This is not for your role.",
        "Who manages the people of this box can change what you may do.");

    /// <summary>A form without the mark of one of our pages, or with an old one.</summary>
    public static Task WriteStaleFormAsync(HttpContext context) => WriteAsync(
        context, StatusCodes.Status400BadRequest, "This form is out of date.", "Go back, load the page again and repeat what you did.");

    private static bool IsBelow(HttpRequest request, string place) =>
        request.Path.StartsWithSegments(place, StringComparison.OrdinalIgnoreCase);
}
