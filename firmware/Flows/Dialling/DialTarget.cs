using Switchhook.Calls;
using Switchhook.Flows.Queues;
using Switchhook.Flows.Voicemail;
using Switchhook.Site.Outbound;

namespace Switchhook.Flows.Dialling;

/// <summary>Who is meant by dialled digits.</summary>
public abstract record DialTarget
{
    private DialTarget()
    {
    }

    /// <summary>An emergency number of the site's country.</summary>
    public sealed record Emergency(string Number) : DialTarget;

    /// <summary>A phone of the house.</summary>
    public sealed record Extension(string Number) : DialTarget;

    /// <summary>A number that an outbound rule allows.</summary>
    /// <param name="Number">What the exchange gets.</param>
    /// <param name="LineGroup">Over which lines.</param>
    public sealed record Outside(string Number, string LineGroup) : DialTarget
    {
        /// <summary>What whoever is called sees; null for what the line shows.</summary>
        public ShownNumber? Show { get; init; }

        /// <summary>What a line is told.</summary>
        internal CallOut Call => new(Number) { Show = Show?.Number, IsAnonymous = Show is { Number: null } };
    }

    /// <summary>A code of an agent.</summary>
    public sealed record Code(AgentAction Action) : DialTarget;

    /// <summary>The test of emergency calls.</summary>
    public sealed record EmergencyTest : DialTarget;

    /// <summary>The front desk lets a phone call out again.</summary>
    public sealed record Release(string Phone) : DialTarget;

    /// <summary>A code of anybody.</summary>
    public sealed record PhoneCode(PhoneAction Action) : DialTarget;

    /// <summary>A code of the mailboxes.</summary>
    public sealed record Voicemail(VoicemailAction Action) : DialTarget;

    /// <summary>Nothing that may be dialled.</summary>
    public sealed record Unknown : DialTarget;
}
