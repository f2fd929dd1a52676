using Switchhook.Testing.Sip.Baresip;
using Switchhook.Testing.Sip.Network;

namespace Switchhook.SystemTests.Sip.Box.Calls;

/// <summary>A softphone whose network loses every third packet, both ways: all goes as without loss, only later.</summary>
public sealed class LossTests : IAsyncLifetime, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(25);

    private SipBox _box = null!;
    private LossyLink? _link;

    public async Task InitializeAsync()
    {
        _box = await SipBox.StartAsync();
        _link = new LossyLink(_box.Sip, seed: 3);
        _link.SetSip(new LinkFaults { LosesEach = 3 });
        _link.SetSound(new LinkFaults { LosesEach = 3 });
    }

    public async Task DisposeAsync() => await _box.DisposeAsync();

    public void Dispose() => _link?.Dispose();

    [Fact]
    public async Task It_registers_calls_holds_and_takes_back_and_transfers()
    {
        await using var doctor = await _box.PhoneAsync("106", settings => settings with { Answers = true });
        await using var phone = await PhoneAsync();

        await phone.DialAsync($"sip:101@{_box.Sip}");
        await _box.PhoneIsAsync("101", "ringing");
        await _box.DoAsync("phones/101", "lift");
        await phone.NextAsync(BaresipEventKind.CallEstablished, Patience);
        await phone.HoldAsync();
        await _box.IsToldAsync("Put on hold by phone 105.");
        await phone.ResumeAsync();
        await _box.IsToldAsync("Taken back by phone 105.");
        await phone.TransferAsync($"sip:106@{_box.Sip}");
        await _box.IsToldAsync("Connected with phone 106.");
        await phone.NextAsync(BaresipEventKind.CallClosed, Patience);
        await _box.DoAsync("phones/101", "hang-up");

        await doctor.NextAsync(BaresipEventKind.CallClosed);
        await EndsAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task It_is_called_answers_and_is_hung_up_on_or_hangs_up(bool itself)
    {
        await using var phone = await PhoneAsync();

        await _box.DialAsync("101", "105");
        await phone.NextAsync(BaresipEventKind.CallIncoming, Patience);
        await phone.AcceptAsync();
        await _box.IsToldAsync("Connected with phone 105.");
        await phone.NextAsync(BaresipEventKind.CallEstablished, Patience);
        if (itself)
        {
            await phone.HangUpAsync();
            await _box.EndedCallAsync();
            await _box.DoAsync("phones/101", "hang-up");
        }
        else
        {
            await _box.DoAsync("phones/101", "hang-up");
            await phone.NextAsync(BaresipEventKind.CallClosed, Patience);
        }

        await EndsAsync();
    }

    [Fact]
    public async Task It_is_called_and_the_caller_gives_up()
    {
        await using var phone = await PhoneAsync();

        await _box.DialAsync("101", "105");
        await phone.NextAsync(BaresipEventKind.CallIncoming, Patience);
        await _box.DoAsync("phones/101", "hang-up");

        await phone.NextAsync(BaresipEventKind.CallClosed, Patience);
        await EndsAsync();
    }

    private Task<BaresipPhone> PhoneAsync() => _box.PhoneAsync("105", settings => settings with { By = _link!.PeerSide });

    private async Task EndsAsync()
    {
        await _box.NothingIsLeftAsync();
        Assert.Equal("hungUp", (await _box.EndedCallAsync()).GetProperty("cause").GetProperty("code").GetString());
        Assert.True(_link!.SipToServer.Counts.Lost > 0 && _link.SipToPeer.Counts.Lost > 0, "Nothing was lost.");
    }
}
