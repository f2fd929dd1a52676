namespace Switchhook.Flows.Hunting;

/// <summary>All phones at once.</summary>
internal sealed class RingAll : IHuntOrder
{
    public IReadOnlyList<HuntWave> Waves(IReadOnlyList<HuntCandidate> phones, string? lastFirst) =>
        [new HuntWave([.. phones.Select(phone => phone.Phone)], "ring all")];
}
