using Switchhook.Hardware.Gpio;
using Switchhook.Hardware.Linux.Gpio;

namespace Switchhook.Tests.Hardware.Linux;

/// <summary>A line whose edges the test makes; dated by the test's clock.</summary>
internal sealed class FakeInputLine(Func<long> now) : IInputLine
{
    private readonly Queue<LineEdge> _edges = new();
    private uint _number;
    private bool _level;

    public (ResistorMode Resistor, TimeSpan Glitch)? Configured { get; private set; }

    public bool IsDisposed { get; private set; }

    public bool IsGone { get; set; }

    public bool Level => IsGone ? throw new IOException("Pin in is gone.") : _level;

    public int Waiting => _edges.Count;

    /// <summary>Changes the level; the kernel keeps the edge, or loses it.</summary>
    public void Set(bool level, bool lost = false)
    {
        _level = level;
        var edge = new LineEdge(++_number, level, now());
        if (!lost)
        {
            _edges.Enqueue(edge);
        }
    }

    public void Configure(ResistorMode resistor, TimeSpan glitch)
    {
        Configured = (resistor, glitch);
        _number = 0;
    }

    public int Read(Span<LineEdge> edges)
    {
        var count = 0;
        while (count < edges.Length && _edges.TryDequeue(out var edge))
        {
            edges[count++] = edge;
        }

        return count;
    }

    public void Dispose() => IsDisposed = true;
}
