using Switchhook.Audio;

namespace Switchhook.Calls;

/// <summary>Joins the legs of a call so that they hear each other.</summary>
/// <remarks>
/// A leg that is on hold hears and says nothing here; the others hear a quiet hold signal as long as only one of them is left. Digits that
/// the sound does not carry are passed on, so that a telephone of any kind can work a menu behind a line of any kind.
/// </remarks>
public sealed class Bridge(IMediaEngine media, Func<IFrameSource> holdSignal)
{
    private readonly IAudioBridge _audio = media.OpenBridge();
    private readonly List<Leg> _legs = [];
    private Leg? _hearsHold;

    /// <summary>The legs that are in, those on hold too.</summary>
    public IReadOnlyList<Leg> Legs => _legs;

    /// <summary>Lets a leg in.</summary>
    public void Join(Leg leg)
    {
        if (_legs.Contains(leg))
        {
            return;
        }

        _legs.Add(leg);
        leg.HeldChanged += OnHeldChanged;
        leg.Digit += OnDigit;
        Update(leg);
    }

    /// <summary>Lets a leg out; nothing happens when it is not in.</summary>
    public void Leave(Leg leg)
    {
        if (!_legs.Remove(leg))
        {
            return;
        }

        leg.HeldChanged -= OnHeldChanged;
        leg.Digit -= OnDigit;
        if (ReferenceEquals(_hearsHold, leg))
        {
            StopHoldSignal();
        }

        if (leg.State != LegState.Ended)
        {
            _audio.Leave(leg.Media);
        }

        UpdateHoldSignal();
    }

    private void OnHeldChanged(Leg leg) => Update(leg);

    private void OnDigit(Leg from, char digit, DigitPath path)
    {
        foreach (var leg in _legs.Where(leg => leg != from && !leg.IsHeld && (path == DigitPath.Apart || leg.TakesDigitsApart)).ToList())
        {
            leg.SendDigit(digit);
        }
    }

    private void Update(Leg leg)
    {
        if (leg.IsHeld)
        {
            _audio.Leave(leg.Media);
        }
        else
        {
            _audio.Join(leg.Media, BridgeRole.Party);
        }

        UpdateHoldSignal();
    }

    private void UpdateHoldSignal()
    {
        var talking = _legs.Where(leg => !leg.IsHeld).ToList();
        var waits = talking.Count == 1 && _legs.Count > 1 ? talking[0] : null;
        if (ReferenceEquals(waits, _hearsHold))
        {
            return;
        }

        StopHoldSignal();
        if (waits is not null)
        {
            _hearsHold = waits;
            _ = waits.Media.PlayAsync(holdSignal(), PlayMode.Instead, waits.Gone);
        }
    }

    private void StopHoldSignal()
    {
        if (_hearsHold is { State: not LegState.Ended } leg)
        {
            leg.Media.StopPlaying();
        }

        _hearsHold = null;
    }
}
