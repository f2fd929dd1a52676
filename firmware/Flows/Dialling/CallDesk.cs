using Switchhook.Calls;
using Switchhook.Calls.Journal;
using Switchhook.Calls.Journal.Recordings;
using Switchhook.Flows.Queues;
using Switchhook.Flows.Talking;
using Switchhook.Flows.Voicemail.Callbacks;

namespace Switchhook.Flows.Dialling;

/// <summary>What people do with calls at a page: call by a click, hear a colleague, write down what a call was about.</summary>
/// <remarks>Control loop only. Commands return null when they were done, or one sentence that tells why not.</remarks>
public sealed class CallDesk
{
    private readonly PhoneFirst _phones;
    private readonly Conversations _conversations;
    private readonly QueueHost _queues;
    private readonly CallJournal _journal;
    private readonly Func<SiteInForce> _site;

    internal CallDesk(PhoneFirst phones, Conversations conversations, QueueHost queues, CallJournal journal, Func<SiteInForce> site) =>
        (_phones, _conversations, _queues, _journal, _site) = (phones, conversations, queues, journal, site);

    /// <summary>Rings a phone of the site, and dials a number for it by the rules of that phone.</summary>
    /// <param name="phone">The phone.</param>
    /// <param name="number">In E.164, as it was told by an exchange, or as the phone would dial it; no codes and no calls for help.</param>
    /// <param name="by">Who asks for it.</param>
    public string? Call(string phone, string number, string by)
    {
        var site = _site();
        var digits = VoicemailCallback.DigitsFor(number, site)
            ?? (site.DialPlan.Find(number) is DialTarget.Outside ? number : null);
        var shown = new CallerIdentity(number, null, "Who is called.");
        return digits is null ? $"No phone of the house has the number {number}, and no rule for calls out allows it."
            : digits == phone ? $"Phone {phone} cannot call itself."
            : _phones.Dial(digits, shown, phone, "click", $"{by} calls {digits} by a click.");
    }

    /// <summary>Rings a supervisor's phone, and lets it hear an agent's call when it is answered.</summary>
    /// <param name="agent">The agent, who talks.</param>
    /// <param name="phone">The supervisor's phone.</param>
    /// <param name="mode">How it begins; keys 4 to 7 change it.</param>
    /// <param name="by">Who asks for it.</param>
    public string? Monitor(string agent, string phone, SupervisionMode mode, string by)
    {
        if (_queues.Engine.Agent(agent)?.Phone is not { } watched || !_conversations.CanBeHeard(watched))
        {
            return $"{agent} talks to nobody at a phone of the house.";
        }

        if (watched == phone)
        {
            return $"Phone {phone} is the agent's own.";
        }

        var shown = new CallerIdentity(null, $"Call of {agent}", "Who is to be heard.");
        var why = $"{by} asks to {Verb(mode)} {agent} at phone {watched}.";
        return _phones.Ring(shown, phone, "supervision", why, leg =>
        {
            // Meanwhile the agent may have moved, or talk with somebody else.
            var now = _queues.Engine.Agent(agent)?.Phone;
            var trouble = now is null ? $"{agent} is not logged in any more." : _conversations.Supervise(leg, now, mode, by);
            if (trouble is null)
            {
                return new Cause(CauseCode.Transferred, $"Hears {agent}.");
            }

            var cause = new Cause(CauseCode.Refused, trouble);
            leg.HangUp(cause);
            return cause;
        });
    }

    /// <summary>Writes a note into the journal of a call, in progress or over.</summary>
    /// <param name="call">A call that there is.</param>
    /// <param name="text">The note, 1 to <see cref="CallNoted.MostLetters"/> letters.</param>
    /// <param name="by">Who writes it.</param>
    public void Note(CallId call, string text, string by) => _journal.Append(new CallNoted(call, text, by));

    /// <summary>Notes what the agent's call, or the last one, was about.</summary>
    /// <param name="agent">The agent.</param>
    /// <param name="code">A code of the call's queue.</param>
    public string? Dispose(string agent, string code) => AgentTopics.Note(_queues, agent, code, _site().Model)
        ? null
        : $"{agent} has had no call, or its queue knows no code {code}.";

    private static string Verb(SupervisionMode mode) => mode switch
    {
        SupervisionMode.Listen => "listen to",
        SupervisionMode.Whisper => "whisper to",
        SupervisionMode.Barge => "join in with",
        SupervisionMode.TakeOver => "take the call over from",
    };
}
