using Switchhook.Calls;
using Switchhook.Calls.Live;
using Switchhook.Sip.Events.Bodies;
using Switchhook.Sip.Grammar.Uris;
using Switchhook.Sip.Phones;

namespace Switchhook.Sip.Events;

/// <summary>
/// Busy lamps: whether a phone of the house, of any kind, is free, rings or is busy (RFC 4235). A key whose lamp blinks picks the call up.
/// </summary>
/// <param name="domain">Host part of the phones' addresses.</param>
internal sealed class BusyLamps(string domain) : IEventPackage
{
    /// <inheritdoc/>
    public string Name => "dialog";

    /// <inheritdoc/>
    public string ContentType => DialogInfoWriter.ContentType;

    /// <inheritdoc/>
    public IWatch Watch(string resource, string subscriber) => new PhoneWatch(resource, domain);

    /// <summary>What a lamp tells of a phone; null leaves it dark, as it is for one that is free or not there.</summary>
    public static DialogEntry? Light(PhoneStatus status, string? ringing) => status switch
    {
        PhoneStatus.Ringing => new DialogEntry(ringing ?? "rings", IsRinging: true)
        {
            Replaceable = ringing is null ? null : PickUp.KeyOf(ringing),
        },
        PhoneStatus.InCall or PhoneStatus.OffHook or PhoneStatus.LeftOffHook => new DialogEntry("busy", IsRinging: false),
        PhoneStatus.Idle or PhoneStatus.OutOfOrder or PhoneStatus.NotRegistered => null,
    };

    private sealed class PhoneWatch(string number, string domain) : IWatch
    {
        private readonly DialogInfoWriter _writer = new(SipUri.Create(number, domain).ToString());
        private DialogEntry? _told;

        public bool IsThere(LiveSnapshot now) => now.Phones.ContainsKey(number);

        public bool HasNews(LiveSnapshot now) => LightOf(now) != _told;

        public byte[] Write(LiveSnapshot now) => _writer.Write(_told = LightOf(now));

        private DialogEntry? LightOf(LiveSnapshot now)
        {
            var status = now.Phones[number].Status;
            return Light(status, status == PhoneStatus.Ringing ? RingingLeg(now) : null);
        }

        private string? RingingLeg(LiveSnapshot now) => now.Calls.Values.SelectMany(call => call.Legs).FirstOrDefault(
            leg => leg.Party == Party.Phone(number) && leg is { Origin: LegOrigin.Box, AnsweredAt: null, EndedAt: null })?.Id;
    }
}
