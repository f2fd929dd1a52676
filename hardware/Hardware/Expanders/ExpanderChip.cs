using System.Collections.Immutable;

namespace Switchhook.Hardware.Expanders;

/// <summary>Chips that give a board more pins.</summary>
public enum ExpanderChip
{
    /// <summary>Shift register on SPI, eight outputs a chip, in a chain.</summary>
    Hc595,

    /// <summary>Eight quasi-bidirectional pins on I²C.</summary>
    Pcf8574,

    /// <summary>Sixteen pins on I²C.</summary>
    Mcp23017,
}

/// <summary>What is known of the chips without having one.</summary>
public static class ExpanderChips
{
    /// <summary>Longest chain of shift registers.</summary>
    public const int MostChips = 8;

    /// <summary>The chips by their names in board files.</summary>
    public static ImmutableSortedDictionary<string, ExpanderChip> ByName { get; } = new Dictionary<string, ExpanderChip>
    {
        ["74hc595"] = ExpanderChip.Hc595,
        ["pcf8574"] = ExpanderChip.Pcf8574,
        ["mcp23017"] = ExpanderChip.Mcp23017,
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>True for a chip on I²C, which has an address; false for one on SPI.</summary>
    public static bool IsOnI2c(this ExpanderChip chip) => chip is not ExpanderChip.Hc595;

    /// <summary>True when the chip can answer to a 7-bit address (PCF8574: 0x20 to 0x27, PCF8574A: 0x38 to 0x3F).</summary>
    public static bool CanHaveAddress(this ExpanderChip chip, int address) => chip switch
    {
        ExpanderChip.Pcf8574 => address is (>= 0x20 and <= 0x27) or (>= 0x38 and <= 0x3F),
        ExpanderChip.Mcp23017 => address is >= 0x20 and <= 0x27,
        ExpanderChip.Hc595 => false,
    };

    /// <summary>Names of the pins in the order of their bits, as the datasheet has them.</summary>
    /// <param name="chip">The chip.</param>
    /// <param name="chips">Chips in the chain, for a shift register: <c>QA0</c> is the first chip's QA, <c>QA1</c> the second's.</param>
    public static ImmutableArray<string> PinsOf(this ExpanderChip chip, int chips = 1) => chip switch
    {
        ExpanderChip.Hc595 => [.. Enumerable.Range(0, 8 * chips).Select(bit => $"Q{(char)('A' + (bit % 8))}{bit / 8}")],
        ExpanderChip.Pcf8574 => [.. Enumerable.Range(0, 8).Select(bit => $"P{bit}")],
        ExpanderChip.Mcp23017 => [.. Enumerable.Range(0, 16).Select(bit => $"GP{(bit < 8 ? 'A' : 'B')}{bit % 8}")],
    };
}
