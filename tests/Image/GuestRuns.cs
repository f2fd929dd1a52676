using System.Collections.Concurrent;

namespace Switchhook.Image;

/// <summary>The runs of the groups: each boots the guest when its first test asks.</summary>
public sealed class GuestRuns
{
    private readonly ConcurrentDictionary<string, Task<GuestRun>> _runs = new(StringComparer.Ordinal);

    /// <summary>The run of a group.</summary>
    internal Task<GuestRun> Of(string group) => _runs.GetOrAdd(group, GuestMachine.RunAsync);
}
