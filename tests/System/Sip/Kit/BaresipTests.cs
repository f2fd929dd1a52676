using Switchhook.SystemTests.Tools;
using Switchhook.Testing;
using Switchhook.Testing.Processes;
using Switchhook.Testing.Sip;
using Switchhook.Testing.Sip.Baresip;
using Switchhook.Testing.Sip.Network;
using Switchhook.Testing.Sip.Sipp;
using Switchhook.Testing.Sip.Sound;
using Xunit.Abstractions;

namespace Switchhook.SystemTests.Sip.Kit;

/// <summary>baresip under control of tests, against itself and against sipp: signalling, digits and sound.</summary>
public sealed class BaresipTests(ITestOutputHelper output)
{
    private const string Words = "One two three, the quick brown fox jumps over the lazy dog, and nobody minds.";

    [Theory]
    [InlineData(BaresipCodec.Pcma, false)]
    [InlineData(BaresipCodec.Pcmu, true)]
    [InlineData(BaresipCodec.G722, true)]
    [InlineData(BaresipCodec.Opus, false)]
    public async Task Two_phones_talk(BaresipCodec codec, bool encrypted)
    {
        var said = await SpeechAsync();
        var settings = new BaresipSettings { Codecs = [codec], Encrypted = encrypted, Limit = TimeSpan.FromSeconds(30) };
        await using var bob = await BaresipPhone.StartAsync(settings);
        await using var ada = await BaresipPhone.StartAsync(settings with { User = "ada", Says = said });

        await ada.DialAsync(bob.Uri);
        Assert.Contains("ada@", (await bob.NextAsync(BaresipEventKind.CallIncoming)).Peer, StringComparison.Ordinal);
        await ada.NextAsync(BaresipEventKind.CallRinging);
        await bob.AcceptAsync();
        await ada.NextAsync(BaresipEventKind.CallEstablished);
        await bob.NextAsync(BaresipEventKind.CallEstablished);
        await Task.Delay(TimeSpan.FromSeconds(said.Length / 8000.0), TimeProvider.System);
        await ada.PressAsync('5');
        Assert.Equal("5", (await bob.NextAsync(BaresipEventKind.CallDtmfStart)).Detail);
        await ada.HangUpAsync();
        await bob.NextAsync(BaresipEventKind.CallClosed);

        var recording = await Sox.ReadWavAsync(Assert.Single(bob.Heard()).ToBytes());
        var heard = SpeechComparison.Of(said, recording);
        output.WriteLine($"{codec}: {heard}");
        Assert.True(heard.HeardShare > 0.7, heard.ToString());
    }

