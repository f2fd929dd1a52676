using System.Collections.Immutable;
using Switchhook.Hardware.Lines;

namespace Switchhook.Hardware.ProSlic.Fxo;

/// <summary>What is known of an exchange line, and how a sample changes it. Pure.</summary>
/// <remarks>
/// A ring counts once its voltage was there for 50 ms in all, a moment without it costing a quarter of its length: longer than a reversal
/// or a splash, at any phase between polls and ring. It is over when no voltage came for 80 ms, longer than the lowest ring (15 Hz)
/// rests between half waves. Battery and polarity count once they have been so for 40 ms.
/// </remarks>
internal sealed record LineWatch
{
    /// <summary>A lower voltage is no battery.</summary>
    public const int LeastBatteryVolts = 3;

    private static readonly TimeSpan RingProof = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan RingOver = TimeSpan.FromMilliseconds(80);
    private static readonly TimeSpan LongestStep = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Debounce = TimeSpan.FromMilliseconds(40);

    /// <summary>True while ring voltage lasts.</summary>
    public bool IsRinging { get; private init; }

    /// <summary>True while the exchange feeds the line.</summary>
    public bool HasBattery { get; private init; }

    /// <summary>−1 or 1; 0 before the first battery.</summary>
    public int Polarity { get; private init; }

    /// <summary>True while something may be about to change.</summary>
    public bool IsLively => IsRinging || RingCharge > TimeSpan.Zero || BatteryTurns is not null || PolarityTurns is not null;

    private TimeSpan LastAt { get; init; }

    private TimeSpan RingCharge { get; init; }

    private TimeSpan RingFirst { get; init; }

    private TimeSpan? RingLast { get; init; }

    private TimeSpan? BatteryTurns { get; init; }

    private TimeSpan? PolarityTurns { get; init; }

    /// <summary>A line as it is found.</summary>
    public static LineWatch Begin(TimeSpan now, int volts) => new()
    {
        LastAt = now,
        HasBattery = Math.Abs(volts) >= LeastBatteryVolts,
        Polarity = Math.Abs(volts) >= LeastBatteryVolts ? Math.Sign(volts) : 0,
    };

    /// <summary>Takes a sample.</summary>
    /// <returns>What is known now, and what has happened, in order.</returns>
    public (LineWatch Next, ImmutableArray<LineEvent> Events) Take(LineSample sample)
    {
        var events = ImmutableArray.CreateBuilder<LineEvent>();
        var next = WithRing(sample, events);
        next = next.WithBattery(sample, events).WithPolarity(sample, events);
        return (next with { LastAt = sample.At }, events.ToImmutable());
    }

    private LineWatch WithRing(LineSample sample, ImmutableArray<LineEvent>.Builder events)
    {
        var step = TimeSpan.FromTicks(Math.Min((sample.At - LastAt).Ticks, LongestStep.Ticks));
        if (sample.OffHook)
        {
            if (IsRinging)
            {
                events.Add(new LineEvent(LineEventKind.RingEnded, sample.At));
            }

            return this with { IsRinging = false, RingCharge = TimeSpan.Zero, RingLast = null };
        }

        var first = sample.RingVoltage && RingCharge == TimeSpan.Zero ? sample.At - step : RingFirst;
        var charge = sample.RingVoltage ? RingCharge + step : RingCharge - (step / 4);
        var next = this with
        {
            RingFirst = first,
            RingCharge = TimeSpan.FromTicks(Math.Clamp(charge.Ticks, 0, RingProof.Ticks)),
            RingLast = sample.RingVoltage ? sample.At : RingLast,
        };
        if (!IsRinging && HasBattery && next.RingCharge >= RingProof)
        {
            events.Add(new LineEvent(LineEventKind.RingBegan, first));
            return next with { IsRinging = true };
        }

        if (IsRinging && next.RingLast is { } last && sample.At - last >= RingOver)
        {
            events.Add(new LineEvent(LineEventKind.RingEnded, last));
            return next with { IsRinging = false, RingCharge = TimeSpan.Zero };
        }

        return next;
    }

    // Ring voltage rides on the battery, so that a single reading of the sum means nothing.
    private bool IsDisturbed(LineSample sample) =>
        sample.Settling || sample.RingVoltage || (RingLast is { } last && sample.At - last < RingOver);

    private LineWatch WithBattery(LineSample sample, ImmutableArray<LineEvent>.Builder events)
    {
        var present = Math.Abs(sample.Volts) >= LeastBatteryVolts;
        if (IsDisturbed(sample) || present == HasBattery)
        {
            return this with { BatteryTurns = null };
        }

        var since = BatteryTurns ?? sample.At;
        if (sample.At - since < Debounce)
        {
            return this with { BatteryTurns = since };
        }

        events.Add(new LineEvent(present ? LineEventKind.BatteryRestored : LineEventKind.BatteryLost, since));
        return this with { HasBattery = present, BatteryTurns = null };
    }

    private LineWatch WithPolarity(LineSample sample, ImmutableArray<LineEvent>.Builder events)
    {
        var polarity = Math.Abs(sample.Volts) >= LeastBatteryVolts ? Math.Sign(sample.Volts) : 0;
        if (IsDisturbed(sample) || polarity == 0 || polarity == Polarity)
        {
            return this with { PolarityTurns = null };
        }

        var since = PolarityTurns ?? sample.At;
        if (Polarity != 0 && sample.At - since < Debounce)
        {
            return this with { PolarityTurns = since };
        }

        if (Polarity != 0)
        {
            events.Add(new LineEvent(LineEventKind.PolarityReversed, since));
        }

        return this with { Polarity = polarity, PolarityTurns = null };
    }
}
