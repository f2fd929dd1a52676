using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Switchhook.Hardware.Boards;
using Switchhook.Web.Hosting;
using Switchhook.Web.Pages.FirstCall;
using Switchhook.Web.Security.Roles;

namespace Switchhook.Web.Api.Welcome;

/// <summary>How far the first start is: what was found, and whether a call was answered. The site itself is written by /site.</summary>
internal static class WelcomeApi
{
    public static void MapWelcomeApi(this IEndpointRouteBuilder api) =>
        api.MapGet("/welcome", Read).WithTags("Site").For(Ability.ChangeSite).Produces<WelcomeModel>();

    /// <summary>
    /// How far the first start is: the ports of the board with what is plugged in, and the first call since the site is in force.
    /// </summary>
    /// <param name="stores">Versions and calls.</param>
    /// <param name="backend">The box.</param>
    internal static IResult Read(Stores stores, WebBackend backend)
    {
        var (site, live) = (backend.Site.Model, backend.Live.Current);
        var board = BoardCatalog.Delivered.ReadAll()[site.Board];
        var first = FirstCallPages.View(backend, stores).Call;
        return Results.Ok(new WelcomeModel(
            backend.Site.IsExample,
            site.Board,
            [
                .. Enumerable.Range(1, board.FxoPorts).Select(port => $"fxo{port}").Select(port =>
                    site.Lines.Values.FirstOrDefault(line => line.Port == port) is { } line
                        ? new WelcomePortModel(port, line.Name, WordOf(live.Lines.GetValueOrDefault(line.Name)?.Status))
                        : new WelcomePortModel(port, null, null)),
                .. Enumerable.Range(1, board.FxsPorts).Select(port => $"fxs{port}").Select(port =>
                    site.Phones.Values.FirstOrDefault(phone => phone.Port == port) is { } phone
                        ? new WelcomePortModel(port, phone.Number, WordOf(live.Phones.GetValueOrDefault(phone.Number)?.Status))
                        : new WelcomePortModel(port, null, null)),
            ],
            first?.Id,
            first?.AnsweredAt));
    }

    // As the lists of lines and phones write it.
    private static string? WordOf(object? status) => status is null ? null : JsonNamingPolicy.CamelCase.ConvertName(status.ToString()!);
}
