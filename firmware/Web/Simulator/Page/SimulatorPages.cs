using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Switchhook.Web.Components;
using Switchhook.Web.Events;
using Switchhook.Web.Pages;
using Switchhook.Web.Seams;
using Switchhook.Web.Security;
using Switchhook.Web.Security.Roles;

namespace Switchhook.Web.Simulator.Page;

/// <summary>The page that plays the outside world: callers on the lines, people at the phones.</summary>
internal static class SimulatorPages
{
    public static void MapSimulatorPages(this IEndpointRouteBuilder routes, ISimulatorDriver driver)
    {
        var pages = routes.MapGroup("/simulator").ExcludeFromDescription().For(Ability.Simulator);
        pages.MapGet("/", (WebBackend backend) => Fragment.Of<SimulatorPage>(View(driver, backend)));
        pages.MapGet("/status", (WebBackend backend) => Fragment.Of<SimulatorStatus>(View(driver, backend)));
        pages.MapGet("/changes", (HttpContext context, Streams streams, WebBackend backend) =>
            ChangeStreams.SimulatorAsync(context, streams, driver, backend.Live, backend.Time));
        MapCommands(pages, driver, "/lines", SimulatorCommands.OfLines, name => Parties.Exist(driver, new SimulatedParty(true, name)));
        MapCommands(pages, driver, "/phones", SimulatorCommands.OfPhones, name => Parties.Exist(driver, new SimulatedParty(false, name)));
        MapCommands(pages, driver, "/buttons", SimulatorCommands.OfButtons, name => Parties.HasButton(driver, name));
    }

    private static void MapCommands(
        IEndpointRouteBuilder pages,
        ISimulatorDriver driver,
        string place,
        IReadOnlyList<PartyCommand> commands,
        Func<string, bool> exists)
    {
        foreach (var command in commands)
        {
            pages.MapPost(
                    $"{place}/{{party}}/{command.Name}",
                    (string party, HttpContext context) => RunAsync(driver, exists(party) ? party : null, command, context))
                .AsForm()
                .WithMetadata(new RequestSizeLimitAttribute(RawInput.MaxBody));
        }
    }

    private static SimulatorView View(ISimulatorDriver driver, WebBackend backend) =>
        new(backend.Site.Model, backend.Live.Current, driver.Snapshot(), driver.Samples);

    // With script only the notice is written again, and the stream of changes brings the rest; without, the page is loaded again.
    private static async Task<IResult> RunAsync(
        ISimulatorDriver driver, string? party, PartyCommand command, HttpContext context)
    {
        var byScript = context.Request.Headers.ContainsKey("HX-Request");
        if (party is null)
        {
            return Refused(byScript, ["There is no such line, phone or button any more; load the page again."]);
        }

        var input = new PartyInput(await RawInput.ReadAsync(context));
        var refusal = command.Run(driver, party, input);
        IReadOnlyList<string> troubles = refusal is not null
            ? [refusal]
            : [.. input.Mistakes.Select(mistake => $"{mistake.Problem} {mistake.Cure}")];
        return troubles.Count > 0 ? Refused(byScript, troubles)
            : byScript ? Notice([])
            : SeeOther.Result("/simulator");
    }

    private static IResult Refused(bool byScript, IReadOnlyList<string> troubles) => byScript
        ? Notice(troubles)
        : Fragment.Of<ErrorPage>(
            new ErrorWords(string.Join(' ', troubles), "Go back to the simulator and try again."), StatusCodes.Status409Conflict);

    private static IResult Notice(IReadOnlyList<string> troubles) => Fragment.Of<SimulatorNotice>(troubles);
}
