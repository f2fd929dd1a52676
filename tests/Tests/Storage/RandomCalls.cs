using Switchhook.Calls;
using Switchhook.Calls.Journal;
using Switchhook.Calls.Journal.Recordings;
using Switchhook.Calls.Live;

namespace Switchhook.Tests.Storage;

/// <summary>Entries of calls that overlap, as a seed makes them: any that may follow, in any order that may be.</summary>
internal sealed class RandomCalls(int seed)
{
    private readonly Random _random = new(seed);
    private readonly List<Life> _calls = [];
    private int _count;

    public JournalEntry Next()
    {
        if (_calls.Count == 0 || (_calls.Count < 6 && _random.Next(5) == 0))
        {
            return Begin();
        }

        if (_random.Next(12) == 0)
        {
            return new LineChanged($"main-{_random.Next(4)}", LineStatus.Ringing, "It rings.");
        }

        var life = _calls[_random.Next(_calls.Count)];
        return _random.Next(9) switch
        {
            0 => AddLeg(life),
            1 when life.Legs.Count > 0 => new LegAnswered(life.Id, Any(life.Legs), Party.Phone("101")),
            2 when life.Legs.Count > 0 => new LegHeld(life.Id, Any(life.Legs), Party.Phone("101"), _random.Next(2) == 0),
            3 when life.Legs.Count > 0 => new LegEnded(life.Id, Any(life.Legs), Party.Phone("101"), Cause.FarEnd),
            4 => new CallConnected(life.Id, Party.Phone("102")),
            5 => Record(life),
            6 => End(life),
            7 => new CallNoted(life.Id, _random.Next(3) == 0 ? "" : "Wants 10 % off — ünï", "ana"),
            _ => new StepTaken(life.Id, "greeting", "Played \"good day\" — ünï 'quoted'."),
        };
    }

    private CallStarted Begin()
    {
        var life = new Life(new CallId($"20261123-08{_count / 60 % 60:00}{_count % 60:00}-{_count++:000000}"), [], null);
        _calls.Add(life);
        var inbound = _random.Next(2) == 0;
        return new CallStarted(
            life.Id,
            inbound ? CallDirection.Inbound : CallDirection.Internal,
            inbound ? Party.Line("main-1") : Party.Phone("101"),
            _random.Next(2) == 0 ? "+493012345" : null,
            _random.Next(2) == 0 ? "Müller & Söhne" : null,
            "By caller ID.",
            inbound ? null : "102");
    }

    private LegStarted AddLeg(Life life)
    {
        var leg = $"leg-{_random.Next()}";
        life.Legs.Add(leg);
        return new LegStarted(life.Id, leg, Party.Phone("101"), LegOrigin.Box, "Next in turn.");
    }

    private CallEntry Record(Life life)
    {
        if (life.Recording is { } recording)
        {
            return new RecordingEnded(life.Id, recording, TimeSpan.FromMilliseconds(_random.Next(100_000)), "Recording complete.");
        }

        _calls[_calls.IndexOf(life)] = life with { Recording = $"rec-{life.Id}" };
        return new RecordingStarted(life.Id, $"rec-{life.Id}", $"2026/11/23/rec-{life.Id}.wav");
    }

    private CallEnded End(Life life)
    {
        _calls.Remove(life);
        return new CallEnded(life.Id, Cause.HungUp("The caller"));
    }

    private string Any(List<string> legs) => legs[_random.Next(legs.Count)];

    private sealed record Life(CallId Id, List<string> Legs, string? Recording);
}
