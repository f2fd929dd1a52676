using Switchhook.SystemTests.Tools;
using Switchhook.Testing;
using Switchhook.Testing.Processes;
using Xunit.Abstractions;

namespace Switchhook.SystemTests.Audio;

/// <summary>
/// Two people talk through the box: what each hears, and what the recording holds, against what was said, as G.711 of the country leaves it
/// (made by sox).
/// </summary>
public sealed class SpeechThroughTheBoxTests(ITestOutputHelper output)
{
    private const string CallerText = "Good morning. My dog has eaten three keys and a blue glove. Can you see him today?";
    private const string PhoneText = "Oh dear, which glove? Please bring him in at a quarter past eleven, and do not feed him before.";

    /// <summary>60 ms: each direction, from the mouth to the far ear.</summary>
    private const int DelayLimit = 480;
    private const int LongestDelay = 4000;

    /// <summary>The step of G.711 at silence: A-law has no zero.</summary>
    private const short Silence = 8;

    [Theory]
    [InlineData("US", "u-law")]
    [InlineData("GB", "a-law")]
    public async Task Each_hears_the_other_when_they_talk_in_turn_and_the_recording_has_both(string country, string law)
    {
        var (caller, phone) = await SpeechAsync();
        using var call = new RecordedCall(country);
        var first = call.Now;
        call.Caller.Speak(caller);
        call.Advance(Seconds(caller) + 1);
        var second = call.Now;
        call.Phone.Speak(phone);
        call.Advance(Seconds(phone) + 1);
        var (callerHeard, phoneHeard) = (call.Caller.Heard(), call.Phone.Heard());
        var (left, right) = await call.EndAsync();

        var (callerReference, phoneReference) = (await Sox.CompandAsync(caller, law), await Sox.CompandAsync(phone, law));
        AssertClear($"{country}, in turn: the phone hears the caller", callerReference, phoneHeard.AsSpan(first.PhoneHeard));
        AssertClear($"{country}, in turn: the caller hears the phone", phoneReference, callerHeard.AsSpan(second.CallerHeard));
        AssertClear($"{country}, in turn: left channel", callerReference, left.AsSpan(first.Recorded));
        AssertClear($"{country}, in turn: right channel", phoneReference, right.AsSpan(second.Recorded));

        // Nobody hears himself, and neither channel holds the other's words.
        Assert.False(callerHeard.AsSpan(first.CallerHeard, caller.Length + LongestDelay).ContainsAnyExcept((short)0));
        Assert.False(phoneHeard.AsSpan(second.PhoneHeard, phone.Length + LongestDelay).ContainsAnyExcept((short)0));
        AssertSilent(right.AsSpan(first.Recorded, caller.Length + LongestDelay));
        AssertSilent(left.AsSpan(second.Recorded, phone.Length + LongestDelay));
    }

    [Theory]
    [InlineData("US", "u-law")]
    [InlineData("GB", "a-law")]
    public async Task Each_hears_the_other_when_they_talk_at_once_and_the_channels_stay_apart(string country, string law)
    {
        var (caller, phone) = await SpeechAsync();
        using var call = new RecordedCall(country);
        var begin = call.Now;
        call.Caller.Speak(caller);
        call.Phone.Speak(phone);
        call.Advance(Math.Max(Seconds(caller), Seconds(phone)) + 1);
        var (callerHeard, phoneHeard) = (call.Caller.Heard(), call.Phone.Heard());
        var (left, right) = await call.EndAsync();

        var (callerReference, phoneReference) = (await Sox.CompandAsync(caller, law), await Sox.CompandAsync(phone, law));
        AssertClear($"{country}, at once: the phone hears the caller", callerReference, phoneHeard.AsSpan(begin.PhoneHeard));
        AssertClear($"{country}, at once: the caller hears the phone", phoneReference, callerHeard.AsSpan(begin.CallerHeard));

        // Above 30 dB nothing of the other side can be in a channel; the two are as far apart as said.
        var callerRecorded = AssertClear($"{country}, at once: left channel", callerReference, left.AsSpan(begin.Recorded));
        var phoneRecorded = AssertClear($"{country}, at once: right channel", phoneReference, right.AsSpan(begin.Recorded));
        Assert.Equal(callerRecorded.DelaySamples, phoneRecorded.DelaySamples);
    }

    private SoundComparison AssertClear(string what, short[] reference, ReadOnlySpan<short> heard)
    {
        var found = SoundComparison.Of(reference, heard, LongestDelay);
        output.WriteLine($"{what}: {found.DelaySamples / 8.0} ms, {found.LevelDb:0.00} dB, {found.SignalToNoiseDb:0.0} dB");
        Assert.True(found.DelaySamples < DelayLimit, $"{what}: {found}");
        Assert.True(Math.Abs(found.LevelDb) < 1, $"{what}: {found}");
        Assert.True(found.SignalToNoiseDb > 30, $"{what}: {found}");
        return found;
    }

    private static void AssertSilent(ReadOnlySpan<short> sound) => Assert.False(sound.ContainsAnyExceptInRange((short)-Silence, Silence));

    private static async Task<(short[] Caller, short[] Phone)> SpeechAsync() =>
        (await SpeechAsync("en-us", CallerText), await SpeechAsync("en-gb+f3", PhoneText));

    private static async Task<short[]> SpeechAsync(string voice, string text) =>
        await Sox.ReadWavAsync(await ExternalProgram.RunAsync("espeak-ng", ["-v", voice, "--stdout", text]));

    private static double Seconds(short[] sound) => sound.Length / 8000.0;
}
