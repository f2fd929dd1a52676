namespace Switchhook.Flows.Hunting;

/// <summary>One after another, beginning after the phone that was rung first the last time.</summary>
internal sealed class RoundRobin : IHuntOrder
{
    public IReadOnlyList<HuntWave> Waves(IReadOnlyList<HuntCandidate> phones, string? lastFirst)
    {
        var start = phones.ToList().FindIndex(phone => phone.Phone == lastFirst) + 1;
        var turn = lastFirst is null ? "round robin: begins at the top" : $"round robin: the last call began with {lastFirst}";
        return [.. phones.Skip(start).Concat(phones.Take(start)).Select(phone => new HuntWave([phone.Phone], turn))];
    }
}
