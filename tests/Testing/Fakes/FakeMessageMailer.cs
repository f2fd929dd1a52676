using Switchhook.Flows.Voicemail.Mail;
using Switchhook.Site.Alerts;

namespace Switchhook.Testing.Fakes;

/// <summary>Writes down what is sent, and fails as a test says.</summary>
public sealed class FakeMessageMailer : IMessageMailer
{
    /// <summary>All tries so far.</summary>
    public List<(string To, MessageMail Mail)> Tries { get; } = [];

    /// <summary>Why the next tries fail; without more, they succeed.</summary>
    public Queue<string> Failures { get; } = new();

    /// <inheritdoc/>
    public Task<string?> SendAsync(AlertConfig to, MessageMail mail, CancellationToken cancel)
    {
        Tries.Add((to.Name, mail));
        return Task.FromResult(Failures.TryDequeue(out var failure) ? failure : null);
    }
}
