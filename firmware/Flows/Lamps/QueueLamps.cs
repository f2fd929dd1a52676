using Switchhook.Acd.Signals;
using Switchhook.Hardware.Panel;

namespace Switchhook.Flows.Lamps;

/// <summary>How lamps show queues. The pattern alone says it all; a lamp that has colours shows them too.</summary>
public static class QueueLamps
{
    /// <summary>A line that leads to the queue, or the phone of an agent, does not work, and nobody waits.</summary>
    public static readonly LampSign Fault = new(LampPattern.Flash, LampColour.Red);

    /// <summary>How a lamp shows a queue.</summary>
    /// <param name="signal">What the queue is doing.</param>
    /// <param name="hasFault">True when a line or a phone does not work.</param>
    public static LampSign SignOf(QueueSignal signal, bool hasFault) =>
        hasFault && signal is QueueSignal.Idle or QueueSignal.Busy ? Fault : SignOf(signal);

    /// <summary>How a lamp shows a queue whose lines and phones work.</summary>
    public static LampSign SignOf(QueueSignal signal) => signal switch
    {
        QueueSignal.Idle => LampSign.Dark,
        QueueSignal.Busy => new(LampPattern.On, LampColour.Red),
        QueueSignal.CallsWaiting => new(LampPattern.SlowBlink, LampColour.Amber),
        QueueSignal.OverTarget => new(LampPattern.FastBlink, LampColour.Amber),
        QueueSignal.NoAgents => new(LampPattern.Wink, LampColour.Blue),
        QueueSignal.Alarm => new(LampPattern.Burst, LampColour.Red),
    };
}
