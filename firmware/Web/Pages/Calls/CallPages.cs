using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Switchhook.Calls;
using Switchhook.Web.Components;
using Switchhook.Web.Hosting;
using Switchhook.Web.Security.Roles;
using Switchhook.Web.Text;

namespace Switchhook.Web.Pages.Calls;

/// <summary>One call: who, when, what happened and why, and its sound.</summary>
internal static class CallPages
{
    public static void MapCallPages(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("/calls").ExcludeFromDescription().For(Ability.Calls, Reach.Call);
        pages.MapGet("/{id}", (string id, WebBackend backend, Stores stores) =>
            Read(id, backend, stores) is { } view ? Fragment.Of<CallPage>(view) : NoSuchCall());
        pages.MapGet("/{id}/story", (string id, WebBackend backend, Stores stores) =>
            Read(id, backend, stores) is { } view ? Fragment.Of<CallStory>(view) : NoSuchCall());
    }

    private static CallView? Read(string id, WebBackend backend, Stores stores)
    {
        var call = stores.Calls.Find(new CallId(id));
        return call is null
            ? null
            : new CallView(
                call,
                stores.Calls.Journal(call.Id),
                new SiteWords(backend.Site.Model, backend.Time.GetUtcNow()));
    }

    private static IResult NoSuchCall() => Fragment.Of<ErrorPage>(
        new ErrorWords("There is no such call.", "It may have been deleted. The first page lists the calls of today."),
        StatusCodes.Status404NotFound);
}
