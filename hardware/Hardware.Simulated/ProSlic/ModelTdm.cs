using Switchhook.Hardware.Lines;

namespace Switchhook.Hardware.Simulated.ProSlic;

/// <summary>The PCM highway of <see cref="SimulatedChips"/>. It has no clock of its own: who exchanges blocks makes the time.</summary>
public sealed class ModelTdm : ITdmBus
{
    private readonly SimulatedChips _chips;
    private volatile bool _stopped;
    private volatile bool _gone;

    internal ModelTdm(SimulatedChips chips, int channels)
    {
        _chips = chips;
        Channels = channels;
    }

    /// <inheritdoc/>
    public int Channels { get; }

    /// <summary>True while the frame clock stands still.</summary>
    public bool IsStopped { get => _stopped; set => _stopped = value; }

    /// <summary>True while the device is gone.</summary>
    public bool IsGone { get => _gone; set => _gone = value; }

    /// <inheritdoc/>
    /// <remarks>Returns at once, also when the clock stands still.</remarks>
    public bool Exchange(ReadOnlySpan<short> play, Span<short> captured, TimeSpan limit)
    {
        if (_gone)
        {
            throw new IOException("No such device.");
        }

        if (_stopped)
        {
            return false;
        }

        _chips.MoveBlock(play, captured, Channels);
        return true;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // Nothing of the system is held, and the same highway can be taken again.
    }
}
