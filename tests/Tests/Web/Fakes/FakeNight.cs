using Switchhook.Calls.Journal;
using Switchhook.Web.Seams;

namespace Switchhook.Tests.Web.Fakes;

/// <summary>Writes each turn into the journal, as the box does.</summary>
internal sealed class FakeNight(Action<JournalEntry> write) : INightSwitch
{
    public Task SetAsync(bool on, string by)
    {
        write(new NightChanged(on, by));
        return Task.CompletedTask;
    }
}
