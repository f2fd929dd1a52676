using Switchhook.Hardware.Boards.Parts;
using Switchhook.Hardware.Panel.Sounds;
using Switchhook.Hardware.Yaml;

namespace Switchhook.Hardware.Boards.Reading;

/// <summary>Reads the buzzer of a board file.</summary>
internal static class BuzzerReader
{
    private static readonly YamlKey[] Keys =
        [YamlKey.Optional("pin"), YamlKey.Optional("pwm"), YamlKey.Optional("active-low"), YamlKey.Optional("frequency")];

    /// <summary>The buzzer; null without one.</summary>
    public static BuzzerPart? Read(YamlFields board, PinLedger ledger, MistakeLog log)
    {
        if (board.Node("buzzer") is not { } node || YamlFields.Open(node, "the buzzer", Keys, log) is not { } fields)
        {
            return null;
        }

        if (fields.Has("pin") == fields.Has("pwm"))
        {
            log.Error(
                fields.At,
                fields.Has("pin") ? "The buzzer is wired in two ways." : "The buzzer has no pin.",
                "Write \"pin: GPIO17\" for one that sounds by itself, \"pwm: {chip: 0, channel: 1}\" for one that needs a wave.");
            return null;
        }

        var atPin = fields.Has("pin");
        foreach (var key in new[] { atPin ? "frequency" : "active-low" }.Where(fields.Has))
        {
            log.Error(
                fields.PlaceOf(key), $"A buzzer at a {(atPin ? "pin" : "PWM channel")} has no \"{key}\".", $"Remove \"{key}\".");
        }

        var activeLow = fields.Flag("active-low")?.Value ?? false;
        var hertz = fields.Number("frequency", 100, 10_000)?.Value;
        var wire = atPin ? WireReader.ReadPin(fields, "pin", ledger) : WireReader.ReadPwm(fields, "pwm", ledger, log);
        return wire is null ? null : new BuzzerPart(wire, activeLow, hertz is { } said ? new Frequency(said) : Buzzer.UsualFrequency);
    }
}
