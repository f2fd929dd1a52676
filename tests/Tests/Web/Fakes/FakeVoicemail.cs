using Switchhook.Flows.Voicemail;
using Switchhook.Web.Seams;

namespace Switchhook.Tests.Web.Fakes;

/// <summary>Shows what the journal of a test says, writes down what it is told, and says no when a test wants it.</summary>
internal sealed class FakeVoicemail : IVoicemailDesk
{
    public VoicemailBoard Board { get; } = new();

    /// <summary>What was told, in order.</summary>
    public List<string> Told { get; } = [];

    /// <summary>Why nothing is done; null when it is.</summary>
    public string? Trouble { get; set; }

    public VoicemailSnapshot Current => Board.Current;

    public Task<string?> ChangeAsync(string recording, VoicemailState state, string by) => Note($"{recording} {state} by {by}");

    public Task<string?> UndoAsync(string recording, string by) => Note($"{recording} back by {by}");

    public Task<string?> ForgetGreetingAsync(string box, string by) => Note($"greeting of {box} by {by}");

    public Task<string?> CallBackAsync(string recording, string phone, string by) => Note($"{recording} at {phone} by {by}");

    private Task<string?> Note(string what)
    {
        if (Trouble is null)
        {
            Told.Add(what);
        }

        return Task.FromResult(Trouble);
    }
}
