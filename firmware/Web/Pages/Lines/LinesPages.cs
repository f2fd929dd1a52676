using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Switchhook.Web.Api.Lines;
using Switchhook.Web.Components;
using Switchhook.Web.Security.Roles;
using Switchhook.Web.Text;

namespace Switchhook.Web.Pages.Lines;

/// <summary>Lines, trunks and telephones on ports, with their health.</summary>
internal static class LinesPages
{
    public static void MapLinesPages(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("/lines").ExcludeFromDescription().For(Ability.Lines);
        pages.MapGet("/", ShowAll);
        pages.MapGet("/{name}", ShowOne);
    }

    private static IResult ShowAll(WebBackend backend, LineHealthBook book)
    {
        var live = backend.Live.Current;
        var phones = backend.Site.Model.Phones.Values.Where(phone => phone.Port is not null).Select(phone => new PortPhone(
            phone, live.Phones.GetValueOrDefault(phone.Number), backend.Care?.PortOf(phone.Port!)));
        return Fragment.Of<LinesPage>(new LinesView(
            [.. book.All().OrderBy(line => Order(line.Grade))],
            [.. phones],
            new SiteWords(backend.Site.Model, backend.Time.GetUtcNow())));
    }

    private static IResult ShowOne(string name, WebBackend backend, LineHealthBook book) => book.One(name) is { } line
        ? Fragment.Of<LinePage>(new LineView(
            line,
            line.Port is { } port ? string.Concat(port.Where(char.IsAsciiDigit)) : null,
            new SiteWords(backend.Site.Model, backend.Time.GetUtcNow())))
        : Results.StatusCode(StatusCodes.Status404NotFound);

    private static int Order(LineGrade grade) => grade switch
    {
        LineGrade.Sick => 0,
        LineGrade.Watch => 1,
        LineGrade.Unknown => 2,
        LineGrade.Good => 3,
    };
}
