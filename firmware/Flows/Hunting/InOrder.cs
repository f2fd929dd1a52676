namespace Switchhook.Flows.Hunting;

/// <summary>One after another, always from the top.</summary>
internal sealed class InOrder : IHuntOrder
{
    public IReadOnlyList<HuntWave> Waves(IReadOnlyList<HuntCandidate> phones, string? lastFirst) =>
        [.. phones.Select((phone, index) => new HuntWave([phone.Phone], $"in order: number {index + 1} of the group"))];
}
