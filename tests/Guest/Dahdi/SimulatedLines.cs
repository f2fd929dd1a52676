using Switchhook.Guest.Lab;
using Switchhook.Hardware.Boards;
using Switchhook.Hardware.Dahdi;

namespace Switchhook.Guest.Dahdi;

/// <summary>A card of simline, with the hands of whoever stands before it.</summary>
/// <param name="number">Its number; even ones are wired to the odd ones that follow.</param>
internal sealed class SimulatedLines(int number)
{
    private const string Driver = "/sys/bus/platform/drivers/simline";

    /// <summary>Its name, by which DAHDI's drivers know it.</summary>
    public string Name { get; } = $"simline.{number}";

    /// <summary>Cords that are out, as bits of its FXO ports.</summary>
    public int Unplugged
    {
        set => Set("unplugged", value);
    }

    /// <summary>Whether its clock stands still.</summary>
    public bool Stalled
    {
        set => Set("stalled", value ? 1 : 0);
    }

    /// <summary>Makes the cards, with their clocks running and all cords in.</summary>
    /// <param name="lines">FXO ports of each card, and FXS ports.</param>
    public static void Load(int lines)
    {
        Kernel.Load("dahdi");
        Kernel.Load("simline", "pairs=2", $"lines={lines}");
    }

    /// <summary>Opens the card with the driver under test.</summary>
    /// <param name="lines">FXO ports, and FXS ports, to use.</param>
    /// <param name="first">Number of the first port of each kind.</param>
    /// <param name="told">Takes the driver's sentences.</param>
    public DahdiCard Open(int lines, int first = 1, Action<string>? told = null) => DahdiCard.Open(
        new CardConfig(Name, lines, lines, first, first, new DahdiCardSettings { Device = Name }),
        TimeProvider.System,
        told ?? Console.WriteLine);

    /// <summary>Pulls the card out of the box; it takes as long as programs hold it open, at most a second.</summary>
    public Task PullAsync() => Task.Run(() => Kernel.Write($"{Driver}/unbind", Name));

    /// <summary>Plugs the card in again.</summary>
    public void Plug() => Kernel.Write($"{Driver}/bind", Name);

    /// <summary>Makes all as it was: plugged in, cords in, clock running.</summary>
    public void Restore()
    {
        if (!Path.Exists($"{Driver}/{Name}"))
        {
            Plug();
        }

        (Unplugged, Stalled) = (0, false);
    }

    private void Set(string attribute, int value) => Kernel.Write($"/sys/bus/platform/devices/{Name}/{attribute}", $"{value}");
}
