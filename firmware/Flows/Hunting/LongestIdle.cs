namespace Switchhook.Flows.Hunting;

/// <summary>One after another, the phone that has been idle longest first; the order of the site file decides between equals.</summary>
internal sealed class LongestIdle : IHuntOrder
{
    public IReadOnlyList<HuntWave> Waves(IReadOnlyList<HuntCandidate> phones, string? lastFirst) =>
        [.. phones.OrderBy(phone => phone.IdleSince).Select((phone, index) =>
            new HuntWave([phone.Phone], index == 0 ? "idle longest" : "next in idle time"))];
}
