using Switchhook.Hardware.Countries;
using Switchhook.Hardware.Lines;
using Switchhook.Hardware.Simulated.Wire;

namespace Switchhook.Hardware.Simulated.Signals;

/// <summary>Plays a tone of the country table, each step with its exact number of samples.</summary>
/// <remarks>A modulated step swings between nothing and full amplitude; its level is that of the unmodulated carrier.</remarks>
internal sealed class TonePlayer(double levelDbm0)
{
    private const int MaxFrequencies = 4;

    private readonly Oscillator[] _oscillators = new Oscillator[MaxFrequencies];
    private Oscillator _modulation;
    private Tone? _tone;
    private int _step;
    private long _left;

    /// <summary>True until the tone is stopped or played out.</summary>
    public bool IsPlaying => _tone is not null;

    /// <summary>Begins a tone.</summary>
    public void Start(Tone tone)
    {
        _tone = tone;
        Enter(0);
    }

    /// <summary>Ends the tone.</summary>
    public void Stop() => _tone = null;

    /// <summary>Adds the tone to a part of a block.</summary>
    public void AddTo(Span<short> part)
    {
        while (_tone is not null && part.Length > 0)
        {
            var count = (int)Math.Min(part.Length, _left);
            Fill(part[..count], _tone.Steps[_step]);
            part = part[count..];
            _left -= _left == SampleTime.Never ? 0 : count;
            if (_left == 0)
            {
                Advance();
            }
        }
    }

    private void Fill(Span<short> part, ToneStep step)
    {
        var frequencies = Math.Min(step.Hertz.Count, MaxFrequencies);
        if (frequencies == 0)
        {
            return;
        }

        for (var i = 0; i < part.Length; i++)
        {
            double value = 0;
            for (var f = 0; f < frequencies; f++)
            {
                value += _oscillators[f].Next();
            }

            if (step.ModulationHz is not null)
            {
                value *= (1 + _modulation.Next()) / 2;
            }

            part[i] = (short)Math.Clamp(part[i] + Math.Round(value), short.MinValue, short.MaxValue);
        }
    }

    private void Advance()
    {
        var tone = _tone!;
        if (_step + 1 < tone.Steps.Count)
        {
            Enter(_step + 1);
        }
        else if (tone.RepeatFrom < 0)
        {
            _tone = null;
        }
        else
        {
            Enter(Math.Min(tone.RepeatFrom, tone.Steps.Count - 1));
        }
    }

    private void Enter(int index)
    {
        var step = _tone!.Steps[index];
        _step = index;
        _left = step.Duration is { } duration ? Math.Max(1, SampleTime.Of(duration)) : SampleTime.Never;
        var frequencies = Math.Min(step.Hertz.Count, MaxFrequencies);
        var each = levelDbm0 + step.RelativeDb - (10 * Math.Log10(Math.Max(1, frequencies)));
        for (var f = 0; f < frequencies; f++)
        {
            _oscillators[f].Start(step.Hertz[f], LineAudio.Peak(each));
        }

        _modulation.Start(step.ModulationHz ?? 0, 1);
    }
}
