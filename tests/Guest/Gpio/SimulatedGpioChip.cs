using System.Globalization;
using Switchhook.Guest.Lab;

namespace Switchhook.Guest.Gpio;

/// <summary>A chip of gpio-sim: its outputs can be looked at and its inputs pulled, as with a meter and a wire.</summary>
internal sealed class SimulatedGpioChip : IDisposable
{
    private readonly string _settings;
    private readonly string _device;

    /// <summary>Plugs a chip in.</summary>
    /// <param name="name">Name of the chip.</param>
    /// <param name="lines">Names of its lines.</param>
    public SimulatedGpioChip(string name, params string[] lines)
    {
        _settings = $"/sys/kernel/config/gpio-sim/{name}";
        var bank = $"{_settings}/bank0";
        Directory.CreateDirectory(bank);
        Kernel.Write($"{bank}/num_lines", lines.Length.ToString(CultureInfo.InvariantCulture));
        Kernel.Write($"{bank}/label", name);
        for (var i = 0; i < lines.Length; i++)
        {
            Directory.CreateDirectory($"{bank}/line{i}");
            Kernel.Write($"{bank}/line{i}/name", lines[i]);
        }

        Kernel.Write($"{_settings}/live", "1");
        _device = $"/sys/devices/platform/{Kernel.Read($"{_settings}/dev_name")}/{Kernel.Read($"{bank}/chip_name")}";
    }

    /// <summary>The level at a line, whoever drives it.</summary>
    public bool LevelOf(int line) => Kernel.Read($"{_device}/sim_gpio{line}/value") == "1";

    /// <summary>Pulls an input to a level.</summary>
    public void Pull(int line, bool up) => Kernel.Write($"{_device}/sim_gpio{line}/pull", up ? "pull-up" : "pull-down");

    /// <summary>Pulls the chip out under whoever uses it.</summary>
    public void Unplug() => Kernel.Write($"{_settings}/live", "0");

    /// <summary>Pulls the chip out and forgets it.</summary>
    public void Dispose()
    {
        if (Kernel.Read($"{_settings}/live") == "1")
        {
            Unplug();
        }

        foreach (var line in Directory.GetDirectories($"{_settings}/bank0"))
        {
            Directory.Delete(line);
        }

        Directory.Delete($"{_settings}/bank0");
        Directory.Delete(_settings);
    }
}
