using Switchhook.Flows.Missed;
using Switchhook.Web.Seams.Missed;

namespace Switchhook.Tests.Web.Fakes;

/// <summary>Shows what the journal of a test says, writes down what it is told, and says no when a test wants it.</summary>
internal sealed class FakeMissed : IMissedDesk
{
    public MissedBoard Board { get; } = new();

    /// <summary>What was told, in order.</summary>
    public List<string> Told { get; } = [];

    /// <summary>Why nothing is done; null when it is.</summary>
    public string? Trouble { get; set; }

    public MissedSnapshot Current => Board.Current;

    public Task<string?> ClaimAsync(string id, string by) => Note($"claim {id} by {by}");

    public Task<string?> ReleaseAsync(string id, string by) => Note($"release {id} by {by}");

    public Task<string?> DismissAsync(string id, string by) => Note($"dismiss {id} by {by}");

    public Task<string?> CallAsync(string id, string phone, string by) => Note($"call {id} at {phone} by {by}");

    private Task<string?> Note(string what)
    {
        if (Trouble is null)
        {
            Told.Add(what);
        }

        return Task.FromResult(Trouble);
    }
}
