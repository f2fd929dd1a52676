using Switchhook.Hardware.Lines;

namespace Switchhook.Hardware.Simulated.Wire;

/// <summary>
/// One line with its two ends. Cuts each block where an end changes something, so that every change falls on its own sample.
/// </summary>
internal sealed class LineCircuit(WirePair pair, TalkPath path, ILineEnd box, ILineEnd far)
{
    private readonly short[] _fromBox = new short[LineAudio.BlockSamples];
    private readonly short[] _fromFar = new short[LineAudio.BlockSamples];
    private readonly short[] _toBox = new short[LineAudio.BlockSamples];
    private readonly short[] _toFar = new short[LineAudio.BlockSamples];
    private long _sleepsUntil;

    /// <summary>A command was carried out that may concern this line.</summary>
    public void Wake() => _sleepsUntil = 0;

    /// <summary>Moves one block; a line at rest costs a few comparisons.</summary>
    public void Exchange(long start)
    {
        var end = start + LineAudio.BlockSamples;
        if (end <= _sleepsUntil && !box.IsTouched)
        {
            return;
        }

        if (IsAtRest && Math.Min(box.NextChange, far.NextChange) is var next && next >= end)
        {
            box.HearNothing();
            far.HearNothing();
            _sleepsUntil = next;
            return;
        }

        _sleepsUntil = 0;
        ExchangeParts(start, end);
    }

    private bool IsAtRest => !pair.IsLoopClosed && !far.IsSending && !box.IsSending;

    private void ExchangeParts(long start, long end)
    {

        var active = !IsAtRest;
        for (var now = start; now < end;)
        {
            ActOnWhatIsDue(now);
            active |= !IsAtRest;
            var next = Math.Min(end, Math.Min(box.NextChange, far.NextChange));
            var offset = (int)(now - start);
            var count = (int)(next - now);
            box.Send(_fromBox.AsSpan(offset, count), offset);
            far.Send(_fromFar.AsSpan(offset, count), offset);
            now = next;
        }

        if (!active)
        {
            box.HearNothing();
            far.HearNothing();
            return;
        }

        path.Carry(_fromBox, _fromFar, _toBox, _toFar);
        far.Hear(_toFar, start);
        box.Hear(_toBox, start);
    }

    private void ActOnWhatIsDue(long now)
    {
        // An action of one end can make the other act at the same sample.
        while (box.NextChange <= now || far.NextChange <= now)
        {
            if (box.NextChange <= now)
            {
                box.Act(now);
            }

            if (far.NextChange <= now)
            {
                far.Act(now);
            }
        }
    }
}
