using Switchhook.Audio;
using Switchhook.Audio.Tones;
using Switchhook.Calls;
using Switchhook.Calls.Live;
using Switchhook.Flows.Announcing;
using Switchhook.Flows.Dialling.Outbound;
using Switchhook.Flows.Voicemail;
using Switchhook.Hardware.Countries;

namespace Switchhook.Flows.Codes;

/// <summary>Tests a phone with its user's ears, and an exchange line by its dial tone. Each test is a call of its own.</summary>
internal sealed class LineTest(FlowServices services)
{
    /// <summary>The longest that a user hears himself.</summary>
    public static readonly TimeSpan LongestEcho = TimeSpan.FromSeconds(60);

    // 1004 Hz at 0 dBm0, what people of telephone companies measure by.
    private static readonly Tone Milliwatt = new([new ToneStep([1004], TimeSpan.FromSeconds(5))], RepeatFrom: -1);

    // The line itself gives up before, when no dial tone comes.
    private static readonly TimeSpan LongestTest = TimeSpan.FromSeconds(20);

    /// <summary>Says which phone it is, plays a tone of known level, and lets the user hear himself until he presses #.</summary>
    /// <param name="user">The user's leg, in no call.</param>
    /// <param name="digits">What was dialled.</param>
    /// <param name="site">The site in force.</param>
    public async Task TestPhoneAsync(Leg user, string digits, SiteInForce site)
    {
        var call = Begin(user, digits);
        user.Answer();
        await OutsideWay.SayAsync(user, site, CodePhrases.ThisPhone(user.Party.Name, services.Stations.Phone(user.Party.Name)?.Name ?? ""));
        await user.Media.PlayAsync(new ToneSource(Milliwatt, 0), PlayMode.Instead, user.Gone);
        await OutsideWay.SayAsync(user, site, CodePhrases.Echo);
        var heard = await EchoAsync(user);
        var words = user.State == LegState.Ended ? "The user hung up during the test." : heard;
        call.Note("line-test", words);
        call.End(new Cause(CauseCode.FlowEnded, words));
    }

    /// <summary>Says how an exchange line is. A line with a call is left alone.</summary>
    /// <param name="user">The user's leg, in no call.</param>
    /// <param name="digits">What was dialled.</param>
    /// <param name="port">Number of its port.</param>
    /// <param name="site">The site in force.</param>
    public async Task TestLineAsync(Leg user, string digits, int port, SiteInForce site)
    {
        var call = Begin(user, digits);
        user.Answer();
        var name = LinePorts.Of(site.Model).GetValueOrDefault(port);
        var (health, why) = name is null || services.Stations.Line(name) is not { } line
            ? (LineHealth.Dead, "The line is not in the site file any more.")
            : await TestAsync(call, line);
        if (call.EndCause is null)
        {
            call.Note("line-test", $"Line {name}: {why}");
            await OutsideWay.SayAsync(user, site, CodePhrases.LineIs(health, port));
            call.End(new Cause(CauseCode.FlowEnded, $"Line {name}: {why}"));
        }
    }

    private async Task<(LineHealth Health, string Why)> TestAsync(Call call, ExchangeLine line)
    {
        if (line.Status is LineStatus.NoBattery or LineStatus.OutOfOrder)
        {
            return (LineHealth.Dead, $"It is {line.Status.InWords()}.");
        }

        if (line.SeizeForTest() is not { } leg)
        {
            return (LineHealth.InUse, $"It is {line.Status.InWords()}, and was not tested.");
        }

        call.Add(leg, $"Tests line {line.Name}: waits for dial tone.");
        using var limit = services.Loop.Schedule(LongestTest, () => leg.HangUp(Cause.NoAnswer));
        var user = call.Legs[0];
        await Task.WhenAny(leg.Ended, user.Ended);
        if (user.State == LegState.Ended)
        {
            leg.HangUp(new Cause(CauseCode.HungUp, "The user hung up during the test."));
            call.End(await user.Ended);
        }

        var cause = await leg.Ended;
        return cause.Code switch
        {
            CauseCode.FlowEnded => (LineHealth.InOrder, cause.Words),
            CauseCode.LineFault when line.Status is LineStatus.NoBattery or LineStatus.OutOfOrder => (LineHealth.Dead, cause.Words),
            CauseCode.LineFault => (LineHealth.Silent, cause.Words),
            _ => (LineHealth.InUse, cause.Words),
        };
    }

    private async Task<string> EchoAsync(Leg user)
    {
        using var keys = new PhoneKeys(services.Loop, user);
        if (keys.IsGone)
        {
            return "";
        }

        var echo = new EchoSource();
        var before = user.Media.Tap;
        user.Media.Tap = echo;
        var playing = user.Media.PlayAsync(echo, PlayMode.Instead, user.Gone);
        var until = services.Loop.Now + LongestEcho;
        char? key;
        do
        {
            key = services.Loop.Now < until ? await keys.NextAsync(until - services.Loop.Now) : null;
        }
        while (key is not (null or '#'));

        if (keys.IsGone)
        {
            return "";
        }

        user.Media.StopPlaying();
        await playing;
        user.Media.Tap = before;
        return echo.WasLoud ? "The phone was heard, and so was its echo." : "Nothing was heard from the phone.";
    }

    private Call Begin(Leg user, string digits)
    {
        var phone = user.Party.Name;
        var caller = new CallerIdentity(phone, services.Stations.Phone(phone)?.Name, "A phone of the house.");
        return services.Calls.Begin(CallDirection.Internal, user, caller, digits);
    }
}
