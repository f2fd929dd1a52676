using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;

namespace Switchhook.Web.Api.Errors;

/// <summary>An error answer: problem details (RFC 9457) with the cure, and each mistake with its place.</summary>
/// <param name="Title">What is wrong, in one sentence.</param>
/// <param name="Status">The HTTP status again.</param>
/// <param name="Detail">What to do about it.</param>
/// <param name="Mistakes">Each mistake in what was sent; left out when the request as a whole is at fault.</param>
internal sealed record ApiProblem(
    string Title,
    int Status,
    string Detail,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<ApiMistake>? Mistakes = null)
{
    /// <summary>Media type of problem details.</summary>
    public const string ContentType = "application/problem+json";

    /// <summary>The input is wrong.</summary>
    public static IResult Wrong(params IReadOnlyList<ApiMistake> mistakes) => new ApiProblem(
        mistakes.Count == 1 ? mistakes[0].Problem : $"There are {mistakes.Count} mistakes in what was sent.",
        StatusCodes.Status400BadRequest,
        mistakes.Count == 1 ? mistakes[0].Cure : "Mend each of the mistakes below and send it again.",
        mistakes).ToResult();

    /// <summary>There is no such thing.</summary>
    public static IResult NotFound(string what, string cure) => new ApiProblem(what, StatusCodes.Status404NotFound, cure).ToResult();

    /// <summary>It reaches beyond the queues that the asker may see.</summary>
    public static IResult Refused() => new ApiProblem(
        "This is not for your role.",
        StatusCodes.Status403Forbidden,
        "Who manages the people of this box can change what you may do.").ToResult();

    /// <summary>It cannot be done in the state that the box is in.</summary>
    public static IResult NotNow(string why) => new ApiProblem(
        why, StatusCodes.Status409Conflict, "Look at the state of the party, and repeat the command when it fits.").ToResult();

    /// <summary>The answer.</summary>
    public IResult ToResult() => Results.Json(this, contentType: ContentType, statusCode: Status);
}
