using Switchhook.Calls.Journal;
using Switchhook.Calls.Live;
using Switchhook.Calls.Loop;

namespace Switchhook.Appliance.Panels;

/// <summary>Asks the parts of the box how they are, each second, and tells the journal what has changed. Control loop only.</summary>
/// <param name="loop">The control loop.</param>
/// <param name="journal">Takes the changes.</param>
/// <param name="live">What was told before.</param>
public sealed class PartWatch(ControlLoop loop, CallJournal journal, LiveBoard live) : IDisposable
{
    /// <summary>Time between two questions.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly List<Func<IEnumerable<(string Part, string? Fault)>>> _questions = [];
    private IDisposable? _next;

    /// <summary>Asks about more parts from now on.</summary>
    /// <param name="question">Gives all parts of a kind with their faults; quick, and never throws.</param>
    public void Add(Func<IEnumerable<(string Part, string? Fault)>> question) => _questions.Add(question);

    /// <summary>Asks now, and each second from now on.</summary>
    public void Start()
    {
        Ask();
        _next = loop.Schedule(Interval, Start);
    }

    /// <inheritdoc/>
    public void Dispose() => _next?.Dispose();

    private void Ask()
    {
        foreach (var (part, fault) in _questions.SelectMany(question => question()))
        {
            if (live.Current.Faults.GetValueOrDefault(part)?.Words != fault)
            {
                journal.Append(new PartChanged(part, fault));
            }
        }
    }
}
