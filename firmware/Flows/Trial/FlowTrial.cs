using System.Globalization;
using Switchhook.Calls;
using Switchhook.Flows.LookUps;
using Switchhook.Flows.Steps;

namespace Switchhook.Flows.Trial;

/// <summary>
/// Takes a caller on paper through the flows of a site. The steps are the code that runs for calls; only what they do to a caller is
/// written down instead of done.
/// </summary>
public static class FlowTrial
{
    /// <summary>The way that a caller would take.</summary>
    /// <param name="site">The site; its prompts need not be loaded.</param>
    /// <param name="request">The caller. Its line is one of the site.</param>
    /// <param name="now">When he calls who does not say when.</param>
    /// <param name="lookUps">Looks values up, as for a call.</param>
    /// <param name="cancel">Breaks it off.</param>
    /// <exception cref="OperationCanceledException">It was broken off.</exception>
    public static async Task<TrialResult> RunAsync(
        SiteInForce site, TrialRequest request, DateTimeOffset now, ILookUps lookUps, CancellationToken cancel = default)
    {
        var line = request.Line ?? site.Model.Lines.Keys.Concat(site.Model.Trunks.Keys).First();
        var at = request.At ?? now;
        var local = TimeZoneInfo.ConvertTime(at, site.Model.TimeZone).ToString("ddd d MMM yyyy HH:mm", CultureInfo.InvariantCulture);
        var caller = $"{request.Number ?? "An unknown caller"} calls on {line}, {local}{(request.IsNight ? ", at night" : "")}";
        var lines = new List<TrialLine>();
        if (site.Model.FlowOf(line, request.Dialled, request.IsNight) is not { } flow)
        {
            lines.Add(new TrialLine("", "", TrialLineKind.Outcome, $"Calls on {line} go through no flow."));
            return new TrialResult(caller, null, lines);
        }

        var identity = new CallerIdentity(request.Number, null, "A try.") { Withheld = request.Number is null };
        var memory = new FlowMemory(site, identity);
        var acts = new TrialActs(memory, request, at, lookUps, lines, cancel);
        var why = await new FlowRunner(acts, memory).RunAsync(flow);
        if (why is not null)
        {
            acts.Tell(TrialLineKind.Outcome, $"The call is over: {why}");
        }

        return new TrialResult(caller, flow, lines) { Passed = acts.Passed };
    }
}
