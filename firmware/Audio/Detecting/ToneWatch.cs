using Switchhook.Hardware.Countries;
using Switchhook.Hardware.Lines;

namespace Switchhook.Audio.Detecting;

/// <summary>Follows one tone's cadence, told frame by frame what is heard. Pure.</summary>
internal sealed class ToneWatch
{
    private const double DurationTolerance = 0.15;

    // An edge inside a frame makes the run one frame shorter or longer at each end.
    private const int EdgeFrames = 2;

    private static readonly double FrameMs = LineAudio.BlockDuration.TotalMilliseconds;

    private readonly int[] _runs;
    private readonly int _runsWanted;
    private readonly int _continuousFrames;
    private readonly int _cycleLength;
    private readonly bool _mustEnd;
    private int _cycleFrames;
    private int _runsSeen;
    private int _expected;
    private int _frames;
    private bool _isOn;
    private bool _inStep;

    /// <summary>A watch for a cadence.</summary>
    /// <param name="kind">What is reported.</param>
    /// <param name="runs">Lengths in milliseconds, on and off in turn; a single one is a continuous tone of at least that length.</param>
    /// <param name="cycles">How many times the runs must be seen.</param>
    public ToneWatch(ToneKind kind, IReadOnlyList<double> runs, int cycles)
    {
        Kind = kind;
        _runs = [.. runs.Select(run => (int)Math.Round(run / FrameMs))];
        _runsWanted = _runs.Length * cycles;
        _continuousFrames = _runs.Length == 1 ? _runs[0] : int.MaxValue;
        _cycleLength = (int)Math.Round(runs.Sum() / FrameMs);

        // One or two cycles are only sure once their last pause has ended too; four runs of a dial tone tell enough without it.
        _mustEnd = cycles < 3 && (kind != ToneKind.Dial || _runs.Length < 4);
    }

    public ToneKind Kind { get; }

    /// <summary>True from the moment of certainty until the cadence breaks.</summary>
    public bool IsHeard { get; private set; }

    /// <summary>One frame of tone or silence; anything else is <see cref="Break"/>.</summary>
    /// <param name="on">True for the tone.</param>
    /// <param name="cyclesSpared">Cycles fewer than usual that are enough now.</param>
    public void Frame(bool on, int cyclesSpared)
    {
        _cycleFrames++;
        if (on == _isOn)
        {
            _frames++;
            CheckRunning(cyclesSpared);
            return;
        }

        EndRun();
        _isOn = on;
        _frames = 1;
        if (on && !_inStep)
        {
            // Whatever came before, a cadence may begin here.
            _inStep = true;
            _runsSeen = 0;
            _expected = 0;
            _cycleFrames = 1;
        }
    }

    /// <summary>A frame that holds the edge of a run, and belongs to neither side.</summary>
    public void Edge() => _cycleFrames++;

    /// <summary>Speech or another sound: the cadence is broken.</summary>
    public void Break()
    {
        _inStep = false;
        IsHeard = false;
        _isOn = false;
        _frames = 0;
    }

    private void CheckRunning(int cyclesSpared)
    {
        if (!_inStep)
        {
            return;
        }

        if (_continuousFrames != int.MaxValue)
        {
            IsHeard = _isOn && _frames >= _continuousFrames;
            return;
        }

        if (_frames > Longest(_runs[_expected]))
        {
            LoseStep(keepRun: true);
        }
        else if (!_mustEnd && LastOfCycle() && _frames >= Shortest(_runs[_expected])
            && _runsSeen + 1 >= _runsWanted - (cyclesSpared * _runs.Length))
        {
            IsHeard = true;
        }
    }

    private bool LastOfCycle() => _expected == _runs.Length - 1;

    private void EndRun()
    {
        if (!_inStep)
        {
            return;
        }

        if (_continuousFrames != int.MaxValue || _frames < Shortest(_runs[_expected]) || _frames > Longest(_runs[_expected]))
        {
            LoseStep(keepRun: false);
            return;
        }

        if (LastOfCycle() && !IsCycle(_cycleFrames))
        {
            LoseStep(keepRun: false);
            return;
        }

        _runsSeen = Math.Min(_runsSeen + 1, 1000);
        _expected = (_expected + 1) % _runs.Length;
        if (_expected == 0)
        {
            _cycleFrames = 1;
            IsHeard |= _mustEnd && _runsSeen >= _runsWanted;
        }
    }

    // From burst to burst edges cancel out, so that this tells cadences apart that single runs do not.
    private bool IsCycle(int frames) =>
        frames >= (_cycleLength * (1 - DurationTolerance)) - 1 && frames <= (_cycleLength * (1 + DurationTolerance)) + 2;

    private void LoseStep(bool keepRun)
    {
        _inStep = false;
        IsHeard = false;
        _frames = keepRun ? _frames : 0;
    }

    private static int Shortest(int frames) => (int)Math.Floor(frames * (1 - DurationTolerance)) - EdgeFrames;

    private static int Longest(int frames) => (int)Math.Ceiling(frames * (1 + DurationTolerance)) + EdgeFrames;
}
