using System.Collections.Immutable;
using Switchhook.Hardware.Linux.Gpio;
using Switchhook.Hardware.Linux.Interop;
using Switchhook.Hardware.Linux.Sound;

namespace Switchhook.Hardware.Linux.Survey;

/// <summary>Looks at what the kernel shows. It changes nothing: it opens no watchdog, for that would start it, and takes no line.</summary>
public static class LinuxSurvey
{
    /// <summary>Looks now.</summary>
    public static SurveyReport Take() => Take(KernelFolders.Real);

    /// <summary>Looks at folders that may stand somewhere else.</summary>
    internal static SurveyReport Take(KernelFolders folders)
    {
        var troubles = new List<string>();
        var spi = Devices(folders, "spidev*");
        var i2c = Devices(folders, "i2c-*");
        foreach (var device in spi.Concat(i2c).Concat(SoundDevices.DeviceFiles(folders)))
        {
            AddTrouble(device, troubles);
        }

        return new SurveyReport(
            BoardModel.Of(folders),
            RealTimeLimit.Of(folders),
            Chips(folders, troubles),
            spi,
            [.. i2c.Select(device => Named(device, folders, "i2c-dev", "name"))],
            [.. SoundDevices.Cards(folders)],
            [.. Devices(folders, "watchdog*").Where(IsNumbered).Select(device => Named(device, folders, "watchdog", "identity"))],
            [.. KernelFolders.Entries(Path.Combine(folders.Classes, "pwm"), "pwmchip*").Select(chip => Path.GetFileName(chip))],
            [.. troubles]);
    }

    private static ImmutableArray<GpioChipFacts> Chips(KernelFolders folders, List<string> troubles)
    {
        var chips = GpioChip.OpenAll(folders.Devices, troubles);
        chips.ForEach(chip => chip.Dispose());
        return [.. chips.Select(chip => chip.Facts)];
    }

    // The one without a number is the first one once more.
    private static bool IsNumbered(string device) => char.IsAsciiDigit(device[^1]);

    private static NamedDevice Named(string device, KernelFolders folders, string kind, string attribute) =>
        new(device, SmallFile.Read(Path.Combine(folders.Classes, kind, Path.GetFileName(device), attribute)) ?? "");

    private static void AddTrouble(string device, List<string> troubles)
    {
        if (LibC.Access(device, LibC.MayReadAndWrite) < 0)
        {
            troubles.Add(AccessAdvice.For(device));
        }
    }

    private static ImmutableArray<string> Devices(KernelFolders folders, string pattern) =>
        [.. KernelFolders.Entries(folders.Devices, pattern)];
}
