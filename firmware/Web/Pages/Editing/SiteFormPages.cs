using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Switchhook.Hardware.Yaml;
using Switchhook.Site.Editing;
using Switchhook.Storage;
using Switchhook.Web.Components;
using Switchhook.Web.Hosting;
using Switchhook.Web.Security;
using Switchhook.Web.Security.Roles;

namespace Switchhook.Web.Pages.Editing;

/// <summary>
/// Forms for what an owner changes most. What is sent is written into the text of the site file and reviewed like any other change; who
/// changed something else in the meantime loses nothing.
/// </summary>
internal static class SiteFormPages
{
    private const int MostValues = 5000;

    private const int LongestValue = 8 * 1024;

    private const int MostBytes = 1024 * 1024;

    public static void MapSiteFormPages(this IEndpointRouteBuilder routes)
    {
        foreach (var kind in Enum.GetValues<FormKind>())
        {
            var path = $"/site/forms/{KebabCase.Of(kind)}";
            routes.MapGet(path, (Stores stores) => stores.Versions.Latest() is { } current ? Show(kind, current) : Nothing())
                .ExcludeFromDescription().For(Ability.ChangeSite);
            LargeForm.On(
                routes.MapPost(path, (HttpContext context, WebBackend backend, Stores stores) => SendAsync(kind, context, backend, stores))
                    .For(Ability.ChangeSite),
                MostValues,
                LongestValue,
                MostBytes);
        }
    }

    private static IResult Show(FormKind kind, SiteText version, bool isUnchanged = false)
    {
        var rows = Read(version.Yaml) is { } root ? FormRows.Of(kind, root) : [];
        return Fragment.Of<FormPage>(new FormView(kind, version.Version.Number, rows) { IsUnchanged = isUnchanged });
    }

    // With what was typed, over the version that it was typed over: sent again it makes the same changes and no others.
    private static IResult Refuse(FormView view, IFormCollection form, IReadOnlyList<FormEdit> edits, SiteEditResult result)
    {
        var rows = FormTyped.Over(view.Rows, form);
        var field = edits.FirstOrDefault(one => ReferenceEquals(one.Edit, result.Refused))?.Field;
        var isShown = field is not null && rows.Any(row => row.Fields.Any(one => one.Name == field));
        return Fragment.Of<FormPage>(
            view with
            {
                Rows = rows,
                Troubles = isShown ? [] : [result.Trouble!],
                Mistakes = isShown
                    ? ImmutableDictionary<string, string>.Empty.Add(field!, result.Trouble!)
                    : ImmutableDictionary<string, string>.Empty,
            },
            StatusCodes.Status409Conflict);
    }

    private static IResult Nothing() => Fragment.Of<ErrorPage>(
        new ErrorWords("There is no such version of the site file.", "The page History lists the versions."),
        StatusCodes.Status404NotFound);

    private static async Task<IResult> SendAsync(FormKind kind, HttpContext context, WebBackend backend, Stores stores)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (!int.TryParse(form.Field("base"), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || stores.Versions.Get(number) is not { } seen
            || stores.Versions.Latest() is not { } current
            || Read(seen.Yaml) is not { } root)
        {
            return Nothing();
        }

        var edits = FormEdits.Of(kind, root, form);
        if (edits.Count == 0)
        {
            return Show(kind, current, isUnchanged: true);
        }

        var result = SiteEditor.Edit(current.Yaml, [.. edits.Select(one => one.Edit)]);
        return result.Text is { } text
            ? Fragment.Of<ReviewPage>(SiteTextPages.Review(text, number, backend, stores, isMerged: true)!)
            : Refuse(new FormView(kind, number, FormRows.Of(kind, root)), form, edits, result);
    }

    private static YamlMap? Read(string text)
    {
        var log = new MistakeLog("site.yaml");
        return YamlDocument.Read(text, log) is YamlMap map && !log.HasErrors ? map : null;
    }
}
