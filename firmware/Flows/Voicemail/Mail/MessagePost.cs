using System.Collections.Immutable;
using System.Globalization;
using Switchhook.Calls.Journal;
using Switchhook.Calls.Loop;
using Switchhook.Site.Alerts;
using Switchhook.Site.Voicemail;

namespace Switchhook.Flows.Voicemail.Mail;

/// <summary>Sends what comes into mailboxes as mail, and tries again when the server does not take it. Control loop only.</summary>
/// <remarks>What a stop of the box leaves unsent is not sent later: it waits in its mailbox as any other message does.</remarks>
public sealed class MessagePost : IDisposable
{
    /// <summary>Most mails that are being sent or wait for the next try.</summary>
    public const int MostAtOnce = 50;

    /// <summary>Pauses between two tries; after the try that follows the last one it is given up.</summary>
    public static readonly ImmutableArray<TimeSpan> Pauses = [TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(10)];

    private readonly ControlLoop _loop;
    private readonly CallJournal _journal;
    private readonly VoicemailDesk _desk;
    private readonly IMessageMailer _mailer;
    private readonly Func<SiteInForce> _site;
    private readonly HashSet<string> _failed = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _ending = new();
    private readonly CancellationToken _end;
    private int _atOnce;

    /// <summary>Sends what comes from now on.</summary>
    /// <param name="loop">The control loop.</param>
    /// <param name="journal">Is told what was sent, and what was not.</param>
    /// <param name="desk">Tells of messages.</param>
    /// <param name="mailer">Sends.</param>
    /// <param name="site">The site in force.</param>
    public MessagePost(ControlLoop loop, CallJournal journal, VoicemailDesk desk, IMessageMailer mailer, Func<SiteInForce> site)
    {
        (_loop, _journal, _desk, _mailer, _site) = (loop, journal, desk, mailer, site);
        _end = _ending.Token;
        desk.Arrived += OnArrived;
    }

    /// <summary>Gives up what is not sent.</summary>
    public void Dispose()
    {
        _desk.Arrived -= OnArrived;
        _ending.Cancel();
        _ending.Dispose();
    }

    private void OnArrived(VoicemailMessage message)
    {
        var site = _site().Model;
        if (site.Voicemail.GetValueOrDefault(message.Box) is not { Mail: { } name } box
            || site.Alerts.GetValueOrDefault(name) is not { Way: AlertWay.Mail } to)
        {
            return;
        }

        if (_atOnce == MostAtOnce)
        {
            Tell(message, to, $"{MostAtOnce} mails wait already.");
            return;
        }

        _atOnce++;
        var mail = MailOf(message, box, site.Name, site.TimeZone);
        _loop.Launch(() => SendAsync(message, to, mail));
    }

    private async Task SendAsync(VoicemailMessage message, AlertConfig to, MessageMail mail)
    {
        try
        {
            for (var tries = 0; ; tries++)
            {
                var failure = await _mailer.SendAsync(to, mail, _end);
                _end.ThrowIfCancellationRequested();
                if (failure is null || tries == Pauses.Length)
                {
                    Tell(message, to, failure);
                    return;
                }

                await Task.Delay(Pauses[tries], _loop.Time, _end);
            }
        }
        finally
        {
            _atOnce--;
        }
    }

    // The call tells of its message; that mail does not go is told on the live page too, until one goes again.
    private void Tell(VoicemailMessage message, AlertConfig to, string? failure)
    {
        _journal.Append(new StepTaken(
            message.Call,
            "voicemail",
            failure is null
                ? $"Message {message.Recording} is sent as mail (alert {to.Name})."
                : $"Message {message.Recording} is not sent as mail (alert {to.Name}): {failure}"));
        var part = $"mail of mailbox {message.Box}";
        if (failure is null ? _failed.Remove(message.Box) : _failed.Add(message.Box))
        {
            _journal.Append(new PartChanged(part, failure is null ? null : $"A message was not sent: {failure}"));
        }
    }

    private static MessageMail MailOf(VoicemailMessage message, VoicemailConfig box, string site, TimeZoneInfo zone)
    {
        var who = (message.CallerName, message.Caller) switch
        {
            ({ } name, { } number) => $"{name} ({number})",
            (null, { } number) => number,
            ({ } name, null) => name,
            _ => "an unknown caller",
        };
        var at = TimeZoneInfo.ConvertTime(message.At, zone).ToString("d MMM yyyy, HH:mm", CultureInfo.InvariantCulture);
        var length = Math.Round((message.Length ?? TimeSpan.Zero).TotalSeconds).ToString(CultureInfo.InvariantCulture);
        var cut = message.IsCutOff ? ", may be cut off" : "";
        return new MessageMail(
            message.Recording,
            $"{site}: message from {who} for {box.DisplayName}",
            $"Mailbox: {box.DisplayName}\r\nFrom: {who}\r\nReceived: {at}\r\nLength: {length} s{cut}\r\n");
    }
}
