using Switchhook.Hardware.Boards.Parts;
using Switchhook.Hardware.Gpio;
using Switchhook.Hardware.Yaml;

namespace Switchhook.Hardware.Boards.Reading;

/// <summary>Reads a pin that the box reads: a button, a contact.</summary>
internal static class InputReader
{
    /// <summary>The keys of an input.</summary>
    public static readonly YamlKey[] Keys =
        [YamlKey.Required("pin", "GPIO17"), YamlKey.Optional("active-low"), YamlKey.Optional("pull")];

    private enum Pull
    {
        None,
        Up,
        Down,
    }

    /// <summary>The input; null when its pin is missing or wrong.</summary>
    /// <remarks>Unless the file says otherwise, the chip's own resistor pulls to the level of rest, where the chip has one.</remarks>
    public static InputPart? Read(YamlFields fields, PinLedger ledger, MistakeLog log)
    {
        var activeLow = fields.Flag("active-low")?.Value ?? false;
        var pull = fields.Choice<Pull>("pull");
        if (fields.Text("pin") is not { } pin)
        {
            return null;
        }

        ledger.TakeInput(pin);
        var hasPullDown = ledger.ExpanderOf(pin.Value) is null;
        if (pull is { Value: Pull.Down, At: var at } && !hasPullDown)
        {
            log.Error(at, "Expanders have no pull-down.", "Wire a resistor and write \"pull: none\", or let the contact pull low.");
        }

        var rest = activeLow ? Pull.Up : hasPullDown ? Pull.Down : Pull.None;
        return new InputPart(pin.Value, activeLow, (pull?.Value ?? rest) switch
        {
            Pull.Up => ResistorMode.InternalPullUp,
            Pull.Down => ResistorMode.InternalPullDown,
            _ => ResistorMode.Disabled,
        });
    }
}
