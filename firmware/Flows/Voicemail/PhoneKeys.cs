using System.Text;
using Switchhook.Audio;
using Switchhook.Calls;
using Switchhook.Calls.Loop;

namespace Switchhook.Flows.Voicemail;

/// <summary>
/// Says things to a party and takes its keys: a key cuts off what is said, and may come before the question. What is pressed reaches
/// neither a recording nor another party.
/// </summary>
internal sealed class PhoneKeys : IDisposable
{
    // Who knows the way presses a few in advance; more is a child at the phone.
    private const int MostAhead = 16;

    private readonly ControlLoop _loop;
    private readonly Leg _leg;
    private readonly Detectors _heard;
    private readonly Queue<char> _pressed = new();
    private TaskCompletionSource? _wanted;
    private CancellationTokenSource? _playing;

    /// <summary>Listens at once.</summary>
    /// <param name="loop">The control loop.</param>
    /// <param name="leg">Connected.</param>
    public PhoneKeys(ControlLoop loop, Leg leg)
    {
        (_loop, _leg) = (loop, leg);
        if (leg.State != LegState.Ended)
        {
            _heard = leg.Media.Detectors;
            leg.Media.Detectors = _heard | Detectors.Dtmf;
            leg.Media.KeepsKeys = true;
        }

        leg.Digit += OnDigit;
    }

    /// <summary>A key was pressed. It is one of those that are asked for all the same.</summary>
    public event Action<char>? Pressed;

    /// <summary>True when the party has hung up.</summary>
    public bool IsGone => _leg.State == LegState.Ended;

    /// <summary>Says something, unless a key waits already.</summary>
    /// <returns>True when it was heard to its end, or up to a key of one who is still there.</returns>
    public async Task<bool> PlayAsync(IFrameSource? source)
    {
        if (source is null || _pressed.Count > 0 || IsGone)
        {
            return false;
        }

        using var playing = CancellationTokenSource.CreateLinkedTokenSource(_leg.Gone);
        _playing = playing;
        var isWhole = await _leg.Media.PlayAsync(source, PlayMode.Instead, playing.Token);
        _playing = null;
        return isWhole || !IsGone;
    }

    /// <summary>The next key.</summary>
    /// <param name="patience">How long it is waited for.</param>
    /// <returns>Null for none in time, and when the party has gone.</returns>
    public async Task<char?> NextAsync(TimeSpan patience)
    {
        if (_pressed.Count == 0 && !IsGone)
        {
            var wanted = _wanted = new TaskCompletionSource();
            using var limit = _loop.Schedule(patience, () => wanted.TrySetResult());
            await Task.WhenAny(wanted.Task, _leg.Ended);
            _wanted = null;
        }

        return _pressed.TryDequeue(out var key) ? key : null;
    }

    /// <summary>Keys up to #, which is none of them.</summary>
    /// <param name="most">More are not taken.</param>
    /// <param name="patience">How long each is waited for.</param>
    public async Task<string> NextUpToHashAsync(int most, TimeSpan patience)
    {
        var keys = new StringBuilder();
        while (keys.Length < most && await NextAsync(patience) is { } key and not '#')
        {
            keys.Append(key);
        }

        return keys.ToString();
    }

    /// <summary>What was pressed is forgotten.</summary>
    public void Forget() => _pressed.Clear();

    /// <inheritdoc/>
    public void Dispose()
    {
        _leg.Digit -= OnDigit;
        if (!IsGone)
        {
            _leg.Media.KeepsKeys = false;
            _leg.Media.Detectors = _heard;
        }
    }

    private void OnDigit(Leg leg, char digit, DigitPath path)
    {
        if (_pressed.Count < MostAhead)
        {
            _pressed.Enqueue(digit);
        }

        // What waits for the key goes on at once, and may play something else.
        var (playing, wanted) = (_playing, _wanted);
        Pressed?.Invoke(digit);
        wanted?.TrySetResult();
        playing?.Cancel();
    }
}
