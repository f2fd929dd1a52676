using Switchhook.Hardware.Countries;
using Switchhook.Hardware.Lines;

namespace Switchhook.Audio.Tones;

/// <summary>Plays a supervisory tone of ITU-T E.180 with its cadence exact to the sample.</summary>
public sealed class ToneSource : IFrameSource
{
    private readonly RenderedStep[] _steps;
    private readonly int _repeatFrom;
    private int _step;
    private int _left;

    /// <summary>A source at the beginning of the tone.</summary>
    /// <param name="tone">Steps and repetition.</param>
    /// <param name="dbm0">Level of each frequency, in dBm0.</param>
    public ToneSource(Tone tone, double dbm0)
    {
        _steps = [.. tone.Steps.Select(step => new RenderedStep(step, LineAudio.Peak(dbm0 + step.RelativeDb)))];
        _repeatFrom = tone.RepeatFrom;
        _left = _steps[0].Samples;
    }

    /// <inheritdoc/>
    public int Read(Span<short> frame)
    {
        var done = 0;
        while (done < frame.Length)
        {
            if (_step == _steps.Length)
            {
                return done;
            }

            var count = Math.Min(_left, frame.Length - done);
            _steps[_step].Render(frame.Slice(done, count));
            done += count;
            _left -= count;
            if (_left == 0)
            {
                Advance();
            }
        }

        return done;
    }

    private void Advance()
    {
        _step++;
        if (_step == _steps.Length && _repeatFrom >= 0)
        {
            _step = _repeatFrom;
        }

        if (_step < _steps.Length)
        {
            _left = _steps[_step].Samples;
        }
    }

    private sealed class RenderedStep
    {
        private readonly Oscillator[] _oscillators;
        private readonly bool _isModulated;
        private Oscillator _modulator;

        public RenderedStep(ToneStep step, double peak)
        {
            // A step without end lasts as long as the source is played.
            Samples = step.Duration is { } duration
                ? Math.Max(1, (int)Math.Round(duration.TotalSeconds * LineAudio.SampleRate))
                : int.MaxValue;
            _oscillators = [.. step.Hertz.Select(hertz => new Oscillator(hertz, peak, LineAudio.SampleRate))];
            _isModulated = step.ModulationHz is not null;
            _modulator = new Oscillator(step.ModulationHz ?? 0, 0.5, LineAudio.SampleRate);
        }

        public int Samples { get; }

        public void Render(Span<short> samples)
        {
            if (_oscillators.Length == 0)
            {
                samples.Clear();
                return;
            }

            foreach (ref var sample in samples)
            {
                var sum = 0.0;
                foreach (ref var oscillator in _oscillators.AsSpan())
                {
                    sum += oscillator.Next();
                }

                // Full modulation: the envelope goes between nothing and the peak.
                var value = _isModulated ? sum * (0.5 + _modulator.Next()) : sum;
                sample = (short)Math.Clamp(Math.Round(value), short.MinValue, short.MaxValue);
            }

            _modulator.Renormalise();
            foreach (ref var oscillator in _oscillators.AsSpan())
            {
                oscillator.Renormalise();
            }
        }
    }
}
