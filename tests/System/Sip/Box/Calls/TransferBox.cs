using Switchhook.Testing.Sip.Baresip;

namespace Switchhook.SystemTests.Sip.Box.Calls;

/// <summary>A box with a softphone, 106, that answers by itself; for all tests of a class, each of which leaves them idle.</summary>
public sealed class TransferBox : IAsyncLifetime
{
    internal SipBox Box { get; private set; } = null!;

    internal BaresipPhone Doctor { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Box = await SipBox.StartAsync();
        Doctor = await Box.PhoneAsync("106", settings => settings with { Answers = true, Limit = TimeSpan.FromMinutes(5) });
    }

    public async Task DisposeAsync()
    {
        await Doctor.DisposeAsync();
        await Box.DisposeAsync();
    }
}
