using System.Collections.Immutable;

namespace Switchhook.Hardware.Panel;

/// <summary>A button that does one thing when it is pressed shortly, and others when it is held.</summary>
/// <remarks>
/// Events come one after the other, from the driver's thread or a timer's: the handler hands over and returns. A press that was there
/// before the box listened means nothing: something leans on the button, or it was held while the box started.
/// </remarks>
public sealed class HoldButton : IDisposable
{
    private readonly Lock _gate = new();
    private readonly IButton _button;
    private readonly TimeProvider _time;
    private readonly ITimer _timer;
    private long? _pressedAt;
    private int _reached;

    /// <summary>Listens to a button.</summary>
    /// <param name="button">The button; stays its owner's.</param>
    /// <param name="stages">What it does when it is held, in any order; empty for a button that is only pressed.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="ArgumentException">Two stages are reached after the same time, or one at once.</exception>
    public HoldButton(IButton button, IEnumerable<ButtonStage> stages, TimeProvider time)
    {
        Stages = [.. stages.OrderBy(stage => stage.After)];
        if (Stages.Any(stage => stage.After <= TimeSpan.Zero) || Stages.DistinctBy(stage => stage.After).Count() < Stages.Length)
        {
            throw new ArgumentException($"Each stage of button {button.Name} needs a time of its own.", nameof(stages));
        }

        (_button, _time) = (button, time);
        _timer = time.CreateTimer(
            static self => ((HoldButton)self!).OnDue(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        button.Pressed += OnPressed;
        button.Released += OnReleased;
    }

    /// <summary>It was pressed and let go before the first stage.</summary>
    public event Action? ShortPressed;

    /// <summary>It has been held for the time of a stage, and still is: for actions at once, or a beep that tells how far one is.</summary>
    public event Action<ButtonStage>? StageReached;

    /// <summary>It was let go, after so long; with the last stage that was reached, null for a short press.</summary>
    public event Action<TimeSpan, ButtonStage?>? Released;

    /// <summary>Name as the board file gives it.</summary>
    public string Name => _button.Name;

    /// <summary>What it does when it is pressed shortly; null for nothing.</summary>
    public ButtonAction? Press { get; init; }

    /// <summary>What it does when it is held, in the order of time.</summary>
    public ImmutableArray<ButtonStage> Stages { get; }

    /// <summary>Stops listening.</summary>
    public void Dispose()
    {
        _button.Pressed -= OnPressed;
        _button.Released -= OnReleased;
        lock (_gate)
        {
            _pressedAt = null;
        }

        _timer.Dispose();
    }

    private void OnPressed()
    {
        lock (_gate)
        {
            (_pressedAt, _reached) = (_time.GetTimestamp(), 0);
            Arm_NeedsLock();
        }
    }

    private void OnDue()
    {
        lock (_gate)
        {
            if (_pressedAt is { } since)
            {
                Reach_NeedsLock(_time.GetElapsedTime(since));
                Arm_NeedsLock();
            }
        }
    }

    private void OnReleased(TimeSpan held)
    {
        lock (_gate)
        {
            if (_pressedAt is not { } since)
            {
                return;
            }

            var length = _time.GetElapsedTime(since);
            Reach_NeedsLock(length);
            _pressedAt = null;
            if (_reached == 0)
            {
                ShortPressed?.Invoke();
            }

            Released?.Invoke(length, _reached == 0 ? null : Stages[_reached - 1]);
        }
    }

    // A timer may be late, but not later than the release.
    private void Reach_NeedsLock(TimeSpan held)
    {
        while (_reached < Stages.Length && held >= Stages[_reached].After)
        {
            // Counted first: without a listener the argument of the call is not evaluated.
            var stage = Stages[_reached++];
            StageReached?.Invoke(stage);
        }
    }

    private void Arm_NeedsLock()
    {
        if (_reached < Stages.Length && _pressedAt is { } since)
        {
            var rest = Stages[_reached].After - _time.GetElapsedTime(since);
            _timer.Change(rest > TimeSpan.Zero ? rest : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        }
    }
}
