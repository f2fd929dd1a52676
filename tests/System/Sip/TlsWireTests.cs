using Switchhook.Sip.Transport;
using Switchhook.Sip.Transport.Tls;
using Switchhook.SystemTests.Sip.Kit;

namespace Switchhook.SystemTests.Sip;

public sealed class TlsWireTests(TlsCertificates certificates) : IClassFixture<TlsCertificates>
{
    private const string Options = "OPTIONS sip:box SIP/2.0\r\nContent-Length: 0\r\n\r\n";
    private const string Answer = "SIP/2.0 200 OK\r\nContent-Length: 0\r\n\r\n";

    [Fact]
    public async Task Messages_go_both_ways_over_a_connection_that_is_believed()
    {
        await using var box = await TestWire.StartAsync(certificate: certificates.Box);
        await using var phone = await TestWire.StartAsync();
        box.Log.Then = (_, from) => box.Send(Answer, from);
        phone.Wire.Trust(box.At(TransportKind.Tls).Remote, certificates.Trust("box.example"));

        phone.Send(Options, box.At(TransportKind.Tls));

        Assert.Equal(Answer, (await phone.Log.WaitForMessagesAsync(1))[0].Text);
        Assert.Equal(TransportKind.Tls, box.Log.Messages[0].From.Transport);
    }

    [Fact]
    public async Task Many_messages_keep_their_order()
    {
        await using var box = await TestWire.StartAsync(certificate: certificates.Box);
        await using var phone = await TestWire.StartAsync();
        phone.Wire.Trust(box.At(TransportKind.Tls).Remote, certificates.Trust("box.example"));
        for (var i = 0; i < 300; i++)
        {
            phone.Send($"MESSAGE sip:{i} SIP/2.0\r\nl: 0\r\n\r\n", box.At(TransportKind.Tls));
        }

        var messages = await box.Log.WaitForMessagesAsync(300);
        Assert.Equal(Enumerable.Range(0, 300), messages.Select(message => int.Parse(message.Text.Split(' ')[1][4..], null)));
    }

