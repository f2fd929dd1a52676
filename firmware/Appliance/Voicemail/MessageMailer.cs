using System.Net.Mail;
using System.Net.Mime;
using Switchhook.Appliance.Alerts;
using Switchhook.Flows.Voicemail.Mail;
using Switchhook.Recording;
using Switchhook.Site.Alerts;

namespace Switchhook.Appliance.Voicemail;

/// <summary>Sends messages of mailboxes as mail with their sound, on threads of the pool.</summary>
/// <param name="secret">Gives a secret by its name; null when there is none. Any thread.</param>
/// <param name="recordings">Opens the sound.</param>
/// <param name="time">The clock of the time limit.</param>
internal sealed class MessageMailer(Func<string, string?> secret, RecordingReader recordings, TimeProvider time) : IMessageMailer
{
    /// <summary>A server that has not taken a mail within this time has not got it: 10 MB take 80 s at 1 Mbit/s.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    /// <summary>A longer sound is left in its mailbox, in bytes.</summary>
    public const long MostSound = 10_000_000;

    /// <inheritdoc/>
    public async Task<string?> SendAsync(AlertConfig to, MessageMail mail, CancellationToken cancel)
    {
        using var late = new CancellationTokenSource(Limit, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancel);
        var stop = both.Token;
        try
        {
            return await Task.Run(() => SendNowAsync(to, mail, stop), stop).WaitAsync(stop).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return $"The server did not take it within {Limit.TotalSeconds:0} s.";
        }
    }

    private async Task<string?> SendNowAsync(AlertConfig to, MessageMail mail, CancellationToken cancel)
    {
        if (to.Way is not AlertWay.Mail way)
        {
            throw new ArgumentException($"Alert {to.Name} sends no mail.", nameof(to));
        }

        var password = way.User is null ? null : secret(to.Secret);
        if (way.User is not null && password is null)
        {
            return $"Its password is missing. Set it with \"./appliance secret set {to.Secret}\".";
        }

        await using var wav = recordings.OpenById(mail.Recording)?.Wav;
        var fits = wav is { Length: <= MostSound };
        var why = wav is null ? "not there any more" : "too long";
        var text = fits ? mail.Text : $"{mail.Text}\r\nThe sound is not attached: it is {why}.\r\n";
        using var sound = fits ? new Attachment(wav!, new ContentType("audio/wav") { Name = $"{mail.Recording}.wav" }) : null;
        return await MailPost.SendAsync(way, password, mail.Subject, text, sound, cancel).ConfigureAwait(false);
    }
}
