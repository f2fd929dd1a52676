using Switchhook.Calls;
using Switchhook.Calls.Loop;

namespace Switchhook.Flows.Steps.Questions;

/// <summary>The keys that a caller presses, kept until a step takes them: who knows the way need not wait for the questions.</summary>
internal sealed class CallerKeys : IDisposable
{
    /// <summary>Most keys that are kept; more are no answer to anything.</summary>
    private const int MostKept = 40;

    private readonly ControlLoop _loop;
    private readonly Leg _caller;
    private readonly Queue<char> _kept = [];
    private TaskCompletionSource _arrival = new();

    /// <summary>Listens from now on.</summary>
    public CallerKeys(ControlLoop loop, Leg caller)
    {
        (_loop, _caller) = (loop, caller);
        caller.Digit += OnDigit;
    }

    /// <summary>A key has come.</summary>
    public event Action? Pressed;

    /// <summary>True while a key waits to be taken.</summary>
    public bool Any => _kept.Count > 0;

    /// <summary>Listens no longer.</summary>
    public void Dispose() => _caller.Digit -= OnDigit;

    /// <summary>Takes the first key; waits for it.</summary>
    /// <returns>Null when none came in time.</returns>
    /// <exception cref="OperationCanceledException">The caller has gone.</exception>
    public async Task<char?> TakeAsync(TimeSpan wait)
    {
        if (!Any)
        {
            try
            {
                await _arrival.Task.WaitAsync(wait, _loop.Time, _caller.Gone);
            }
            catch (TimeoutException)
            {
                return null;
            }
        }

        var key = _kept.Dequeue();
        ResetWhenEmpty();
        return key;
    }

    /// <summary>Forgets the keys that are there.</summary>
    public void Forget()
    {
        _kept.Clear();
        ResetWhenEmpty();
    }

    private void ResetWhenEmpty()
    {
        if (!Any && _arrival.Task.IsCompleted)
        {
            _arrival = new TaskCompletionSource();
        }
    }

    private void OnDigit(Leg leg, char digit, DigitPath path)
    {
        if (_kept.Count < MostKept)
        {
            _kept.Enqueue(digit);

            // Who waits for the key goes on at once, and may play what comes after it: that is not what the key cuts short.
            var pressed = Pressed;
            _arrival.TrySetResult();
            pressed?.Invoke();
        }
    }
}
