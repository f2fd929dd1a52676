using Switchhook.Web.Seams;

namespace Switchhook.Tests.Web.Fakes.Network;

/// <summary>Phones that a test stops.</summary>
internal sealed class FakeGate : IOutsideGate
{
    public List<StoppedPhone> Stopped { get; } = [];

    public Task<IReadOnlyList<StoppedPhone>> StoppedAsync() => Task.FromResult<IReadOnlyList<StoppedPhone>>([.. Stopped]);

    public Task<bool> ReleaseAsync(string phone, string by) => Task.FromResult(Stopped.RemoveAll(one => one.Phone == phone) > 0);
}
