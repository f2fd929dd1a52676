using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace Switchhook.Web.Api.Errors;

/// <summary>Says in words what the framework found wrong with a request before our code saw it: place, problem, cure.</summary>
internal static partial class BadRequestWords
{
    public static string Problem(BadHttpRequestException fault) => MistakesOf(fault) is [var only]
        ? only.Problem
        : fault.StatusCode == StatusCodes.Status413PayloadTooLarge ? "What was sent is too large." : "The request is not understood.";

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
        if (fault.InnerException is JsonException json)
        {
            return [OfJson(json)];
        }

        if (Unbound().Match(fault.Message) is { Success: true } unbound)
        {
            var (type, name, value) = (unbound.Groups["type"].Value, unbound.Groups["name"].Value, unbound.Groups["value"].Value);
            return [new ApiMistake(name, $"\"{Short(value)}\" is not {Kind(type)}.", $"Send {Kind(type)} as {name}, or leave it out.")];
        }

        return Missing().Match(fault.Message) is { Success: true } missing && missing.Groups["name"].Value is var absent
            ? [new ApiMistake(absent, $"{absent} is missing.", $"Send {absent}.")]
            : null;
    }

    private static ApiMistake OfJson(JsonException json)
    {
        var place = json.Path is null or "$" ? "body" : json.Path.TrimStart('$', '.');
        var unknown = json.Message.Contains("could not be mapped to any .NET member", StringComparison.Ordinal);
        return new ApiMistake(
            place,
            unknown ? $"{place} is not known here." : $"The JSON is wrong at {place}.",
            "The OpenAPI document at /openapi/v1.json tells the members and their types.",
            (int?)json.LineNumber + 1,
            (int?)json.BytePositionInLine + 1);
    }

    private static string Kind(string type) => type.TrimEnd('?') switch
    {
        "int" or "long" => "a whole number",
        "bool" => "true or false",
        "DateTimeOffset" => "a time such as 2026-11-23T08:30:00Z",
        _ => "understood",
    };

    private static string Short(string text) => text.Length <= 40 ? text : $"{text[..40]}…";

    // The framework's two sentences; a test holds them, since they are all it tells.
    [GeneratedRegex(
        "^Failed to bind parameter \"(?<type>[^ ]+) (?<name>[^\"]+)\" from \"(?<value>.*)\"\\.$",
        RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex Unbound();

    [GeneratedRegex("^Required parameter \"[^ ]+ (?<name>[^\"]+)\" was not provided from ", RegexOptions.NonBacktracking)]
    private static partial Regex Missing();
}
