using System.Text.Json.Serialization;

namespace Switchhook.Web.Api.Errors;

/// <summary>One mistake in what was sent.</summary>
/// <param name="Place">The member, parameter or file.</param>
/// <param name="Problem">What is wrong.</param>
/// <param name="Cure">What to send instead.</param>
/// <param name="Line">Line of the text that was sent, from 1.</param>
/// <param name="Column">Column in that line, from 1.</param>
/// <param name="Picture">A drawing of what is meant, in lines of text, such as the path of a caller who goes in a circle.</param>
internal sealed record ApiMistake(
    string Place,
    string Problem,
    string Cure,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Line = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Column = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Picture = null);
