using Switchhook.Audio;
using Switchhook.Audio.Tones;
using Switchhook.Calls;
using Switchhook.Testing.Fakes;

namespace Switchhook.Tests.Calls;

/// <summary>Digits between legs of every kind: each party gets each digit once, in the way that it understands.</summary>
public sealed class BridgeDigitsTests
{
    private readonly FakeMediaEngine _media = new();
    private readonly Bridge _bridge;

    public BridgeDigitsTests() => _bridge = new Bridge(_media, () => new HoldSignal());

    [Fact]
    public void A_digit_that_came_as_a_message_is_played_to_who_only_hears_and_sent_to_who_takes_messages()
    {
        var sip = Joined("101", takesDigitsApart: true);
        var analog = Joined("102", takesDigitsApart: false);
        var otherSip = Joined("103", takesDigitsApart: true);

        sip.Press('5');

        Assert.Equal(['5'], otherSip.Sent);
        Assert.Empty(sip.Sent);
        Assert.IsType<DtmfSource>(Channel(analog).Playing);
        Assert.Null(Channel(otherSip).Playing);
    }

    [Fact]
    public void A_digit_that_is_in_the_sound_is_sent_to_who_takes_messages_and_played_to_nobody_again()
    {
        var analog = Joined("101", takesDigitsApart: false);
        var sip = Joined("102", takesDigitsApart: true);
        var other = Joined("103", takesDigitsApart: false);

        Channel(analog).Raise(new Detection.Digit('7'));

        Assert.Equal(['7'], sip.Sent);
        Assert.Null(Channel(other).Playing);
    }

    [Fact]
    public void The_echo_of_a_digit_is_no_key_that_the_party_pressed()
    {
        var sip = Joined("101", takesDigitsApart: true);
        var analog = Joined("102", takesDigitsApart: false);

        sip.Press('5');
        Channel(analog).Raise(new Detection.Digit('5'));
        Assert.Empty(sip.Sent);

        Channel(analog).Raise(new Detection.Digit('6'));
        Channel(analog).Finish();
        Channel(analog).Raise(new Detection.Digit('5'));
        Assert.Equal(['6', '5'], sip.Sent);
    }

    [Fact]
    public void A_leg_on_hold_and_one_that_has_left_get_no_digits()
    {
        var sip = Joined("101", takesDigitsApart: true);
        var held = Joined("102", takesDigitsApart: true);
        var gone = Joined("103", takesDigitsApart: true);
        held.Hold(true);
        _bridge.Leave(gone);

        sip.Press('1');
        gone.Press('2');

        Assert.Empty(held.Sent);
        Assert.Empty(gone.Sent);
        Assert.Empty(sip.Sent);
    }

    [Fact]
    public void The_keys_of_a_supervisor_reach_nobody_and_one_who_only_hears_gets_none()
    {
        var agent = Joined("101", takesDigitsApart: true);
        var listener = Joined("102", takesDigitsApart: true);
        var barger = Joined("103", takesDigitsApart: true);
        _bridge.Attend(listener, BridgeRole.Listen, to: null);
        _bridge.Attend(barger, BridgeRole.Party, to: null);

        listener.Press('1');
        barger.Press('2');
        agent.Press('3');

        Assert.Empty(agent.Sent);
        Assert.Empty(listener.Sent);
        Assert.Equal(['3'], barger.Sent);

        _bridge.Join(barger);
        barger.Press('4');
        Assert.Equal(['4'], agent.Sent);
    }

    private static FakeMediaChannel Channel(ScriptedLeg leg) => (FakeMediaChannel)leg.Media;

    private ScriptedLeg Joined(string number, bool takesDigitsApart)
    {
        var leg = new ScriptedLeg(number, Party.Phone(number), _media.OpenChannel(number), takesDigitsApart);
        leg.Connect();
        _bridge.Join(leg);
        return leg;
    }
}
