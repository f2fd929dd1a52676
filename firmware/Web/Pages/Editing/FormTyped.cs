using Microsoft.AspNetCore.Http;
using Switchhook.Web.Pages.Editing.Queues;
using Switchhook.Web.Security;

namespace Switchhook.Web.Pages.Editing;

/// <summary>Fills a form with what was typed into it, so that a change that cannot be made loses nothing.</summary>
internal static class FormTyped
{
    /// <summary>The rows as they were sent.</summary>
    /// <param name="rows">The rows as the form showed them.</param>
    /// <param name="form">What was sent.</param>
    public static IReadOnlyList<FormRow> Over(IReadOnlyList<FormRow> rows, IFormCollection form) =>
    [
        .. rows.Select(row => row with
        {
            Fields = [.. row.Fields.Select(field => IsSent(row, field, form) ? field with { Value = Value(field, form) } : field)],
        }),
    ];

    private static bool IsSent(FormRow row, FormField field, IFormCollection form) =>
        form.ContainsKey(field.Name) || field.Label == FieldLabel.Remove
        || (FormEdits.IsByPart(field.Label) && (row.Title is null || form.ContainsKey(row.Title + "/sent")));

    private static string Value(FormField field, IFormCollection form) => field.Label switch
    {
        FieldLabel.Groups or FieldLabel.Members or FieldLabel.Announcements =>
            string.Join(", ", form[field.Name].OfType<string>().Select(FormRows.Flat)),
        FieldLabel.Overflow => string.Join(
            '\n', QueueEdits.Rules(field, form).Select(rule => $"{rule.When}|{rule.Value}|{rule.To}").Where(rule => rule != "||")),
        _ => form.Field(field.Name),
    };
}
