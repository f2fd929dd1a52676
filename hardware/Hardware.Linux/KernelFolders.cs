namespace Switchhook.Hardware.Linux;

/// <summary>Where the kernel shows its devices.</summary>
/// <param name="Devices">Device files.</param>
/// <param name="Processes">What it tells of itself, of processes and of the board (procfs).</param>
/// <param name="Classes">Devices by kind (sysfs).</param>
internal sealed record KernelFolders(string Devices, string Processes, string Classes)
{
    /// <summary>Those of this machine.</summary>
    public static KernelFolders Real { get; } = new("/dev", "/proc", "/sys/class");

    /// <summary>What a folder holds, in order; nothing when it is not there.</summary>
    public static IEnumerable<string> Entries(string folder, string pattern) => Directory.Exists(folder)
        ? Directory.EnumerateFileSystemEntries(folder, pattern).Order(StringComparer.Ordinal)
        : [];
}
