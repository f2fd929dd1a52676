using Switchhook.Calls;
using Switchhook.Calls.Live;
using Switchhook.Site;
using Switchhook.Site.Outbound;

namespace Switchhook.Flows.Dialling;

/// <summary>Finds a line or trunk of a group that carries a call out: one after the other, until the call gets through on one.</summary>
internal sealed class OutsideDialling(FlowServices services)
{
    private readonly LinePicker _lines = new();

    /// <summary>Seizes and dials.</summary>
    /// <param name="call">The call; legs and reasons go into it.</param>
    /// <param name="origin">Who waits for it; when this leg ends the search does.</param>
    /// <param name="target">The number and the group.</param>
    /// <param name="group">The group of the site that the call began with.</param>
    public async Task<Dialled> DialAsync(Call call, Leg origin, DialTarget.Outside target, LineGroupConfig group)
    {
        foreach (var name in _lines.Order(group))
        {
            if (Seize(name, target.Call, group, why => call.Note("outbound", why)) is not { } leg)
            {
                continue;
            }

            call.Add(leg, Why(target.Number, leg, group, target.Show));
            if (await GetsThroughAsync(leg, origin))
            {
                return new Dialled(leg, null);
            }

            if (origin.State == LegState.Ended)
            {
                return new Dialled(null, await origin.Ended);
            }

            if (await leg.Ended is { } why && IsAnswer(why))
            {
                return new Dialled(null, why);
            }
        }

        return new Dialled(null, new Cause(CauseCode.NoLine, $"No line of group {group.Name} is free and working."));
    }

    /// <summary>Seizes and dials over one group after the other, until the call gets through or the other side itself says no.</summary>
    /// <param name="call">The call; legs and reasons go into it.</param>
    /// <param name="origin">Who waits for it; when this leg ends the search does.</param>
    /// <param name="target">The number.</param>
    /// <param name="groups">The groups in the order in which they are tried; at least one.</param>
    public async Task<Dialled> DialAsync(Call call, Leg origin, DialTarget.Outside target, IEnumerable<LineGroupConfig> groups)
    {
        var dialled = new Dialled(null, null);
        foreach (var group in groups)
        {
            dialled = await DialAsync(call, origin, target, group);
            if (dialled.Leg is not null || dialled.Why!.Code != CauseCode.NoLine || origin.State == LegState.Ended)
            {
                return dialled;
            }

            call.Note("outbound", dialled.Why.Words);
        }

        return dialled;
    }

    /// <summary>Seizes the first line of a group that is free, and dials; null when none is. For one who is rung outside.</summary>
    /// <param name="number">What the exchange gets.</param>
    /// <param name="group">The group.</param>
    /// <param name="passedOver">Takes why lines were passed over.</param>
    /// <param name="why">Why this line, in words.</param>
    public Leg? Seize(string number, LineGroupConfig group, Action<string> passedOver, out string why)
    {
        foreach (var name in _lines.Order(group))
        {
            if (Seize(name, new CallOut(number), group, passedOver) is { } leg)
            {
                why = Why(number, leg, group);
                return leg;
            }
        }

        why = $"No line of group {group.Name} is free and working.";
        return null;
    }

    /// <summary>
    /// True when the call has got through to the other side; false when the line failed or the user gave up, and then the leg has ended.
    /// </summary>
    public static async Task<bool> GetsThroughAsync(Leg leg, Leg origin)
    {
        await Task.WhenAny(leg.Reached, origin.Ended);
        if (origin.State == LegState.Ended)
        {
            leg.HangUp(await origin.Ended);
        }

        return leg.State != LegState.Ended;
    }

    private Leg? Seize(string name, CallOut dialled, LineGroupConfig group, Action<string> passedOver)
    {
        var line = services.Stations.Line(name);
        if (line?.Seize(dialled) is not { } leg)
        {
            passedOver($"Line {name} is passed over: it is {line?.Status.InWords() ?? "not connected"}.");
            return null;
        }

        _lines.Taken(group, name);
        return leg;
    }

    private static string Why(string number, Leg leg, LineGroupConfig group, ShownNumber? shown = null) =>
        $"Dials {number} on {leg.Party}: {LinePicker.Reason(group)}."
        + (shown is not null && leg.Party.Kind == PartyKind.Trunk ? $" It is to show {shown.Number ?? "no number"}." : "");

    // What the other side itself says holds for every line: another one would only say it again.
    private static bool IsAnswer(Cause why) => why.Code
        is CauseCode.Busy or CauseCode.NoAnswer or CauseCode.HungUp or CauseCode.Refused or CauseCode.Declined;
}

/// <summary>What became of dialling out.</summary>
/// <param name="Leg">The leg that got through; null when none did.</param>
/// <param name="Why">Why none did.</param>
internal sealed record Dialled(Leg? Leg, Cause? Why);
