using Switchhook.Hardware.Boards.Parts;
using Switchhook.Hardware.Expanders;
using Switchhook.Hardware.Yaml;

namespace Switchhook.Hardware.Boards.Reading;

/// <summary>Which pins of a board are taken, and by which line of its file.</summary>
/// <param name="expanders">The board's expanders.</param>
/// <param name="log">Takes the mistakes.</param>
internal sealed class PinLedger(IReadOnlyDictionary<string, ExpanderPart> expanders, MistakeLog log)
{
    private readonly Dictionary<string, Place> _taken = new(StringComparer.Ordinal);

    /// <summary>Takes a pin of the board or of an expander as an output.</summary>
    public void TakeOutput(Located<string> pin) => Take(pin);

    /// <summary>Takes a pin of the board or of an expander as an input.</summary>
    public void TakeInput(Located<string> pin)
    {
        if (Take(pin) && ExpanderOf(pin.Value) is { } expander && !CanRead(expander.Chip, PinOf(pin.Value)))
        {
            log.Error(pin.At, $"Pin {pin.Value} is an output only.", "Name a pin that can be read.");
        }
    }

    /// <summary>Takes a pin of the board itself.</summary>
    /// <param name="pin">The pin.</param>
    /// <param name="why">Why one of an expander will not do, as a sentence.</param>
    public void TakeOfBoard(Located<string> pin, string why)
    {
        if (Take(pin) && ExpanderOf(pin.Value) is not null)
        {
            log.Error(pin.At, $"Pin {pin.Value} belongs to an expander. {why}", "Name a pin of the board.");
        }
    }

    /// <summary>Takes a PWM channel.</summary>
    public void TakePwm(Wire.Pwm pwm, Place at) => Take($"PWM channel {pwm.Channel} of chip {pwm.Chip}", at);

    /// <summary>The expander that a pin belongs to; null for one of the board.</summary>
    public ExpanderPart? ExpanderOf(string pin) =>
        pin.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot ? expanders.GetValueOrDefault(pin[..dot]) : null;

    private static string PinOf(string pin) => pin[(pin.IndexOf('.', StringComparison.Ordinal) + 1)..];

    private static bool CanRead(ExpanderChip chip, string pin) => chip switch
    {
        ExpanderChip.Hc595 => false,
        ExpanderChip.Pcf8574 => true,
        ExpanderChip.Mcp23017 => pin is not ("GPA7" or "GPB7"),
    };

    private bool Take(Located<string> pin) => IsThere(pin) && Take($"Pin {pin.Value}", pin.At);

    // Pins of the kernel may have a dot in their names too: only one that is nearly an expander's is a slip.
    private bool IsThere(Located<string> pin)
    {
        if (ExpanderOf(pin.Value) is { } expander)
        {
            var names = expander.Chip.PinsOf(expander.Chips);
            if (names.Contains(PinOf(pin.Value)))
            {
                return true;
            }

            log.Error(
                pin.At,
                $"Expander {expander.Name} has no pin \"{Quote.Short(PinOf(pin.Value))}\".",
                $"Its pins are {expander.Name}.{names[0]} to {expander.Name}.{names[^1]}.");
            return false;
        }

        if (pin.Value.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot
            && NearestWord.Of(pin.Value[..dot], expanders.Keys) is { } nearest)
        {
            log.Error(
                pin.At, $"There is no expander \"{Quote.Short(pin.Value[..dot])}\".", $"Write \"{nearest}.{PinOf(pin.Value)}\" instead.");
            return false;
        }

        return true;
    }

    private bool Take(string what, Place at)
    {
        if (_taken.TryAdd(what, at))
        {
            return true;
        }

        log.Error(at, $"{what} is in use already, in line {_taken[what].Line}.", "Name another one: each serves one thing.");
        return false;
    }
}
