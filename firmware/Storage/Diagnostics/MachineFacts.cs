using System.Globalization;
using System.Runtime.InteropServices;

namespace Switchhook.Storage.Diagnostics;

/// <summary>What the machine is and how it is: read from the kernel each time.</summary>
/// <param name="Kernel">Name and version of the system.</param>
/// <param name="Processor">Its model; null when the kernel does not tell.</param>
/// <param name="Cores">Number of processors.</param>
/// <param name="Load">Processes that want to run, on average over 1, 5 and 15 minutes; empty when it is not told.</param>
/// <param name="MemoryTotal">Bytes of memory.</param>
/// <param name="MemoryFree">Bytes of it that programs could take.</param>
/// <param name="MemoryOfBox">Bytes that the daemon holds.</param>
/// <param name="DiskTotal">Bytes of the disk with the data folder.</param>
/// <param name="DiskFree">Bytes of it that the box could take.</param>
/// <param name="RunsFor">How long the machine runs; null when it is not told.</param>
/// <param name="ClockIsSet">True when a time service has set the clock; null when the system has none that tells.</param>
/// <param name="Temperatures">In degrees Celsius, by the name of the place.</param>
public sealed record MachineFacts(
    string Kernel,
    string? Processor,
    int Cores,
    IReadOnlyList<double> Load,
    long? MemoryTotal,
    long? MemoryFree,
    long MemoryOfBox,
    long? DiskTotal,
    long? DiskFree,
    TimeSpan? RunsFor,
    bool? ClockIsSet,
    IReadOnlyList<Temperature> Temperatures)
{
    private const int MostPlaces = 20;

    /// <summary>Reads them; what cannot be read is left out.</summary>
    /// <param name="dataFolder">Its disk counts.</param>
    public static MachineFacts Read(string dataFolder)
    {
        var memory = Lines("/proc/meminfo");
        var disk = Try(() => new DriveInfo(Path.GetFullPath(dataFolder)));
        return new MachineFacts(
            RuntimeInformation.OSDescription,
            Lines("/proc/cpuinfo").Where(line => line.StartsWith("model name", StringComparison.Ordinal)
                || line.StartsWith("Model", StringComparison.Ordinal)).Select(AfterColon).FirstOrDefault(),
            Environment.ProcessorCount,
            [.. First("/proc/loadavg").Split(' ').Take(3).Select(Number).OfType<double>()],
            Kilobytes(memory, "MemTotal:"),
            Kilobytes(memory, "MemAvailable:"),
            Environment.WorkingSet,
            disk?.TotalSize,
            disk?.AvailableFreeSpace,
            Number(First("/proc/uptime").Split(' ')[0]) is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
            Directory.Exists("/run/systemd/timesync") ? File.Exists("/run/systemd/timesync/synchronized") : null,
            ReadTemperatures());
    }

    private static List<Temperature> ReadTemperatures()
    {
        const string Root = "/sys/class/thermal";
        var found = new List<Temperature>();
        if (Directory.Exists(Root))
        {
            foreach (var folder in Directory.EnumerateDirectories(Root, "thermal_zone*").Order(StringComparer.Ordinal).Take(MostPlaces))
            {
                if (Number(First(Path.Combine(folder, "temp"))) is { } value && First(Path.Combine(folder, "type")) is { Length: > 0 } name)
                {
                    found.Add(new Temperature(name, value / 1000));
                }
            }
        }

        return found;
    }

    private static string AfterColon(string line) => line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();

    private static long? Kilobytes(IReadOnlyList<string> lines, string name) =>
        lines.FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal)) is { } line
            && Number(line[name.Length..].Replace("kB", "", StringComparison.Ordinal).Trim()) is { } number
            ? (long)number * 1024
            : null;

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string First(string path) => Lines(path) is [var first, ..] ? first.Trim() : "";

    private static IReadOnlyList<string> Lines(string path) => Try(() => File.ReadAllLines(path)) ?? [];

    private static T? Try<T>(Func<T> read)
        where T : class
    {
        try
        {
            return read();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }
}

/// <summary>How warm a place of the machine is.</summary>
/// <param name="Place">What the kernel calls it.</param>
/// <param name="Celsius">Degrees.</param>
public sealed record Temperature(string Place, double Celsius);
