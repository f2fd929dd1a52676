using System.Globalization;

namespace Switchhook.Testing.Processes;

/// <summary>What the threads of a process have used up, by their names as the kernel knows them: the first fifteen letters.</summary>
public static class ProcessThreads
{
    /// <summary>Processor time of all threads of a name, in a process of this machine. Threads that ended are not counted.</summary>
    public static TimeSpan ProcessorOf(int processId, string name) => new(
        Directory.EnumerateDirectories($"/proc/{processId}/task").Sum(thread => Read(thread, name).Ticks));

    /// <summary>Processor time of each thread, the most used first; threads of one name together.</summary>
    public static IReadOnlyList<(string Name, TimeSpan Processor)> All(int processId) =>
    [
        .. Directory.EnumerateDirectories($"/proc/{processId}/task")
            .Select(thread => (Name: NameOf(thread), Processor: Read(thread, null)))
            .GroupBy(thread => thread.Name)
            .Select(threads => (threads.Key, new TimeSpan(threads.Sum(thread => thread.Processor.Ticks))))
            .OrderByDescending(threads => threads.Item2),
    ];

    /// <summary>The most memory that a process of this machine ever had in use, in bytes.</summary>
    /// <exception cref="InvalidOperationException">The kernel does not tell it.</exception>
    public static long PeakBytes(int processId)
    {
        const string field = "VmHWM:";
        var line = File.ReadLines($"/proc/{processId}/status").FirstOrDefault(line => line.StartsWith(field, StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"The kernel tells no {field} of process {processId}.");
        return long.Parse(line[field.Length..].Replace("kB", "", StringComparison.Ordinal).Trim(), CultureInfo.InvariantCulture) * 1024;
    }

    private static TimeSpan Read(string thread, string? name)
    {
        try
        {
            return name is null || NameOf(thread) == name
                ? ProcessCost.Parse(File.ReadAllText(Path.Combine(thread, "stat"))).Processor
                : TimeSpan.Zero;
        }
        catch (IOException)
        {
            // It ended between the list and the look.
            return TimeSpan.Zero;
        }
    }

    private static string NameOf(string thread)
    {
        try
        {
            return File.ReadAllText(Path.Combine(thread, "comm")).TrimEnd('\n');
        }
        catch (IOException)
        {
            return "";
        }
    }
}
