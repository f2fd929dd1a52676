using System.Globalization;

namespace Switchhook.Testing.Processes;

/// <summary>What a process of this machine has used up, as the kernel counts it: processor time to 10 ms, memory.</summary>
/// <param name="User">Processor time in the program.</param>
/// <param name="Kernel">Processor time in the kernel on its behalf.</param>
/// <param name="ResidentBytes">Memory in use.</param>
public sealed record ProcessCost(TimeSpan User, TimeSpan Kernel, long ResidentBytes)
{
    // Linux tells ticks of 1/100 s on every machine that .NET runs on.
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(10);

    /// <summary>Processor time in all.</summary>
    public TimeSpan Processor => User + Kernel;

    /// <summary>Reads it, of a process with all its threads.</summary>
    /// <exception cref="InvalidOperationException">There is no such process.</exception>
    public static ProcessCost Of(int processId)
    {
        try
        {
            return Parse(File.ReadAllText($"/proc/{processId}/stat"));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new InvalidOperationException($"There is no process {processId}.", fault);
        }
    }

    /// <summary>Reads a line of <c>/proc/PID/stat</c>. The second field, the name, may hold spaces and brackets.</summary>
    /// <exception cref="FormatException">It is no such line.</exception>
    public static ProcessCost Parse(string line)
    {
        var fields = line[(line.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return fields.Length > 21
            ? new ProcessCost(Number(fields[11]) * Tick, Number(fields[12]) * Tick, Number(fields[21]) * Environment.SystemPageSize)
            : throw new FormatException($"This is no line of /proc/PID/stat: {line}");
    }

    /// <summary>What was used since an earlier reading. Memory is not a difference: it is what is in use now.</summary>
    public ProcessCost Since(ProcessCost earlier) => this with { User = User - earlier.User, Kernel = Kernel - earlier.Kernel };

    private static long Number(string field) => long.Parse(field, CultureInfo.InvariantCulture);
}
