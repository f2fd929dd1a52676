using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Switchhook.Appliance.Alerts;
using Switchhook.Flows.Queues.Alarms;
using Switchhook.Site.Alerts;
using Switchhook.Testing;

namespace Switchhook.Tests.Appliance.Alerts;

public sealed class MailTests : IDisposable
{
    private static readonly Alert Alarm = new(
        "Clinic\r\nBcc: x@example.com", null, "main-1", "Line", true, new DateTimeOffset(2026, 11, 23, 8, 0, 5, TimeSpan.Zero),
        "Line main-1: no battery.");

    private readonly List<string> _heard = [];
    private readonly AlertSender _sender = new(name => name == "alert/boss" ? "correct horse" : null, new ManualTimeProvider());

    public void Dispose() => _sender.Dispose();

    [Fact]
    public async Task A_mail_goes_through_the_whole_dialogue()
    {
        await using var server = new LoopbackServer(line => SpeakAsync(line, "250 here"));
        Assert.Null(await SendAsync(Mail(server.Port)));
        Assert.StartsWith("EHLO ", _heard[0], StringComparison.Ordinal);
        Assert.Equal(["MAIL FROM:<box@example.com>", "RCPT TO:<boss@example.com>", "DATA"], _heard[1..4]);
        Assert.Contains("From: box@example.com", _heard);
        Assert.Contains("To: boss@example.com", _heard);
        Assert.DoesNotContain(_heard, line => line.StartsWith("Bcc:", StringComparison.OrdinalIgnoreCase));
        Assert.Contains(_heard, line => line.Contains("main-1: no battery.", StringComparison.Ordinal));
        Assert.Contains(_heard, line => line.Contains("2026-11-23 08:00:05 UTC", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_server_without_STARTTLS_gets_neither_password_nor_mail()
    {
        await using var server = new LoopbackServer(line => SpeakAsync(line, "250-here\r\n250 AUTH PLAIN LOGIN"));
        var failure = await SendAsync(Mail(server.Port) with { Tls = true, User = "box" });
        Assert.StartsWith("The mail server 127.0.0.1 did not take it: ", failure, StringComparison.Ordinal);
        Assert.DoesNotContain(_heard, line => line.Split(' ')[0] is "AUTH" or "MAIL");
    }

    [Fact]
    public async Task A_server_whose_certificate_nobody_vouches_for_gets_neither_password_nor_mail()
    {
        using var certificate = Certificate();
        await using var server = new LoopbackServer(line => SpeakAsync(line, "250-here\r\n250 STARTTLS", certificate: certificate));
        var failure = await SendAsync(Mail(server.Port) with { Tls = true, User = "box" });
        Assert.StartsWith("The mail server 127.0.0.1 did not take it: ", failure, StringComparison.Ordinal);
        Assert.Equal("STARTTLS", _heard[^1]);
        Assert.DoesNotContain(_heard, line => line.Split(' ')[0] is "AUTH" or "MAIL");
    }

    [Fact]
    public async Task A_refusal_is_told_in_one_line()
    {
        await using var server = new LoopbackServer(line => SpeakAsync(line, "250 here", "550-Go\r\n550 away"));
        var failure = await SendAsync(Mail(server.Port));
        Assert.Contains("Go", failure, StringComparison.Ordinal);
        Assert.DoesNotContain(failure!, char.IsControl);
    }

    [Fact]
    public async Task Without_its_password_nobody_is_called()
    {
        var way = Mail(9) with { Tls = true, User = "box" };
        Assert.Equal(
            "Its password is missing. Set it with \"./appliance secret set alert/chief\".",
            await _sender.SendAsync(new AlertConfig("chief", way), Alarm, CancellationToken.None));
    }

    private static AlertWay.Mail Mail(int port) => new("boss@example.com", "box@example.com", "127.0.0.1", port) { Tls = false };

    private static X509Certificate2 Certificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var now = TimeProvider.System.GetUtcNow();
        return request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
    }

    private Task<string?> SendAsync(AlertWay.Mail way) => _sender.SendAsync(new AlertConfig("boss", way), Alarm, CancellationToken.None);

    // RFC 5321: a greeting, then an answer for each command; the mail itself ends with a dot alone.
    private async Task SpeakAsync(
        LoopbackServer.Line line, string welcome, string answerToReceiver = "250 ok", X509Certificate2? certificate = null)
    {
        await line.WriteAsync("220 loopback");
        while (await line.ReadAsync() is { } command)
        {
            _heard.Add(command);
            await line.WriteAsync(command.Split(' ')[0] switch
            {
                "EHLO" => welcome,
                "RCPT" => answerToReceiver,
                "DATA" => "354 go on",
                "QUIT" => "221 bye",
                "STARTTLS" => "220 go ahead",
                _ => "250 ok",
            });
            if (command == "STARTTLS")
            {
                await line.SecureAsync(certificate!);
            }

            while (command == "DATA" && await line.ReadAsync() is { } text)
            {
                _heard.Add(text);
                if (text == ".")
                {
                    await line.WriteAsync("250 taken");
                    break;
                }
            }
        }
    }
}
