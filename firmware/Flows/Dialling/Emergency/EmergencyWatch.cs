using Switchhook.Calls.Journal;
using Switchhook.Calls.Loop;

namespace Switchhook.Flows.Dialling.Emergency;

/// <summary>Looks at each start, new site and change of a line whether an emergency call would go out. Control loop only.</summary>
internal sealed class EmergencyWatch
{
    /// <summary>Time for lines and trunks to come up, or to flicker.</summary>
    public static readonly TimeSpan Settling = TimeSpan.FromSeconds(15);

    private readonly ControlLoop _loop;
    private readonly EmergencyDesk _desk;
    private readonly EmergencyLines _lines;
    private bool? _works;
    private bool _isScheduled;

    /// <summary>A watch that begins with <see cref="LookSoon"/>.</summary>
    public EmergencyWatch(ControlLoop loop, EmergencyDesk desk, EmergencyLines lines, CallJournal journal)
    {
        (_loop, _desk, _lines) = (loop, desk, lines);
        journal.Appended += OnAppended;
    }

    /// <summary>Looks when the lines have settled, and tells what it finds.</summary>
    /// <param name="by">What it is looked for.</param>
    public void LookSoon(string by) => _loop.Schedule(Settling, () => Look(by));

    private void OnAppended(JournalEvent journalEvent)
    {
        if (journalEvent.Entry is LineChanged && _works is not null && !_isScheduled)
        {
            _isScheduled = true;
            _loop.Schedule(Settling, LookAgain);
        }
    }

    // What has not changed is not told again.
    private void LookAgain()
    {
        _isScheduled = false;
        if (_lines.Find(out _) is not null != _works)
        {
            Look("a line has changed");
        }
    }

    private void Look(string by) => _works = _desk.Test(by) is not null;
}
