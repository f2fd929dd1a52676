using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Switchhook.Web.Api;
using Switchhook.Web.Api.Errors;
using Switchhook.Web.Events;
using Switchhook.Web.Seams;
using Switchhook.Web.Security.Roles;

namespace Switchhook.Web.Simulator;

/// <summary>Moves the simulated exchange and phones; there only with simulated hardware.</summary>
internal static class SimulatorApi
{
    private static readonly string[] ReadMethods = ["GET", "HEAD"];

    public static void MapSimulatorApi(this IEndpointRouteBuilder api, ISimulatorDriver driver)
    {
        var simulator = api.MapGroup("/simulator").WithTags("Simulator").For(Ability.Simulator);
        simulator.MapGet("/", () => Results.Ok(SimulatorModel.Of(driver)))
            .WithSummary("What all simulated parties do now, and the samples that they can speak.")
            .Produces<SimulatorModel>();
        MapParties(simulator, driver, isLine: true, "/lines", SimulatorCommands.OfLines);
        MapParties(simulator, driver, isLine: false, "/phones", SimulatorCommands.OfPhones);
        MapButtons(simulator, driver);
    }

    private static void MapButtons(IEndpointRouteBuilder simulator, ISimulatorDriver driver)
    {
        foreach (var command in SimulatorCommands.OfButtons)
        {
            simulator.MapPost($"/buttons/{{button}}/{command.Name}", (string button, HttpContext context) =>
                    Parties.HasButton(driver, button) ? RunAsync(driver, button, command, context) : Task.FromResult(NoSuchButton()))
                .WithSummary(command.Summary)
                .Produces(StatusCodes.Status204NoContent)
                .ProducesNotFound()
                .ProducesError(StatusCodes.Status409Conflict);
        }
    }

    private static void MapParties(
        IEndpointRouteBuilder simulator, ISimulatorDriver driver, bool isLine, string place, IReadOnlyList<PartyCommand> commands)
    {
        foreach (var command in commands)
        {
            simulator.MapPost(
                    $"{place}/{{party}}/{command.Name}",
                    (string party, HttpContext context) => Parties.Exist(driver, new SimulatedParty(isLine, party))
                        ? RunAsync(driver, party, command, context)
                        : Task.FromResult(NoSuchParty(new SimulatedParty(isLine, party))))
                .WithSummary(command.Summary)
                .DescribesBody<RawInput>(isRequired: false, "application/json", "multipart/form-data", "audio/wav")
                .WithMetadata(new RequestSizeLimitAttribute(RawInput.MaxBody))
                .Produces(StatusCodes.Status204NoContent)
                .ProducesWrong()
                .ProducesNotFound()
                .ProducesError(StatusCodes.Status409Conflict);
        }

        simulator.MapMethods($"{place}/{{party}}/heard", ReadMethods, (string party) => Heard(driver, new SimulatedParty(isLine, party)))
            .WithSummary("What the party has heard since its call began, as a WAV file.")
            .Produces(StatusCodes.Status200OK, contentType: "audio/wav")
            .ProducesNotFound();
        simulator.MapGet($"{place}/{{party}}/heard/live", (string party, HttpContext context, Streams streams, WebBackend backend) =>
                ListenAsync(driver, new SimulatedParty(isLine, party), context, streams, backend.Time))
            .WithSummary("What the party hears, as it hears it, as a WAV file that ends two seconds after the party has gone.")
            .Produces(StatusCodes.Status200OK, contentType: "audio/wav")
            .ProducesNotFound();
    }

    private static Task ListenAsync(
        ISimulatorDriver driver, SimulatedParty party, HttpContext context, Streams streams, TimeProvider time) =>
        Parties.Exist(driver, party)
            ? streams.RunAsync(context, end => LiveSound.SendAsync(context, driver, party, time, end))
            : NoSuchParty(party).ExecuteAsync(context);

    private static async Task<IResult> RunAsync(ISimulatorDriver driver, string name, PartyCommand command, HttpContext context)
    {
        var input = new PartyInput(await RawInput.ReadAsync(context));
        var refusal = command.Run(driver, name, input);
        return input.Mistakes.Count > 0 ? ApiProblem.Wrong(input.Mistakes)
            : refusal is not null ? ApiProblem.NotNow(refusal)
            : Results.NoContent();
    }

    private static IResult Heard(ISimulatorDriver driver, SimulatedParty party) => Parties.Exist(driver, party)
        ? Results.Bytes(WavFile.Of(driver.Heard(party).Span), "audio/wav", enableRangeProcessing: true)
        : NoSuchParty(party);

    private static IResult NoSuchParty(SimulatedParty party) => ApiProblem.NotFound(
        party.IsLine ? "There is no simulated line of that name." : "There is no simulated phone of that number.",
        "GET /api/v1/simulator lists them.");

    private static IResult NoSuchButton() =>
        ApiProblem.NotFound("The simulated board has no button of that name.", "GET /api/v1/simulator lists them.");
}
