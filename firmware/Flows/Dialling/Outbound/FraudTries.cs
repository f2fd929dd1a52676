using Switchhook.Calls;
using Switchhook.Calls.Journal;

namespace Switchhook.Flows.Dialling.Outbound;

/// <summary>
/// Tells the journal, and by it the alerts, of what swindlers try and rules keep in: a caller who wants out through the box, calls that are
/// sent on to dear numbers. Each phone and line is told of once in a while. Control loop only.
/// </summary>
internal sealed class FraudTries(FlowServices services, CallJournal journal)
{
    /// <summary>So long after the last try it counts as over.</summary>
    public static readonly TimeSpan Quiet = TimeSpan.FromHours(1);

    private readonly Dictionary<Party, IDisposable> _told = [];

    /// <summary>Somebody has tried it.</summary>
    /// <param name="who">A phone, a line or a trunk.</param>
    /// <param name="why">What, as a sentence.</param>
    public void Tell(Party who, string why)
    {
        if (_told.Remove(who, out var timer))
        {
            timer.Dispose();
        }
        else
        {
            Write(who, on: true, why);
        }

        _told[who] = services.Loop.Schedule(Quiet, () => End(who));
    }

    private void End(Party who)
    {
        _told.Remove(who);
        Write(who, on: false, $"From {who} nobody has tried again for an hour to call what is not allowed.");
    }

    private void Write(Party who, bool on, string why) =>
        journal.Append(new OutsideTried(who.IsOutside ? null : who.Name, who.IsOutside ? who.Name : null, on, why));
}
