using Switchhook.Calls.Journal;
using Switchhook.Calls.Live;

namespace Switchhook.Flows.Codes;

/// <summary>Phones that are not to be disturbed, or whose calls go on to another number. Control loop only.</summary>
/// <remarks>What is so is told by the journal alone, so that pages, calls and a restart agree.</remarks>
/// <param name="journal">Where each change is written.</param>
/// <param name="live">Tells what is so.</param>
public sealed class Diversions(CallJournal journal, LiveBoard live)
{
    /// <summary>How a phone stands.</summary>
    public Diversion Of(string phone) => live.Current.DiversionOf(phone);

    /// <summary>Switches do not disturb of a phone. What is so already is not told again.</summary>
    /// <param name="phone">Its number.</param>
    /// <param name="on">True for not to be disturbed.</param>
    /// <param name="by">Who switches, to follow "by".</param>
    public void Disturb(string phone, bool on, string by)
    {
        if (Of(phone).DoNotDisturb != on)
        {
            journal.Append(new DoNotDisturbChanged(phone, on, by));
        }
    }

    /// <summary>Sends calls for a phone on, or keeps them. What is so already is not told again.</summary>
    /// <param name="phone">Its number.</param>
    /// <param name="when">Which calls.</param>
    /// <param name="to">What its user would dial; null for the phone itself.</param>
    /// <param name="by">Who switches, to follow "by".</param>
    public void Forward(string phone, ForwardWhen when, string? to, string by)
    {
        if (Of(phone).To(when) != to)
        {
            journal.Append(new ForwardChanged(phone, to, by) { When = when });
        }
    }
}
