using Switchhook.Calls.Live;
using Switchhook.Sip.Events.Bodies;
using Switchhook.Sip.Grammar.Uris;

namespace Switchhook.Sip.Events;

/// <summary>The message lamp of a phone: how many messages wait for it (RFC 3842).</summary>
/// <param name="domain">Host part of the phones' addresses.</param>
internal sealed class MessageLamps(string domain) : IEventPackage
{
    /// <summary>Name of the package.</summary>
    public const string Package = "message-summary";

    /// <inheritdoc/>
    public string Name => Package;

    /// <inheritdoc/>
    public string ContentType => MessageSummary.ContentType;

    /// <inheritdoc/>
    public IWatch? Watch(string resource, string subscriber) =>
        resource == subscriber ? new MailboxWatch(resource, SipUri.Create(resource, domain).ToString()) : null;

    private sealed class MailboxWatch(string number, string account) : IWatch
    {
        private WaitingMessages? _told;

        public bool IsThere(LiveSnapshot now) => now.Phones.ContainsKey(number);

        public bool HasNews(LiveSnapshot now) => MessagesOf(now) != _told;

        public byte[] Write(LiveSnapshot now)
        {
            _told = MessagesOf(now);
            return new MessageSummary(account, _told.New, _told.Old).Write();
        }

        private WaitingMessages MessagesOf(LiveSnapshot now) => now.WaitingMessages.GetValueOrDefault(number, WaitingMessages.None);
    }
}
