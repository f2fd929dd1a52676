using System.Runtime.InteropServices;
using Switchhook.Audio.Prompts;
using Switchhook.Hardware.Lines;

namespace Switchhook.Audio.Waiting;

/// <summary>Brings the sound of a device to all who listen: opens it, levels it, opens it again when it failed. Its own thread.</summary>
/// <param name="device">Name of the device.</param>
/// <param name="open">Opens it.</param>
/// <param name="time">The clock.</param>
/// <param name="told">Takes why it fails, as a sentence, and null when it works; once for each change, on the thread of the feed.</param>
public sealed class LineInFeed(string device, Func<ISoundInput> open, TimeProvider time, Action<string?> told) : IDisposable
{
    /// <summary>From a failure to the next try.</summary>
    public static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan BlockLimit = TimeSpan.FromMilliseconds(500);

    // A device that stands still for longer has failed.
    private static readonly TimeSpan LongestStill = TimeSpan.FromSeconds(2);

    private readonly ManualResetEventSlim _stop = new();
    private readonly List<short> _converted = [];
    private LineInLevel _level = new();
    private ISoundInput? _input;
    private Resampler? _resampler;
    private short[] _block = [];
    private float[] _mono = [];
    private long _lastAt;
    private bool? _works;

    /// <summary>What came in.</summary>
    public SoundRing Ring { get; } = new();

    /// <summary>Begins, on a thread of its own.</summary>
    public void Start() => new Thread(Run) { Name = $"line-in {device}", IsBackground = true }.Start();

    /// <summary>Moves one block, or tries to open the device. The thread does it again and again; tests do it themselves.</summary>
    /// <returns>How long nothing is to be done.</returns>
    public TimeSpan Turn()
    {
        try
        {
            if (_input is null)
            {
                Open();
            }

            if (_input!.Read(_block, BlockLimit))
            {
                _lastAt = time.GetTimestamp();
                Bring();
                Tell(null);
            }
            else if (time.GetElapsedTime(_lastAt) > LongestStill)
            {
                throw new IOException($"Sound device {device} gives no sound: is its clock running?");
            }

            return TimeSpan.Zero;
        }
        catch (Exception fault) when (fault is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            Close();
            Tell(fault.Message);
            return RetryAfter;
        }
    }

    /// <summary>Ends it; the thread closes the device within half a second.</summary>
    public void Dispose() => _stop.Set();

    private void Run()
    {
        while (!_stop.IsSet)
        {
            var pause = Turn();
            if (pause > TimeSpan.Zero)
            {
                _stop.Wait(pause);
            }
        }

        Close();
    }

    private void Open()
    {
        _input = open();
        _block = new short[_input.Rate / 50 * _input.Channels];
        _mono = new float[_input.Rate / 50];
        _resampler = new Resampler(_input.Rate);
        _level = new LineInLevel();
        _lastAt = time.GetTimestamp();
    }

    private void Bring()
    {
        for (var i = 0; i < _mono.Length; i++)
        {
            var sum = _input!.Channels == 1 ? _block[i] : (_block[2 * i] + _block[(2 * i) + 1]) / 2;
            _mono[i] = sum / 32768f;
        }

        _converted.Clear();
        _resampler!.Convert(_mono, _mono.Length, _converted);
        var samples = CollectionsMarshal.AsSpan(_converted);
        _level.Apply(samples);
        Ring.Write(samples);
    }

    private void Close()
    {
        _input?.Dispose();
        _resampler?.Dispose();
        (_input, _resampler) = (null, null);
    }

    private void Tell(string? fault)
    {
        if (_works != fault is null)
        {
            _works = fault is null;
            told(fault);
        }
    }
}
