using System.Net;
using Switchhook.SystemTests.Sip.Kit;
using Switchhook.SystemTests.Tools;
using Switchhook.Testing.Sip.Baresip;
using Switchhook.Testing.Sip.Sound;
using Xunit.Abstractions;

namespace Switchhook.SystemTests.Sip.Box;

/// <summary>Phones that come by TLS with encrypted sound (SRTP, keys by RFC 4568), or by TCP, beside those that do not.</summary>
public sealed class SecureTests(SecureTests.SecureBox secure, ITestOutputHelper output) : IClassFixture<SecureTests.SecureBox>
{
    private SipBox Box => secure.Box;

    private IPEndPoint Tls => new(Box.Sip.Address, Box.Sip.Port + 1);

    [Theory]
    [InlineData("110")]
    [InlineData("109")]
    public async Task An_encrypted_softphone_and_an_analog_phone_hear_each_other(string number)
    {
        await using var phone = await SecurePhoneAsync(number, secure.Words);

        await phone.DialAsync($"sip:101@{Tls};transport=tls");
        await Box.PhoneIsAsync("101", "ringing");
        await Box.DoAsync("phones/101", "lift");
        await phone.NextAsync(BaresipEventKind.CallMenc);
        await Box.UntilAsync(async () => (await Box.HeardAsync("phones/101")).Length > secure.Words.Length + 8000, "all is said");
        AssertHeard(await Box.HeardAsync("phones/101"));
        await Box.SayAsync("phones/101", secure.Words);
        var length = (await Box.HeardAsync("phones/101")).Length;
        await Box.UntilAsync(
            async () => (await Box.HeardAsync("phones/101")).Length > length + secure.Words.Length + 4000, "the other said all too");
        await phone.HangUpAsync();
        await phone.NextAsync(BaresipEventKind.CallClosed);
        await Box.DoAsync("phones/101", "hang-up");
        await Box.NothingIsLeftAsync();

        AssertHeard(Assert.Single(phone.Heard()).Samples);
        Assert.Contains("a=crypto:", phone.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_encrypted_softphone_and_a_plain_one_hear_each_other()
    {
        await using var phone = await SecurePhoneAsync("110", secure.Words);
        await using var plain = await Box.PhoneAsync("106", settings => settings with { Answers = true, Says = secure.Words });

        await phone.DialAsync($"sip:106@{Tls};transport=tls");
        await phone.NextAsync(BaresipEventKind.CallMenc);
        await plain.NextAsync(BaresipEventKind.CallEstablished);
        await Task.Delay(TimeSpan.FromSeconds(1 + (secure.Words.Length / 8000.0)), TimeProvider.System);
        await phone.HangUpAsync();
        await plain.NextAsync(BaresipEventKind.CallClosed);
        await phone.NextAsync(BaresipEventKind.CallClosed);

        AssertHeard(Assert.Single(plain.Heard()).Samples);
        AssertHeard(Assert.Single(phone.Heard()).Samples);
        Assert.DoesNotContain("a=crypto:", plain.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(BaresipTransport.Tls, "109")]
    [InlineData(BaresipTransport.Tcp, "107")]
    public async Task A_call_reaches_a_softphone_over_the_connection_that_it_registered_by(BaresipTransport transport, string number)
    {
        await using var phone = transport == BaresipTransport.Tls
            ? await SecurePhoneAsync(number, default)
            : await Box.PhoneAsync(number, settings => settings with { Transport = transport });

        await Box.DialAsync("102", number);
        await phone.NextAsync(BaresipEventKind.CallIncoming);
        await phone.AcceptAsync();
        await phone.NextAsync(BaresipEventKind.CallEstablished);
        await Box.PhoneIsAsync("102", "inCall");
        await Box.DoAsync("phones/102", "hang-up");
        await phone.NextAsync(BaresipEventKind.CallClosed);

        Assert.Equal(number, await Box.AnsweredByAsync());
        Assert.Equal(transport == BaresipTransport.Tls, phone.Events.Any(one => one.Kind == BaresipEventKind.CallMenc));
    }

    [Fact]
    public async Task Where_encryption_is_offered_a_softphone_that_may_takes_it_in_a_call_that_comes_in()
    {
        await using var phone = await Box.PhoneAsync(
            "110", settings => settings with { Server = Tls, Transport = BaresipTransport.Tls, MoreAccountParameters = ["mediaenc=srtp"] });

        await Box.DialAsync("102", "110");
        await phone.NextAsync(BaresipEventKind.CallIncoming);
        await phone.AcceptAsync();
        await phone.NextAsync(BaresipEventKind.CallMenc);
        await Box.DoAsync("phones/102", "hang-up");
        await phone.NextAsync(BaresipEventKind.CallClosed);
    }

    [Fact]
    public async Task A_phone_whose_sound_must_be_encrypted_cannot_call_in_the_clear()
    {
        await using var phone = await Box.PhoneAsync("109");

        await phone.DialAsync($"sip:101@{Box.Sip}");

        Assert.Contains("488", (await phone.NextAsync(BaresipEventKind.CallClosed)).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_imports_the_authority_of_the_box_believes_its_certificate()
    {
        var authority = Path.Combine(Box.Process.DataFolder, "certificates", "authority.pem");
        using var peer = OpenSslClient.Start(
            Tls, "-CAfile", authority, "-verify_return_error", "-verify_ip", "127.0.0.1", "-quiet", "-no_ign_eof");

        await peer.SendAsync(
            $"OPTIONS sip:{Tls} SIP/2.0\r\nVia: SIP/2.0/TLS 127.0.0.1:9;branch=z9hG4bK-1;rport\r\nMax-Forwards: 70\r\n"
            + $"From: <sip:a@127.0.0.1>;tag=1\r\nTo: <sip:{Tls}>\r\nCall-ID: 1\r\nCSeq: 1 OPTIONS\r\nContent-Length: 0\r\n\r\n");

        Assert.StartsWith("SIP/2.0 200 OK", await peer.ReadUntilAsync("\r\n\r\n"), StringComparison.Ordinal);
    }

    private Task<BaresipPhone> SecurePhoneAsync(string number, ReadOnlyMemory<short> says) => Box.PhoneAsync(
        number,
        settings => settings with { Server = Tls, Transport = BaresipTransport.Tls, Encrypted = true, Says = says });

    private void AssertHeard(short[] sound)
    {
        var heard = SpeechComparison.Of(secure.Words, sound);
        output.WriteLine($"{heard}");
        Assert.True(heard.HeardShare > 0.9, $"{heard}");
        Assert.True(heard.MedianSignalToNoiseDb > 25, $"{heard}");
    }

    /// <summary>A box with phones that encrypt their sound: one that may, one that must.</summary>
    public sealed class SecureBox : IAsyncLifetime
    {
        internal SipBox Box { get; private set; } = null!;

        internal short[] Words { get; private set; } = [];

        public async Task InitializeAsync()
        {
            var words = await Speech.SayAsync("Nobody else shall hear that the blue glove is under the stairs.");
            Words = [.. new short[4000], .. words];
            Box = await SipBox.StartAsync(phones:
                """
                110: {sip: yes, name: Ward, place: Here, encryption: offered}
                  109: {sip: yes, name: Chief, place: Here, encryption: demanded}
                """);
        }

        public async Task DisposeAsync() => await Box.DisposeAsync();
    }
}
