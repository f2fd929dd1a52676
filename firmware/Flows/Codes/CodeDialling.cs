using System.Diagnostics.CodeAnalysis;
using Switchhook.Calls;
using Switchhook.Flows.Dialling;
using Switchhook.Flows.Queues;
using Switchhook.Flows.Voicemail;

namespace Switchhook.Flows.Codes;

/// <summary>Brings a code that was dialled to who does it.</summary>
/// <param name="agents">Codes of agents.</param>
/// <param name="phones">Codes of anybody.</param>
/// <param name="voicemail">Codes of the mailboxes.</param>
internal sealed class CodeDialling(AgentDialling agents, Func<PhoneCodeDialling> phones, Func<VoicemailDialling> voicemail)
{
    /// <summary>Does it.</summary>
    /// <param name="origin">The phone's own leg, in no call.</param>
    /// <param name="digits">What was dialled.</param>
    /// <param name="target">What it means.</param>
    /// <param name="site">The site in force.</param>
    /// <param name="whole">The whole of it.</param>
    /// <returns>False when it is no such code: a call begins.</returns>
    public bool TryRun(Leg origin, string digits, DialTarget target, SiteInForce site, [NotNullWhen(true)] out Task? whole)
    {
        whole = target switch
        {
            DialTarget.Code code => agents.RunAsync(origin, code.Action, site),
            DialTarget.PhoneCode code => phones().RunAsync(origin, digits, code.Action, site),
            DialTarget.Voicemail code => voicemail().RunAsync(origin, digits, code.Action, site),
            _ => null,
        };
        return whole is not null;
    }
}
