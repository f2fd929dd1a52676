using Switchhook.Hardware.Simulated;
using Switchhook.Testing;

namespace Switchhook.Tests.Flows.Day;

/// <summary>The world behind a line on a busy day: callers with and without patience, far ends that answer or don't, a cut cable.</summary>
internal sealed class DayLine(TestBox box, int port, Random random)
{
    private static readonly OutgoingBehaviour[] FarEnds =
    [
        new OutgoingBehaviour.Answers(),
        new OutgoingBehaviour.Answers { AfterRings = 4 },
        new OutgoingBehaviour.Busy(),
        new OutgoingBehaviour.Congestion(),
        new OutgoingBehaviour.NoAnswer(),
        new OutgoingBehaviour.Unobtainable(),
    ];

    private int _hangUpIn;
    private int _plugInIn;

    /// <summary>Callers who began to ring.</summary>
    public int Callers { get; private set; }

    private SimulatedExchangeLine Line => box.Line(port);

    /// <summary>Called each second; <paramref name="meanPause"/> is the seconds between callers of a free line, 0 without any.</summary>
    public void Second(int meanPause)
    {
        if (_hangUpIn > 0 && --_hangUpIn == 0)
        {
            Line.HangUp();
        }

        if (_plugInIn > 0)
        {
            if (--_plugInIn == 0)
            {
                Line.PlugIn();
            }
        }
        else if (meanPause > 0 && random.Next(20_000) == 0)
        {
            Line.Unplug();
            _plugInIn = random.Next(5, 300);
        }
        else if (Line.State == ExchangeLineState.Idle && _hangUpIn == 0 && meanPause > 0 && random.Next(meanPause) == 0)
        {
            Ring();
        }
    }

    private void Ring()
    {
        Callers++;
        Line.Outgoing = FarEnds[random.Next(FarEnds.Length)];
        Line.Ring(new SimulatedCaller
        {
            Number = random.Next(6) == 0 ? null : $"312555{random.Next(10_000):0000}",
            Name = random.Next(3) == 0 ? "CALLER" : null,
            Absence = random.Next(2) == 0 ? CallerIdAbsence.Withheld : CallerIdAbsence.Unavailable,
        });

        // From those who give up at the first ring to those who talk for minutes.
        _hangUpIn = random.Next(4, 240);
    }
}
