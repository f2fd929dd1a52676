using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Switchhook.Web.Components;

/// <summary>Answers with a rendered component: a page, or a part of one.</summary>
internal static class Fragment
{
    /// <summary>Renders <typeparamref name="T"/> with one model.</summary>
    public static IResult Of<T>(object model, int status = StatusCodes.Status200OK)
        where T : IComponent =>
        new RazorComponentResult<T>(new Dictionary<string, object?>(StringComparer.Ordinal) { ["Model"] = model })
        {
            StatusCode = status,
            PreventStreamingRendering = true,
        };
}
