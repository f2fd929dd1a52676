using Switchhook.Audio;
using Switchhook.Audio.Engine;
using Switchhook.Hardware.Countries;
using Switchhook.Testing;

namespace Switchhook.Tests.Audio;

public sealed class PacketShortcutTests
{
    private readonly MediaEngine _engine = new([], CountryTable.Get("US"), work => work());
    private readonly PacketPhone _one = new();
    private readonly PacketPhone _other = new();
    private readonly IMediaChannel _first;
    private readonly IMediaChannel _second;
    private readonly IAudioBridge _bridge;

    public PacketShortcutTests()
    {
        (_first, _second) = (Open(_one), Open(_other));
        _bridge = _engine.OpenBridge();
        _bridge.Join(_first, BridgeRole.Party);
        _bridge.Join(_second, BridgeRole.Party);
        _engine.Tick();
    }

    [Fact]
    public void Two_parties_with_one_codec_exchange_packets() => AssertShort();

    [Fact]
    public void Parties_with_different_codecs_do_not()
    {
        _one.IsCompatible = false;
        _engine.Tick();
        AssertLong();

        _one.IsCompatible = true;
        _engine.Tick();
        AssertShort();
    }

    [Fact]
    public void A_third_who_listens_ends_it_within_a_tick_until_it_leaves()
    {
        var third = Open(new PacketPhone());
        _bridge.Join(third, BridgeRole.Listen);
        _engine.Tick();
        AssertLong();

        _bridge.Leave(third);
        _engine.Tick();
        AssertShort();
    }

    [Fact]
    public void One_that_only_listens_gets_no_packets()
    {
        _bridge.Join(_second, BridgeRole.Listen);
        _engine.Tick();

        AssertLong();
    }

    [Fact]
    public void While_something_is_played_to_one_of_them_both_have_frames()
    {
        _ = _second.PlayAsync(new PromptSource(new short[16_000]), PlayMode.Instead, CancellationToken.None);
        _engine.Tick();
        AssertLong();

        _second.StopPlaying();
        _engine.Tick();
        AssertShort();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void One_that_leaves_or_ends_frees_the_other(bool ends)
    {
        if (ends)
        {
            _first.Close();
        }
        else
        {
            _bridge.Leave(_first);
        }

        _engine.Tick();
        AssertLong();
    }

    [Fact]
    public void A_phone_that_is_disconnected_or_replaced_is_freed()
    {
        var next = new PacketPhone();
        _first.Connect(next);
        _engine.Tick();
        Assert.Null(_one.RelayedTo);
        Assert.Equal((_other, next), (next.RelayedTo, _other.RelayedTo));

        _first.Connect(null);
        _engine.Tick();
        Assert.Null(next.RelayedTo);
        Assert.Null(_other.RelayedTo);
    }

    [Fact]
    public void An_analog_phone_has_frames()
    {
        _first.Connect(new ScriptedEndpoint(5));
        _engine.Tick();

        AssertLong();
    }

    [Fact]
    public void Sound_is_asked_for_while_somebody_listens()
    {
        Assert.Equal((false, false), (_one.WasHeard, _other.WasHeard));

        _second.Tap = new NoTap();
        _engine.Tick();
        Assert.Equal((true, true), (_one.WasHeard, _other.WasHeard));

        _second.Tap = null;
        _first.Detectors = Detectors.Dtmf;
        _engine.Tick();
        Assert.Equal((true, false), (_one.WasHeard, _other.WasHeard));
        AssertShort();
    }

    private void AssertShort() => Assert.Equal((_other, _one), (_one.RelayedTo, _other.RelayedTo));

    private void AssertLong() => Assert.Equal((null, null), (_one.RelayedTo, _other.RelayedTo));

    private IMediaChannel Open(PacketPhone phone)
    {
        var channel = _engine.OpenChannel("phone");
        channel.Connect(phone);
        return channel;
    }

    private sealed class PacketPhone : IPacketEndpoint
    {
        public bool IsCompatible { get; set; } = true;

        public IPacketEndpoint? RelayedTo { get; private set; }

        public bool WasHeard { get; private set; }

        public bool IsHeard
        {
            set => WasHeard = value;
        }

        public bool CanRelay(IPacketEndpoint other) => IsCompatible && other is PacketPhone { IsCompatible: true };

        public void Relay(IPacketEndpoint? other) => RelayedTo = other;

        public void ReadFrame(Span<short> frame) => frame.Clear();

        public void WriteFrame(ReadOnlySpan<short> frame)
        {
        }
    }

    private sealed class NoTap : IAudioTap
    {
        public void Frame(ReadOnlySpan<short> said, ReadOnlySpan<short> heard)
        {
        }
    }
}
