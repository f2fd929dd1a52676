using System.Globalization;
using Switchhook.Hardware.Linux.Interop;

namespace Switchhook.Hardware.Linux.Sound;

/// <summary>The sound cards of the kernel.</summary>
internal static class SoundDevices
{
    /// <summary>Cards in the order of their numbers.</summary>
    public static IReadOnlyList<SoundCard> Cards(KernelFolders folders)
    {
        var list = Path.Combine(folders.Processes, "asound", "cards");
        return File.Exists(list) ? Parse(File.ReadAllText(list)) : [];
    }

    /// <summary>Device files of the cards' sound streams.</summary>
    public static IEnumerable<string> DeviceFiles(KernelFolders folders) =>
        KernelFolders.Entries(Path.Combine(folders.Devices, "snd"), "pcm*");

    /// <summary>Reads the kernel's list: a line of number, id, driver and name for each card, then one with its place.</summary>
    public static IReadOnlyList<SoundCard> Parse(string list) =>
        [.. list.Split('\n').Select(ParseLine).OfType<SoundCard>()];

    /// <summary>Says why a device does not open, and which cards are there.</summary>
    public static IOException WhenOpening(string device, int error) => new(error switch
    {
        Errno.Busy => $"Sound device {device} is in use by another program: stop that one first.",
        Errno.AccessDenied or Errno.NotPermitted => AccessAdvice.For("/dev/snd"),
        Errno.NoEntry or Errno.NoDevice or Errno.NoDeviceOrAddress =>
            $"There is no sound device {device}. {WhatIsThere(Cards(KernelFolders.Real))}",
        _ => $"Sound device {device} does not open: {Alsa.Words(-error)}.",
    });

    /// <summary>The cards in a sentence.</summary>
    public static string WhatIsThere(IReadOnlyList<SoundCard> cards) => cards.Count == 0
        ? "The kernel has no sound card: is the driver loaded, and the overlay of the board set?"
        : $"The cards are {string.Join(", ", cards)}; "
            + "the number of the card's device follows after a comma.";

    // Such as " 0 [Loopback       ]: Loopback - Loopback"; null for other lines.
    private static SoundCard? ParseLine(string line)
    {
        const NumberStyles Padded = NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite;
        var open = line.IndexOf('[', StringComparison.Ordinal);
        var close = line.IndexOf("]: ", StringComparison.Ordinal);
        return open > 0 && close > open
            && int.TryParse(line.AsSpan(0, open), Padded, CultureInfo.InvariantCulture, out var number)
                ? new SoundCard(number, line[(open + 1)..close].Trim(), line[(close + 3)..].Trim())
                : null;
    }
}

/// <summary>A sound card.</summary>
/// <param name="Number">Number, as in <c>hw:2</c>.</param>
/// <param name="Id">Id that does not change with the order of cards, as in <c>hw:Loopback</c>.</param>
/// <param name="Name">Driver and name.</param>
public sealed record SoundCard(int Number, string Id, string Name)
{
    /// <summary>As device names begin, and the name.</summary>
    public override string ToString() => $"hw:{Id} ({Name})";
}
