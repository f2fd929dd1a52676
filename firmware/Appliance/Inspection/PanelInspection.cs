using Switchhook.Appliance.Hosting;

namespace Switchhook.Appliance.Inspection;

/// <summary>What the panel of a board is like.</summary>
internal static class PanelInspection
{
    private static readonly TimeSpan Shine = TimeSpan.FromMilliseconds(400);

    /// <summary>
    /// Lights each lamp and pulls each free relay for a moment, so that a person can look and listen, and tells of buttons, power and what
    /// cannot be opened.
    /// </summary>
    public static IReadOnlyList<HardwareFinding> Run(PanelSet panel, CancellationToken cancel)
    {
        var findings = new List<HardwareFinding>();
        foreach (var lamp in panel.Lamps)
        {
            lamp.Pattern = Hardware.Panel.LampPattern.On;
            cancel.WaitHandle.WaitOne(Shine);
            findings.Add(Finding($"lamp {lamp.Name}", lamp.Fault, "It was lit for a moment: look whether it is the right one."));
            lamp.Pattern = Hardware.Panel.LampPattern.Off;
        }

        foreach (var button in panel.Buttons)
        {
            findings.Add(new HardwareFinding($"button {button.Name}", HardwareVerdict.Ok, "Its pin is there."));
        }

        foreach (var relay in panel.PowerFail)
        {
            findings.Add(Finding($"relay {relay.Name}", relay.Fault, relay.Words));
        }

        foreach (var relay in panel.Relays)
        {
            relay.IsPulled = true;
            cancel.WaitHandle.WaitOne(Shine);
            findings.Add(Finding($"relay {relay.Name}", relay.Fault, "It was pulled for a moment: listen whether it is the right one."));
            relay.IsPulled = false;
        }

        if (panel.Buzzer is { } buzzer)
        {
            findings.Add(Finding("buzzer", buzzer.Fault, "Its pin is there."));
        }

        if (panel.Power is { } power)
        {
            findings.Add(new HardwareFinding("power", HardwareVerdict.Ok, $"The box lives on: {power.State}."));
        }

        return [.. findings, .. panel.Faults.Select(fault => new HardwareFinding("panel", HardwareVerdict.Fault, fault))];
    }

    private static HardwareFinding Finding(string part, string? fault, string words) =>
        new(part, fault is null ? HardwareVerdict.Ok : HardwareVerdict.Fault, fault ?? words);
}
