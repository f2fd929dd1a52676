using System.Globalization;

namespace Switchhook.Hardware.Linux.Survey;

/// <summary>Whether this process may have real-time priority: by a capability, or by its limit.</summary>
internal static class RealTimeLimit
{
    /// <summary>CAP_SYS_NICE (capabilities(7)).</summary>
    private const int SystemNice = 23;

    /// <summary>Looks at what the kernel tells of this process.</summary>
    public static RealTimeRight Of(KernelFolders folders)
    {
        var self = Path.Combine(folders.Processes, "self");
        var capabilities = Field(Path.Combine(self, "status"), "CapEff:");
        if (ulong.TryParse(capabilities, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var set) && (set >> SystemNice & 1) == 1)
        {
            return new RealTimeRight(true, "allowed by the capability CAP_SYS_NICE");
        }

        var limit = Field(Path.Combine(self, "limits"), "Max realtime priority");
        return limit is null or "0"
            ? new RealTimeRight(
                false, "not allowed: grant CAP_SYS_NICE or LimitRTPRIO=50 to the service (systemd: AmbientCapabilities=CAP_SYS_NICE)")
            : new RealTimeRight(true, $"allowed by the limit of real-time priorities ({limit})");
    }

    // The word after the name of a field.
    private static string? Field(string path, string name) => (SmallFile.Read(path) ?? "")
        .Split('\n')
        .Where(line => line.StartsWith(name, StringComparison.Ordinal))
        .Select(line => line[name.Length..].Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries).FirstOrDefault())
        .FirstOrDefault();
}
