using Switchhook.Calls.Journal;
using Switchhook.Calls.Live;
using Switchhook.Calls.Loop;

namespace Switchhook.Flows.Queues.Alarms;

/// <summary>Lines and trunks that do not work, without those that only flicker. Control loop only.</summary>
/// <param name="loop">The control loop.</param>
/// <param name="told">Takes the line, whether its trouble begins or is over, and a sentence.</param>
internal sealed class LineTroubles(ControlLoop loop, Action<string, bool, string> told) : IDisposable
{
    /// <summary>So long a line must fail before it is told.</summary>
    public static readonly TimeSpan FaultTime = TimeSpan.FromSeconds(10);

    /// <summary>So long it must work before it is told.</summary>
    public static readonly TimeSpan CalmTime = TimeSpan.FromMinutes(1);

    private readonly HashSet<string> _on = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IDisposable> _changing = new(StringComparer.Ordinal);

    /// <summary>A line does something else.</summary>
    public void Apply(LineChanged change)
    {
        var fails = change.Status is LineStatus.NoBattery or LineStatus.OutOfOrder or LineStatus.Unreachable;
        if (fails == _on.Contains(change.Line))
        {
            Calm(change.Line);
        }
        else if (!_changing.ContainsKey(change.Line))
        {
            var words = fails ? $"Line {change.Line}: {change.Why}" : $"Line {change.Line} works again.";
            _changing[change.Line] = loop.Schedule(fails ? FaultTime : CalmTime, () => Change(change.Line, fails, words));
        }
    }

    /// <summary>A line is no longer part of the site.</summary>
    public void Apply(LineRemoved removed)
    {
        Calm(removed.Line);
        if (_on.Remove(removed.Line))
        {
            told(removed.Line, false, removed.Words);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var line in _changing.Keys.ToList())
        {
            Calm(line);
        }
    }

    private void Change(string line, bool fails, string words)
    {
        _changing.Remove(line);
        if (fails)
        {
            _on.Add(line);
        }
        else
        {
            _on.Remove(line);
        }

        told(line, fails, words);
    }

    private void Calm(string line)
    {
        if (_changing.Remove(line, out var change))
        {
            change.Dispose();
        }
    }
}
