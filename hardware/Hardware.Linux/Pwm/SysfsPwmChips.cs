using System.Globalization;

namespace Switchhook.Hardware.Linux.Pwm;

/// <summary>The PWM chips that the kernel shows.</summary>
internal static class SysfsPwmChips
{
    /// <summary>The chips in a sentence.</summary>
    /// <param name="folder">Folder of the class.</param>
    public static string WhatIsThere(string folder)
    {
        var chips = KernelFolders.Entries(folder, "pwmchip*").ToList();
        return chips.Count == 0
            ? "The kernel shows none."
            : $"There are {string.Join(", ", chips.Select(chip => $"{Path.GetFileName(chip)} with {Channels(chip)} channels"))}.";
    }

    /// <summary>Number of channels of a chip; 0 when it does not tell.</summary>
    public static int Channels(string chip)
    {
        var file = Path.Combine(chip, "npwm");
        return File.Exists(file) && int.TryParse(File.ReadAllText(file).AsSpan().Trim(), CultureInfo.InvariantCulture, out var channels)
            ? channels
            : 0;
    }
}
