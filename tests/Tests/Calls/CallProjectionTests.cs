using Switchhook.Calls;
using Switchhook.Calls.Journal;
using Switchhook.Calls.Live;

namespace Switchhook.Tests.Calls;

/// <summary>Rows of calls as the events make them.</summary>
public sealed class CallProjectionTests
{
    private static readonly CallId Id = new("20261124-1");

    [Fact]
    public void The_last_measurement_of_a_leg_is_its_quality()
    {
        var first = new LegQuality("G.711 A-law", new SoundFigures(0, 1, 4.4), null, null);
        var last = new LegQuality("G.711 A-law", new SoundFigures(2, 8, 3.9), new SoundFigures(1, 3, 4.2), 31);

        var row = Row(
            new CallStarted(Id, CallDirection.Inbound, Party.Trunk("voip"), "5551234", null, "By the provider.", null),
            new LegStarted(Id, "a", Party.Trunk("voip"), LegOrigin.Party, "The caller is on trunk voip."),
            new LegStarted(Id, "b", Party.Phone("101"), LegOrigin.Box, "Rings phone 101."),
            new LegMeasured(Id, "a", Party.Trunk("voip"), first),
            new LegMeasured(Id, "a", Party.Trunk("voip"), last));

        Assert.Equal([last, null], row.Legs.Select(leg => leg.Quality));
    }

    [Fact]
    public void A_measurement_is_told_in_figures_that_do_not_depend_on_the_machine()
    {
        var quality = new LegQuality("G.722", new SoundFigures(0.25, 7.6, 4.37), new SoundFigures(1, 3, 4.2), 31);

        Assert.Equal(
            "Sound of trunk voip by G.722: quality 4.4 of 5, 0.3 % lost, jitter 8 ms; it heard us with 4.2, 1 % lost.",
            new LegMeasured(Id, "a", Party.Trunk("voip"), quality).Words);
    }

    private static CallRecord Row(params JournalEntry[] entries)
    {
        CallRecord? row = null;
        var seq = 0;
        foreach (var entry in entries)
        {
            row = CallProjection.Apply(row, new JournalEvent(++seq, DateTimeOffset.UnixEpoch.AddSeconds(seq), entry));
        }

        return row!;
    }
}
