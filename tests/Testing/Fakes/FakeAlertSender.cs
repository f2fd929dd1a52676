using Switchhook.Flows.Queues.Alarms;
using Switchhook.Site.Alerts;

namespace Switchhook.Testing.Fakes;

/// <summary>Writes down what is sent, and fails as a test says.</summary>
public sealed class FakeAlertSender : IAlertSender
{
    /// <summary>All tries so far, each as "name words".</summary>
    public List<string> Tries { get; } = [];

    /// <summary>Why the next tries fail; without more, they succeed.</summary>
    public Queue<string> Failures { get; } = new();

    /// <inheritdoc/>
    public Task<string?> SendAsync(AlertConfig to, Alert alert, CancellationToken cancel)
    {
        Tries.Add($"{to.Name} {alert.Words}");
        return Task.FromResult(Failures.TryDequeue(out var failure) ? failure : null);
    }
}
