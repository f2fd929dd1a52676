using Switchhook.Audio;
using Switchhook.Calls;

namespace Switchhook.Testing.Fakes;

/// <summary>Records nothing: tests of recordings bring a recorder of their own.</summary>
public sealed class NoRecorder : ICallRecorder
{
    /// <inheritdoc/>
    public void Record(Call call, Leg leg)
    {
        // Nothing is kept.
    }

    /// <inheritdoc/>
    public void EndRecording(Leg leg)
    {
        // Nothing is kept.
    }

    /// <inheritdoc/>
    public IMessageRecording? RecordMessage(Leg leg) => null;

    /// <inheritdoc/>
    public Task<Prompt?> LoadMessageAsync(string recording) => Task.FromResult<Prompt?>(null);

    /// <inheritdoc/>
    public TimeSpan? LengthOfMessage(string recording) => null;

    /// <inheritdoc/>
    public Task<bool> RemoveMessageAsync(string recording) => Task.FromResult(true);

    /// <inheritdoc/>
    public Task FinishAsync() => Task.CompletedTask;
}
