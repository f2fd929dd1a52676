using Switchhook.Calls.Journal;
using Switchhook.Calls.Live;
using Switchhook.Calls.Loop;
using Switchhook.Site;

namespace Switchhook.Flows.Voicemail.Waiting;

/// <summary>
/// Counts for each phone what waits in its mailboxes, and writes what has changed: lamps of SIP phones and the dial tone of others follow.
/// </summary>
/// <remarks>Control loop only.</remarks>
public sealed class VoicemailLamps
{
    /// <summary>Who has counted.</summary>
    public const string By = "the mailboxes";

    private readonly ControlLoop _loop;
    private readonly CallJournal _journal;
    private readonly LiveBoard _live;
    private readonly IStations _stations;
    private readonly VoicemailBoard _board;
    private readonly Func<SiteInForce> _site;
    private HashSet<string> _counted = new(StringComparer.Ordinal);
    private bool _isPosted;

    /// <summary>Counts at each change from now on.</summary>
    /// <param name="loop">The control loop.</param>
    /// <param name="journal">Where counts are written.</param>
    /// <param name="live">What is counted now.</param>
    /// <param name="stations">The phones.</param>
    /// <param name="board">What is in the mailboxes.</param>
    /// <param name="site">The site in force.</param>
    public VoicemailLamps(
        ControlLoop loop, CallJournal journal, LiveBoard live, IStations stations, VoicemailBoard board, Func<SiteInForce> site)
    {
        (_loop, _journal, _live, _stations, _board, _site) = (loop, journal, live, stations, board, site);
        board.Changed += OnChanged;
    }

    /// <summary>True for a phone whose count comes from mailboxes.</summary>
    public static bool IsCounted(SiteModel site, string phone) =>
        site.Voicemail.Values.Any(box => VoicemailOwners.LampsOf(site, box).Contains(phone));

    /// <summary>Counts anew, after another site has come into force.</summary>
    public void Update()
    {
        _isPosted = false;
        var (site, now) = (_site().Model, _board.Current);
        var counts = new SortedDictionary<string, WaitingMessages>(StringComparer.Ordinal);
        foreach (var box in site.Voicemail.Values)
        {
            var (fresh, old) = now.CountOf(box.Name);
            foreach (var phone in VoicemailOwners.LampsOf(site, box))
            {
                var before = counts.GetValueOrDefault(phone, WaitingMessages.None);
                counts[phone] = new WaitingMessages(before.New + fresh, before.Old + old);
            }
        }

        foreach (var (phone, count) in counts)
        {
            Write(phone, count);
        }

        foreach (var phone in _counted.Where(phone => !counts.ContainsKey(phone) && site.Phones.ContainsKey(phone)))
        {
            Write(phone, WaitingMessages.None);
        }

        _counted = [.. counts.Keys];
    }

    // The board may not be written to while it tells of a change; and many changes at once are counted once.
    private void OnChanged()
    {
        if (!_isPosted)
        {
            _isPosted = true;
            _loop.Post(Update);
        }
    }

    private void Write(string phone, WaitingMessages count)
    {
        if (_live.Current.WaitingMessages.GetValueOrDefault(phone, WaitingMessages.None) != count)
        {
            _journal.Append(new MessagesWaiting(phone, count.New, count.Old, By));
            _stations.Phone(phone)?.ShowMessages(count.New > 0);
        }
    }
}
