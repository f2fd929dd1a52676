using Switchhook.Appliance.Voicemail;
using Switchhook.Flows.Voicemail.Mail;
using Switchhook.Recording;
using Switchhook.Site.Alerts;
using Switchhook.Testing;
using Switchhook.Tests.Flows.Voicemail;

namespace Switchhook.Tests.Appliance.Alerts;

/// <summary>A message on disk, sent to a server that speaks SMTP.</summary>
public sealed class MessageMailerTests
{
    private readonly List<string> _heard = [];

    [Fact]
    public async Task The_sound_is_attached_whole()
    {
        using var folder = new TempFolder();
        using var box = new MailboxBox(folder: folder);
        var message = box.Leave(1);
        var wav = await File.ReadAllBytesAsync(Assert.Single(box.Files));
        await SendAsync(folder, message.Recording);
        Assert.Contains("Subject: Clinic:  message", _heard);
        Assert.Contains(_heard, line => line.Contains("audio/wav", StringComparison.Ordinal));
        var begin = _heard.FindIndex(line => line.StartsWith("UklGR", StringComparison.Ordinal));
        var base64 = string.Concat(_heard.Skip(begin).TakeWhile(line => line.Length > 0 && !line.StartsWith('-')));
        Assert.Equal(wav, Convert.FromBase64String(base64));
    }

    [Fact]
    public async Task Without_its_sound_the_mail_goes_all_the_same()
    {
        using var folder = new TempFolder();
        await SendAsync(folder, "20261123-080000-aaaaaa");

        // Quoted-printable (RFC 2045 6.7): a line that ends in "=" goes on in the next one.
        var text = string.Concat(_heard.Select(line => line.TrimEnd('=')));
        Assert.Contains("not attached: it is not there any more", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_its_password_no_server_is_called()
    {
        using var folder = new TempFolder();
        var mailer = new MessageMailer(_ => null, new RecordingReader(folder.Path), new ManualTimeProvider());
        Assert.Equal(
            "Its password is missing. Set it with \"./appliance secret set alert/office\".",
            await mailer.SendAsync(new AlertConfig("office", Mail(9) with { User = "box" }), Message("a"), CancellationToken.None));
    }

    private static AlertWay.Mail Mail(int port) => new("a@example.com", "box@example.com", "127.0.0.1", port) { Tls = false };

    private static MessageMail Message(string recording) => new(recording, "Clinic:\r\nmessage", "From: 3125550142\r\n");

    private async Task SendAsync(TempFolder folder, string recording)
    {
        await using var server = new LoopbackServer(TakeAsync);
        var mailer = new MessageMailer(_ => null, new RecordingReader(folder.Path), new ManualTimeProvider());
        Assert.Null(await mailer.SendAsync(new AlertConfig("office", Mail(server.Port)), Message(recording), CancellationToken.None));
    }

    private async Task TakeAsync(LoopbackServer.Line line)
    {
        await line.WriteAsync("220 loopback");
        while (await line.ReadAsync() is { } command)
        {
            await line.WriteAsync(command.Split(' ')[0] switch
            {
                "DATA" => "354 go on",
                "QUIT" => "221 bye",
                _ => "250 ok",
            });
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
