using Switchhook.Hardware.Boards.Parts;
using Switchhook.Hardware.Yaml;

namespace Switchhook.Hardware.Boards.Reading;

/// <summary>Reads what a lamp or a buzzer is wired to.</summary>
internal static class WireReader
{
    /// <summary>Highest number of a PWM chip or channel.</summary>
    private const int MostPwm = 63;

    private static readonly YamlKey[] PwmKeys = [YamlKey.Required("chip", "0"), YamlKey.Required("channel", "1")];

    /// <summary>A pin by its name, or a PWM channel by chip and channel; null when the key is missing or wrong.</summary>
    public static Wire? Read(YamlFields fields, string key, PinLedger ledger, MistakeLog log) => fields.Node(key) switch
    {
        null => null,
        YamlMap map => Pwm(map, ledger, log),
        _ => Pin(fields, key, ledger),
    };

    /// <summary>A PWM channel only.</summary>
    public static Wire? ReadPwm(YamlFields fields, string key, PinLedger ledger, MistakeLog log) =>
        fields.Node(key) is { } node ? Pwm(node, ledger, log) : null;

    /// <summary>A pin only.</summary>
    public static Wire? ReadPin(YamlFields fields, string key, PinLedger ledger) => Pin(fields, key, ledger);

    private static Wire.Pin? Pin(YamlFields fields, string key, PinLedger ledger)
    {
        if (fields.Text(key) is not { } pin)
        {
            return null;
        }

        ledger.TakeOutput(pin);
        return new Wire.Pin(pin.Value);
    }

    private static Wire.Pwm? Pwm(YamlNode node, PinLedger ledger, MistakeLog log)
    {
        if (YamlFields.Open(node, "a PWM channel", PwmKeys, log) is not { } fields
            || fields.Number("chip", 0, MostPwm) is not { } chip
            || fields.Number("channel", 0, MostPwm) is not { } channel)
        {
            return null;
        }

        var pwm = new Wire.Pwm(chip.Value, channel.Value);
        ledger.TakePwm(pwm, fields.At);
        return pwm;
    }
}
