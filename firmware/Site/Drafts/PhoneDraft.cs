using System.Net;
using Switchhook.Hardware.Yaml;
using Switchhook.Site.Voicemail;

namespace Switchhook.Site.Drafts;

/// <summary>A phone as the file says it; its name in the file is its number.</summary>
internal sealed record PhoneDraft(
    Located<string> Number, Located<string>? Port, Located<string>? DisplayName, Located<string>? Place, bool CallWaiting) : INamedDraft
{
    /// <summary>What is set for a SIP phone; null for one on a port.</summary>
    public SipPhoneDraft? Sip { get; init; }

    /// <summary>How one on a port tells of messages.</summary>
    public ValueList<MessageLampKind> MessageLamp { get; init; } = VoicemailDefaults.MessageLamp;

    /// <summary>What calls out of it show.</summary>
    public Located<string>? Show { get; init; }

    Located<string> INamedDraft.Name => Number;
}

/// <summary>What the file sets for a SIP phone.</summary>
internal sealed record SipPhoneDraft(SipMediaDraft Media, int Contacts, Located<IPEndPoint>? Address);

/// <summary>A hunt group as the file says it.</summary>
internal sealed record GroupDraft(
    Located<string> Name,
    IReadOnlyList<Located<string>>? Phones,
    HuntStrategy Strategy,
    TimeSpan RingTime,
    int Rounds,
    TimeSpan Pause) : INamedDraft;
