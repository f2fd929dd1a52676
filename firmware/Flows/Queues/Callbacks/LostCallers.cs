using Switchhook.Acd.Facts;
using Switchhook.Calls;
using Switchhook.Calls.Journal;
using Switchhook.Hardware.Countries;

namespace Switchhook.Flows.Queues.Callbacks;

/// <summary>Calls back who was lost: who hung up before an agent had time becomes a call that is owed.</summary>
public sealed class LostCallers
{
    /// <summary>Most calls that are owed at once before more can be asked for.</summary>
    public const int MostOwed = 200;

    private readonly TimeProvider _time;
    private readonly CallbackDesk _desk;
    private readonly Func<SiteInForce> _site;

    internal LostCallers(TimeProvider time, CallbackDesk desk, Func<SiteInForce> site) => (_time, _desk, _site) = (time, desk, site);

    /// <summary>Asks for a call back. Control loop only.</summary>
    /// <param name="visit">The last visit of the caller's call to a queue, which nobody answered.</param>
    /// <param name="by">Who asks.</param>
    /// <returns>Null when the call is owed now; else why not, as a sentence.</returns>
    public string? CallBack(Visit visit, string by)
    {
        var site = _site();
        if (visit is not { Call: { } call, AnsweredAt: null, LeftAt: not null })
        {
            return "This caller waits, or has talked with an agent.";
        }

        if (visit.CalledBackAt is not null)
        {
            return "This caller has been called back already.";
        }

        if (visit.Caller is not { } caller)
        {
            return "The number of this caller is not known.";
        }

        if (site.Model.Queues.GetValueOrDefault(visit.Queue)?.Callback is not { } callback)
        {
            return $"Queue {visit.Queue} calls nobody back: its callback is not in the site file.";
        }

        var number = NationalNumber.Of(caller, site.Country);
        if (!site.DialPlan.MayCall(number, callback.Over))
        {
            return $"{number} may not be called over {callback.Over}: no rule of outbound allows it.";
        }

        if (_desk.Owes(number))
        {
            return $"{number} is called back already, as soon as it is its turn.";
        }

        if (_desk.Count >= MostOwed)
        {
            return $"{MostOwed} calls are owed already; ask again when some of them are made.";
        }

        // Who hung up has left his place: the call back waits from now on, and overtakes nobody on the line.
        var now = _time.GetUtcNow();
        _desk.Owe(
            new CallbackOwed(
                new CallId(call),
                visit.Id,
                $"{visit.Id}-back-{now:yyyyMMddHHmmssfff}",
                visit.Queue,
                number,
                now,
                TimeSpan.Zero,
                [],
                NotBefore: null,
                now + callback.Keep,
                Tries: 0)
            {
                AskedBy = by,
            },
            site);
        return null;
    }
}
