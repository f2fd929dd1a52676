namespace Switchhook.Hardware.ProSlic.Control;

/// <summary>Runs steps that lie some time apart: each step gives the wait until the next one.</summary>
/// <param name="steps">The steps.</param>
/// <param name="due">When the first one is due.</param>
internal sealed class Script(IEnumerable<TimeSpan> steps, TimeSpan due) : IDisposable
{
    // Between two steps other chips have their turn.
    private readonly IEnumerator<TimeSpan> _steps = steps.GetEnumerator();

    /// <summary>When the next step is due.</summary>
    public TimeSpan Due { get; private set; } = due;

    /// <summary>Takes the next step, if it is due.</summary>
    /// <returns>True when there is no further one.</returns>
    /// <exception cref="ChipFaultException">A step found a fault.</exception>
    /// <exception cref="IOException">The bus refused a transfer.</exception>
    public bool Step(TimeSpan now)
    {
        if (Due > now)
        {
            return false;
        }

        if (!_steps.MoveNext())
        {
            return true;
        }

        Due = now + _steps.Current;
        return false;
    }

    /// <inheritdoc/>
    public void Dispose() => _steps.Dispose();
}
