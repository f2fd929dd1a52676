namespace Switchhook.Flows.Hunting;

/// <summary>Which phone of each hunt group was rung first by the latest call: where round robin stands.</summary>
internal sealed class HuntMemory
{
    private readonly Dictionary<string, string> _lastFirst = new(StringComparer.Ordinal);

    /// <summary>The phone rung first the last time; null at the beginning.</summary>
    public string? LastFirst(string group) => _lastFirst.GetValueOrDefault(group);

    /// <summary>Tells that a phone of the group rings.</summary>
    public void Rang(string group, string phone) => _lastFirst[group] = phone;
}
