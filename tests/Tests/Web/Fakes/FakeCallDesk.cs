using Switchhook.Calls;
using Switchhook.Calls.Journal;
using Switchhook.Calls.Journal.Recordings;
using Switchhook.Flows.Talking;
using Switchhook.Web.Seams.People;

namespace Switchhook.Tests.Web.Fakes;

/// <summary>Writes down what it is told, and notes into the journal; agent bo and phone 104 can do nothing.</summary>
internal sealed class FakeCallDesk(Action<JournalEntry> write) : ICallDesk
{
    /// <summary>What was told, in order.</summary>
    public List<string> Told { get; } = [];

    public Task<string?> CallAsync(string phone, string number, string by) => Note(phone, $"{phone} calls {number} for {by}");

    public Task<string?> MonitorAsync(string agent, string phone, SupervisionMode mode, string by) =>
        Note(agent, $"{phone} hears {agent}: {mode} for {by}");

    public Task<string?> GiveAsync(string visit, string agent, string by) => Note(agent, $"{visit} to {agent} by {by}");

    public Task<string?> DisposeAsync(string agent, string code) => Note(agent, $"{agent} notes {code}");

    public Task NoteAsync(CallId call, string text, string by)
    {
        write(new CallNoted(call, text, by));
        return Task.CompletedTask;
    }

    private Task<string?> Note(string who, string what)
    {
        if (who is "bo" or "104")
        {
            return Task.FromResult<string?>($"{who} cannot now.");
        }

        Told.Add(what);
        return Task.FromResult<string?>(null);
    }
}
