using System.Globalization;
using Switchhook.Hardware.Yaml;

namespace Switchhook.Hardware.Linux.Gpio;

/// <summary>
/// Finds lines by the names of board files: that of the device tree (<c>GPIO17</c>), or chip and offset (<c>gpiochip0:17</c>,
/// <c>gpiochip0/17</c>, also with the chip's label or the name of its device file).
/// </summary>
/// <param name="chips">What is there.</param>
/// <param name="troubles">Why chips may be missing: those that do not open.</param>
internal sealed class PinDirectory(IReadOnlyList<GpioChipFacts> chips, IReadOnlyList<string> troubles)
{
    private const int MostNames = 40;

    /// <summary>Where a pin is.</summary>
    /// <returns>Index of the chip, and offset of the line.</returns>
    /// <exception cref="IOException">There is no such pin, or there are several; the message names what is there.</exception>
    public (int Chip, int Line) Find(string name)
    {
        var named = Enumerable.Range(0, chips.Count)
            .SelectMany(chip => LinesOf(chip).Where(line => chips[chip].Lines[line].Name == name).Select(line => (chip, line)))
            .ToList();
        return named.Count switch
        {
            1 => named[0],
            0 => FindByOffset(name),
            _ => throw new IOException(
                $"There are {named.Count} pins of the name {name}: write chip and line, such as "
                + $"{string.Join(" or ", named.Select(place => $"{chips[place.chip].Name}:{place.line}"))}."),
        };
    }

    private (int Chip, int Line) FindByOffset(string name)
    {
        // The last one: labels of chips on buses have colons of their own.
        var split = name.LastIndexOfAny([':', '/']);
        if (split <= 0 || !int.TryParse(name.AsSpan(split + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var line))
        {
            throw new IOException($"No pin is called {name}.{Hint(name, LineNames())} {WhatIsThere()}");
        }

        var chip = FindChip(name[..split]);
        var lines = chips[chip].Lines.Length;
        return line < lines
            ? (chip, line)
            : throw new IOException($"{chips[chip]} has no line {line}: its lines are 0 to {lines - 1}.");
    }

    private int FindChip(string name)
    {
        var found = Enumerable.Range(0, chips.Count).Where(chip => NamesOf(chips[chip]).Contains(name)).ToList();
        return found.Count switch
        {
            1 => found[0],
            0 => throw new IOException($"No GPIO chip is called {name}.{Hint(name, chips.SelectMany(NamesOf))} {WhatIsThere()}"),
            _ => throw new IOException(
                $"There are {found.Count} GPIO chips of the label {name}: write {string.Join(" or ", found.Select(i => chips[i].Name))}."),
        };
    }

    private string WhatIsThere()
    {
        var why = troubles.Count == 0 ? "" : " " + string.Join(' ', troubles);
        if (chips.Count == 0)
        {
            return $"There is no GPIO chip.{why}";
        }

        var names = LineNames().ToList();
        var more = names.Count > MostNames ? $" and {names.Count - MostNames} more" : "";
        var named = names.Count == 0 ? "; none of them has a name" : $"; by name {string.Join(", ", names.Take(MostNames))}{more}";
        return $"There are {string.Join(", ", chips.Select(chip => $"{chip} with {chip.Lines.Length} lines"))}{named}. "
            + $"Any line can be written as chip and number, such as {chips[0].Name}:0.{why}";
    }

    private IEnumerable<int> LinesOf(int chip) => Enumerable.Range(0, chips[chip].Lines.Length);

    private IEnumerable<string> LineNames() =>
        chips.SelectMany(chip => chip.Lines).Select(line => line.Name).Where(name => name.Length > 0);

    private static IEnumerable<string> NamesOf(GpioChipFacts chip) =>
        [chip.Name, .. chip.Devices.Select(device => Path.GetFileName(device)).Where(file => file != chip.Name), chip.Label];

    private static string Hint(string name, IEnumerable<string> known) =>
        NearestWord.Of(name, known) is { } near ? $" Did you mean {near}?" : "";
}