    [Fact]
    public async Task A_phone_tells_that_it_is_registered_or_refused()
    {
        await using var registrar = await SippRun.StartAsync(
            SippScenario.Load("Trunk/registrar").With("user", "201").With("password", "apple"), new SippOptions { Calls = null });
        await using var phone = await BaresipPhone.StartAsync(
            new BaresipSettings { User = "201", Password = "apple", Server = registrar.Endpoint });
        await using var stranger = await BaresipPhone.StartAsync(
            new BaresipSettings { User = "201", Password = "pear", Server = registrar.Endpoint });

        await phone.RegisteredAsync();
        var refused = await Assert.ThrowsAsync<BaresipFailedException>(() => stranger.RegisteredAsync());

        Assert.Contains("403", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_phone_holds_its_call_and_takes_it_back()
    {
        await using var other = await SippRun.StartAsync(SippScenario.Load("Session/held"), new SippOptions());
        await using var phone = await BaresipPhone.StartAsync(new BaresipSettings { Server = other.Endpoint, RegisterSeconds = 0 });

        await phone.DialAsync("300");
        await phone.NextAsync(BaresipEventKind.CallEstablished);
        await phone.HoldAsync();
        await phone.NextAsync(BaresipEventKind.CallRemoteSdp);
        await phone.ResumeAsync();
        await phone.NextAsync(BaresipEventKind.CallRemoteSdp);
        await phone.HangUpAsync();

        Assert.True((await other.EndAsync()).IsClean);
    }

    [Fact]
    public async Task A_phone_sends_its_call_on()
    {
        await using var other = await SippRun.StartAsync(SippScenario.Load("Transfer/transferee"), new SippOptions());
        await using var phone = await BaresipPhone.StartAsync(new BaresipSettings { Server = other.Endpoint, RegisterSeconds = 0 });

        await phone.DialAsync("300");
        await phone.NextAsync(BaresipEventKind.CallEstablished);
        await phone.TransferAsync("400");

        // Told that it went well, baresip hangs up.
        await phone.NextAsync(BaresipEventKind.CallClosed);
        var taken = await other.EndAsync();
        Assert.True(taken.IsClean, taken.ToString());
        Assert.Contains("sip:400@", Assert.Single(taken.Log), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Dtmf/events", "5")]
    [InlineData("Dtmf/info-relay", "12#")]
    public async Task Digits_that_sipp_sends_are_heard(string scenario, string digits)
    {
        await using var phone = await BaresipPhone.StartAsync(new BaresipSettings { Answers = true });

        var caller = await SippRun.RunAsync(SippScenario.Load(scenario), new SippOptions { Remote = phone.Endpoint, Service = "bob" });

        Assert.True(caller.IsClean, caller.ToString());
        var heard = "";
        while (heard.Length < digits.Length)
        {
            heard += (await phone.NextAsync(BaresipEventKind.CallDtmfStart)).Detail;
        }

        Assert.Equal(digits, heard);
    }

    [Fact]
    public async Task A_phone_answers_to_a_ping()
    {
        await using var phone = await BaresipPhone.StartAsync(new BaresipSettings());

        var caller = await SippRun.RunAsync(
            SippScenario.Load("Calls/options"), new SippOptions { Remote = phone.Endpoint, Service = "bob" });

        Assert.True(caller.IsClean, caller.ToString());
    }

    [Fact]
    public async Task Speech_that_sipp_plays_is_heard()
    {
        var said = await SpeechAsync();
        using var folder = new TempFolder();
        await File.WriteAllBytesAsync(folder.File("said.al"), await Sox.EncodeAsync(said, "a-law"));
        await using var phone = await BaresipPhone.StartAsync(new BaresipSettings { Answers = true });

        var caller = await SippRun.RunAsync(
            SippScenario.Load("Dtmf/in-band").With("sound", folder.File("said.al")).With("length", said.Length / 8),
            new SippOptions { Remote = phone.Endpoint, Service = "bob" });

        Assert.True(caller.IsClean, caller.ToString());
        await phone.NextAsync(BaresipEventKind.CallClosed);
        var heard = SpeechComparison.Of(said, Assert.Single(phone.Heard()).Samples);
        output.WriteLine($"{heard}");
        Assert.True(heard.HeardShare > 0.7, heard.ToString());
    }

    [Fact]
    public async Task Phones_call_over_tls()
    {
        using var folder = new TempFolder();
        TestCertificates.Write(folder.File("bob.pem"));
        await using var bob = await BaresipPhone.StartAsync(
            new BaresipSettings { Answers = true, Certificate = folder.File("bob.pem"), Transport = BaresipTransport.Tls });
        await using var ada = await BaresipPhone.StartAsync(new BaresipSettings
        {
            User = "ada",
            Server = bob.TlsEndpoint,
            Transport = BaresipTransport.Tls,
            RegisterSeconds = 0,
        });

        await ada.DialAsync("bob");

        await ada.NextAsync(BaresipEventKind.CallEstablished);
        Assert.Contains("Via: SIP/2.0/TLS", bob.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_phone_hears_itself_through_an_echo_and_a_bad_network_is_heard()
    {
        var said = await SpeechAsync();
        var clear = await EchoAsync(said, LinkFaults.None);
        var bad = await EchoAsync(said, new LinkFaults
        {
            Loss = 0.1,
            Delay = TimeSpan.FromMilliseconds(50),
            Jitter = TimeSpan.FromMilliseconds(20),
        });

        output.WriteLine($"clear: {clear}; bad: {bad}");
        Assert.True(clear.HeardShare > 0.9, clear.ToString());
        Assert.True(clear.MedianSignalToNoiseDb > 25, clear.ToString());
        Assert.True(bad.MedianSignalToNoiseDb < clear.MedianSignalToNoiseDb - 10, bad.ToString());
        Assert.True(bad.DelayJumps > 3 && clear.DelayJumps == 0, $"clear: {clear}; bad: {bad}");
    }

    private static async Task<SpeechComparison> EchoAsync(short[] said, LinkFaults faults)
    {
        await using var echo = await SippRun.StartAsync(
            SippScenario.Load("Answers/answer"), new SippOptions { EchoRtp = true, Limit = TimeSpan.FromSeconds(40) });
        using var link = new LossyLink(echo.Endpoint, seed: 4);
        link.SetSound(faults);
        await using var phone = await BaresipPhone.StartAsync(new BaresipSettings
        {
            Server = echo.Endpoint,
            By = link.PeerSide,
            RegisterSeconds = 0,
            Says = said,
        });

        await phone.DialAsync("300");
        await phone.NextAsync(BaresipEventKind.CallEstablished);
        await Task.Delay(TimeSpan.FromSeconds(1 + (said.Length / 8000.0)), TimeProvider.System);
        await phone.HangUpAsync();
        Assert.True((await echo.EndAsync()).IsClean);
        Assert.True(link.SoundToPeer.Counts.Came > 200, "The sound did not go by the link.");
        return SpeechComparison.Of(said, Assert.Single(phone.Heard()).Samples);
    }

    private static async Task<short[]> SpeechAsync() =>
        await Sox.ReadWavAsync(await ExternalProgram.RunAsync("espeak-ng", ["--stdout", Words]));
}
