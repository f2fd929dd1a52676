using Switchhook.Hardware.Dahdi;
using Switchhook.Hardware.Linux.Survey;

namespace Switchhook.Appliance.Inspection;

/// <summary>What the kernel shows of the machine's hardware, without touching it.</summary>
internal static class MachineInspection
{
    /// <summary>What is there besides line cards.</summary>
    public static HardwareSection Machine(SurveyReport survey) => new("This machine", [.. Findings(survey)]);

    /// <summary>Line cards behind the DAHDI drivers.</summary>
    public static HardwareSection Dahdi(DahdiSurvey survey) => new("Line cards of the DAHDI drivers", [.. Findings(survey)]);

    private static IEnumerable<HardwareFinding> Findings(SurveyReport survey)
    {
        yield return Ok("board", survey.Board ?? "It does not tell what it is.");
        yield return new HardwareFinding(
            "real time", survey.RealTime.IsAllowed ? HardwareVerdict.Ok : HardwareVerdict.Notice, survey.RealTime.Words);
        foreach (var chip in survey.Chips)
        {
            yield return Ok("pins", $"{chip}: {chip.Lines.Length} lines, {chip.Lines.Count(line => line.IsUsed)} of them in use.");
        }

        foreach (var device in survey.SpiDevices)
        {
            yield return Ok("SPI", device);
        }

        foreach (var bus in survey.I2cBuses)
        {
            yield return Ok("I²C", $"{bus.Device} {bus.Name}".TrimEnd());
        }

        foreach (var card in survey.SoundCards)
        {
            yield return Ok("sound", $"{card}");
        }

        foreach (var chip in survey.PwmChips)
        {
            yield return Ok("PWM", chip);
        }

        foreach (var watchdog in survey.Watchdogs)
        {
            yield return Ok("watchdog", $"{watchdog.Device} {watchdog.Name}".TrimEnd());
        }

        foreach (var trouble in survey.Troubles)
        {
            yield return new HardwareFinding("access", HardwareVerdict.Notice, trouble);
        }
    }

    private static IEnumerable<HardwareFinding> Findings(DahdiSurvey survey)
    {
        if (survey.Version is { } version)
        {
            yield return Ok("drivers", $"Version {version}.");
        }

        foreach (var span in survey.Spans)
        {
            yield return new HardwareFinding(
                $"span {span.Number}", span.Alarms.Length > 0 ? HardwareVerdict.Fault : HardwareVerdict.Ok, $"{span}");
        }

        foreach (var device in survey.Unassigned)
        {
            yield return Ok("device", device);
        }

        if (survey.Problem is { } problem)
        {
            yield return new HardwareFinding("none", HardwareVerdict.Notice, problem);
        }
    }

    private static HardwareFinding Ok(string part, string words) => new(part, HardwareVerdict.Ok, words);
}