    [Fact]
    public async Task A_certificate_for_another_name_is_not_believed()
    {
        var why = await FailAsync(certificates.Trust("trunk.example"));
        Assert.EndsWith("its certificate is for box.example, 127.0.0.1, ::1, not for trunk.example.", why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_stands_in_the_certificate_as_a_name_does()
    {
        await using var box = await TestWire.StartAsync(certificate: certificates.Box);
        await using var phone = await TestWire.StartAsync();
        phone.Wire.Trust(box.At(TransportKind.Tls).Remote, certificates.Trust("127.0.0.1"));
        phone.Send(Options, box.At(TransportKind.Tls));
        await box.Log.WaitForMessagesAsync(1);
    }

    [Fact]
    public async Task An_authority_that_the_system_does_not_know_is_not_believed() =>
        Assert.Contains("the box does not know", await FailAsync(new TlsTrust("box.example", TlsRoots.System)), StringComparison.Ordinal);

    [Fact]
    public async Task Where_nothing_was_said_nobody_unknown_is_believed() =>
        Assert.Contains("whom the box does not know", await FailAsync(null), StringComparison.Ordinal);

    [Fact]
    public async Task A_trunk_may_be_believed_whoever_it_is()
    {
        await using var box = await TestWire.StartAsync(certificate: certificates.Box);
        await using var phone = await TestWire.StartAsync();
        phone.Wire.Trust(box.At(TransportKind.Tls).Remote, new TlsTrust("anything.example", TlsRoots.Anybody));
        phone.Send(Options, box.At(TransportKind.Tls));
        await box.Log.WaitForMessagesAsync(1);
    }

    [Fact]
    public async Task Other_trust_opens_another_connection()
    {
        await using var box = await TestWire.StartAsync(certificate: certificates.Box);
        await using var phone = await TestWire.StartAsync();
        var to = box.At(TransportKind.Tls);
        phone.Wire.Trust(to.Remote, certificates.Trust("box.example"));
        phone.Send(Options, to);
        await box.Log.WaitForMessagesAsync(1);

        phone.Wire.Trust(to.Remote, certificates.Trust("127.0.0.1"));
        phone.Send(Options, to);
        var messages = await box.Log.WaitForMessagesAsync(2);
        Assert.NotEqual(messages[0].From, messages[1].From);
        Assert.Empty(phone.Log.Closed);
    }

    [Fact]
    public async Task A_peer_without_tls_is_named_on_both_sides()
    {
        await using var box = await TestWire.StartAsync(certificate: certificates.Box);
        using var peer = await RawPeer.ConnectAsync(box.At(TransportKind.Tls).Remote);
        await peer.SendAsync(Options);
        await peer.ReadToEndAsync();
        await box.Log.WaitAsync(() => box.Log.Troubles.Count == 1, "a trouble");
        Assert.EndsWith("the other side does not speak TLS there.", box.Log.Troubles[0], StringComparison.Ordinal);

        await using var phone = await TestWire.StartAsync();
        phone.Send(Options, box.At(TransportKind.Tcp) with { Transport = TransportKind.Tls });
        await phone.Log.WaitAsync(() => !phone.Log.Failures.IsEmpty, "a failure");
        var why = phone.Log.Failures.First().Why;
        Assert.True(why.EndsWith("hung up during the handshake.", StringComparison.Ordinal)
            || why.EndsWith("broke the connection.", StringComparison.Ordinal), why);
    }

    [Fact]
    public async Task A_handshake_that_does_not_go_on_ends()
    {
        await using var box = await TestWire.StartAsync(
            new WireLimits { Open = TimeSpan.FromMilliseconds(300) }, certificates.Box);
        using var idle = await RawPeer.ConnectAsync(box.At(TransportKind.Tls).Remote);
        Assert.Equal("", await idle.ReadToEndAsync());
        await box.Log.WaitAsync(() => box.Log.Troubles.Count == 1, "a trouble");
        Assert.EndsWith("no answer in time.", box.Log.Troubles[0], StringComparison.Ordinal);
        Assert.Equal(0, box.Wire.Counts.Streams);
    }

    [Theory]
    [InlineData("-tls1_2", "TLSv1.2")]
    [InlineData("-tls1_3", "TLSv1.3")]
    public async Task OpenSsl_speaks_with_the_box(string version, string name)
    {
        await using var box = await TestWire.StartAsync(certificate: certificates.Box);
        box.Log.Then = (_, from) => box.Send(Answer, from);
        using var client = OpenSslClient.Start(
            box.At(TransportKind.Tls).Remote,
            [version, "-CAfile", certificates.AuthorityPath, "-verify_return_error", "-verify_hostname", "box.example"]);

        await client.SendAsync("\r\n\r\n" + Options);

        var said = await client.ReadUntilAsync("SIP/2.0 200 OK");
        Assert.Contains("Verification: OK", said, StringComparison.Ordinal);
        Assert.Contains(name, said, StringComparison.Ordinal);
        await box.Log.WaitForMessagesAsync(1);
    }

    [Fact]
    public async Task OpenSsl_with_an_old_version_is_refused_in_words()
    {
        await using var box = await TestWire.StartAsync(certificate: certificates.Box);
        using var client = OpenSslClient.Start(box.At(TransportKind.Tls).Remote, "-tls1_1", "-cipher", "ALL:@SECLEVEL=0");
        await box.Log.WaitAsync(() => box.Log.Troubles.Count == 1, "a trouble");
        Assert.Contains("old versions of TLS", box.Log.Troubles[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task OpenSsl_that_does_not_know_the_authority_is_told_in_words()
    {
        await using var box = await TestWire.StartAsync(certificate: certificates.Box);
        using var client = OpenSslClient.Start(box.At(TransportKind.Tls).Remote, "-tls1_2", "-verify_return_error");
        await box.Log.WaitAsync(() => box.Log.Troubles.Count == 1, "a trouble");
        Assert.EndsWith("does not know who signed the certificate of the box.", box.Log.Troubles[0], StringComparison.Ordinal);
    }

    private async Task<string> FailAsync(TlsTrust? trust)
    {
        await using var box = await TestWire.StartAsync(certificate: certificates.Box);
        await using var phone = await TestWire.StartAsync();
        var to = box.At(TransportKind.Tls);
        phone.Wire.Trust(to.Remote, trust);
        phone.Send(Options, to);
        await phone.Log.WaitAsync(() => !phone.Log.Failures.IsEmpty, "a failure");
        Assert.Empty(box.Log.Messages);
        Assert.Equal(to, phone.Log.Failures.First().To);
        return phone.Log.Failures.First().Why;
    }
}
